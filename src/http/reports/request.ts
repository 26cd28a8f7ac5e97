import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import manifest from '../../../package.json' with { type: 'json' };
import type { Dataset } from '../../datasets/dataset.ts';
import { type Reader, readerKey } from '../../domain/access/reader.ts';
import { type PlainDate, parisMidnight } from '../../domain/calendar.ts';
import { CONTRACTS } from '../../domain/contracts.ts';
import { CHECK } from '../../web/addresses.ts';
import { etagOf } from '../cache/etag.ts';
import { type Encoding, preferredEncoding, preferredMediaType } from '../cache/negotiation.ts';
import { keyFor, partsFor } from '../cache/reader-keys.ts';
import { memoizeByMoment } from '../cache/request-memo.ts';
import { responseKey } from '../cache/response-cache.ts';
import { variedBy } from '../cache/send-cached.ts';
import { latestLink } from '../citations/citation.ts';
import { DATASETS_CONTRACT } from '../common-headers.ts';
import type { ReportFormat } from '../formats/format.ts';
import { CSV_PROFILES, type FormatName, REPORT_FORMATS } from '../formats/formats.ts';
import { notOffered, type Problem, wrongParameters } from '../problem.ts';
import { type Publication, publicationKey, tokenOf } from '../publication.ts';
import type { RowsAddress } from './address.ts';
import { type ReportOptions, reportOptions } from './options.ts';

/** A request for the rows of a report, in one form. */
export interface ReportRequest {
  readonly report: Dataset;
  readonly name: FormatName;
  readonly format: ReportFormat;
  /** Whether the file itself is compressed. */
  readonly gzipped: boolean;
  /** Whether the format was left to what the client accepts. */
  readonly negotiated: boolean;
  readonly encoding: Encoding;
  readonly options: ReportOptions;
  /** Address of the same rows of the newest publication; null of what asks for no other. */
  readonly latest: string | null;
}

/** Reads a request; gives a problem when it cannot be answered. */
export function readReportRequest(
  { headers, url }: Pick<FastifyRequest, 'headers' | 'url'>,
  { report, format, gzipped }: RowsAddress,
): ReportRequest | Problem {
  const names = format ? [format] : (Object.keys(REPORT_FORMATS) as FormatName[]);
  const typeOf = (each: FormatName) =>
    gzipped ? 'application/gzip' : (REPORT_FORMATS[each].mediaType.split(';')[0] ?? '');
  const types = new Map(names.map((each) => [typeOf(each), each]));
  const type = preferredMediaType(headers, [...types.keys()]);
  const name = type === null ? undefined : types.get(type);
  if (name === undefined) {
    return notOffered(headers.accept, types.keys());
  }
  const query = new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?')) : '');
  const { options, problems } = reportOptions(report, name, query, tokenOf({ headers }));
  if (problems.length > 0) {
    return wrongParameters(problems);
  }
  const written = name === 'csv' ? CSV_PROFILES[options.profile] : REPORT_FORMATS[name];
  const encoding = written.compressed || gzipped ? 'identity' : preferredEncoding(headers);
  const latest = options.asked && !('token' in options.asked) ? latestAddress(url, query) : null;
  return { report, name, format: written, gzipped, negotiated: !format, encoding, options, latest };
}

function latestAddress(url: string, query: URLSearchParams): string {
  const rest = new URLSearchParams(query);
  for (const name of ['publication', 'known_on', CHECK, 'key']) rest.delete(name);
  const path = url.split('?', 1)[0] ?? '';
  return rest.size === 0 ? path : `${path}?${rest}`;
}

/** What an answer depends on beside the request: the publication, and the day it is looked at. */
export interface Moment {
  readonly asOf: string;
  /** What the answer is kept under. */
  readonly key: string;
  readonly etag: string;
  /** Absent of an answer to a reader with a role: that to everybody may be another, of the same time. */
  readonly modified?: Date;
  /** Headers that depend on this and on the caller alone. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The moment of a request, once the publication and the day that stands for today are known. */
export function momentOf(
  request: ReportRequest,
  publication: Publication,
  day: PlainDate,
  reader: Reader,
): Moment {
  const moment = momentForAll(request, publication, day);
  if (readerKey(reader) === '') return moment;
  const { modified: _modified, ...rest } = moment;
  const { 'last-modified': _lastModified, ...headers } = moment.headers;
  const etag = etagOf([moment.etag, ...partsFor(reader)]);
  return { ...rest, key: keyFor(reader, moment.key), etag, headers: { ...headers, etag } };
}

const momentForAll = memoizeByMoment(
  (request: ReportRequest, publication: Publication, day: PlainDate): Moment => {
    const { report, name, gzipped, negotiated, encoding, options } = request;
    const given = options.values['as_of'];
    const values = Object.entries({ ...options.values, as_of: given ?? day });
    const identity = {
      publication: publicationKey(publication),
      day,
      request: [
        fingerprintOf(report),
        JSON.stringify(values.toSorted(([a], [b]) => (a < b ? -1 : 1))),
        String(options.limit),
      ],
      form: [
        ...[name, String(gzipped), encoding],
        ...[options.profile, options.headers, String(options.labels)],
      ],
    };
    const etag = etagOf([
      identity.publication,
      given === undefined ? day : null,
      ...identity.request,
      ...identity.form,
    ]);
    // Statuses follow the day: at midnight an answer of today is another one.
    const begun = given === undefined ? parisMidnight(day).getTime() : 0;
    const modified = new Date(Math.max(publication.publishedAt.getTime(), begun));
    return {
      asOf: String(given ?? day),
      key: responseKey(identity),
      etag,
      modified,
      headers: {
        ...DATASETS_CONTRACT,
        etag,
        'last-modified': modified.toUTCString(),
        vary: variedBy(negotiated ? 'accept, accept-encoding' : 'accept-encoding', options.asked),
        link: [
          `</reports/${report.name}/schema>; rel="describedby"`,
          '</about.json>; rel="license"',
          ...(request.latest === null ? [] : [latestLink(request.latest)]),
        ].join(', '),
      },
    };
  },
);

const fingerprints = new WeakMap<Dataset, string>();

/** Distinguishes a report of one version of the product from that of another. */
export function fingerprintOf(report: Dataset): string {
  const known = fingerprints.get(report);
  if (known) return known;
  const text = JSON.stringify([manifest.version, CONTRACTS.datasets, report.columns]);
  const made = createHash('sha256').update(text).digest('base64url');
  fingerprints.set(report, made);
  return made;
}
