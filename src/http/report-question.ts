import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { print } from 'graphql';
import { type PlainDate, parisDate, parisMidnight } from '../domain/calendar.ts';
import type { Report } from '../reports/report.ts';
import type { AnswerIdentity } from './answer-cache.ts';
import { editionOf, type Publication } from './edition.ts';
import { etagOf, matchesEtag } from './etag.ts';
import type { Asked, Exchange } from './exchange.ts';
import { type Encoding, encodingFor, mediaTypeFor } from './negotiation.ts';
import type { Problem } from './problem.ts';
import type { ReportAddress } from './report-address.ts';
import {
  CSV_PROFILES,
  type FormatName,
  REPORT_FORMATS,
  type ReportFormat,
} from './report-format.ts';
import { type ReportOptions, reportOptions } from './report-options.ts';
import { serverTiming } from './send-answer.ts';

export type RowsAddress = Extract<ReportAddress, { kind: 'ROWS' }>;

/** One form of one report, as it was asked for. */
export interface Question {
  readonly report: Report;
  readonly name: FormatName;
  readonly format: ReportFormat;
  /** Whether the file itself is packed. */
  readonly gzipped: boolean;
  /** Whether the format was left to what the client accepts. */
  readonly negotiated: boolean;
  readonly encoding: Encoding;
  readonly options: ReportOptions;
}

/** What is asked for; a problem when it cannot be. */
export function questionOf(
  { request: { headers }, search }: Asked,
  { report, format, gzipped }: RowsAddress,
): Question | Problem {
  const names = format ? [format] : (Object.keys(REPORT_FORMATS) as FormatName[]);
  const typeOf = (each: FormatName) =>
    gzipped ? 'application/gzip' : (REPORT_FORMATS[each].mediaType.split(';')[0] ?? '');
  const types = new Map(names.map((each) => [typeOf(each), each]));
  const type = mediaTypeFor(headers.accept, [...types.keys()]);
  const name = type === null ? undefined : types.get(type);
  if (name === undefined) {
    return {
      ...{ status: 406, code: 'BAD_REQUEST' },
      detail: `an answer in ${JSON.stringify(headers.accept)} was asked for: ${[...types.keys()].join(', ')} can be given here`,
    };
  }
  const { options, problems } = reportOptions(report, name, new URLSearchParams(search));
  if (problems.length > 0) {
    const detail = problems.map(({ parameter, message }) => `${parameter} ${message}`).join('; ');
    return { status: 400, code: 'BAD_USER_INPUT', detail, errors: problems };
  }
  const written = name === 'csv' ? CSV_PROFILES[options.profile] : REPORT_FORMATS[name];
  const encoding = written.packed || gzipped ? 'identity' : encodingFor(headers['accept-encoding']);
  return { report, name, format: written, gzipped, negotiated: !format, encoding, options };
}

/** Why a question about one publication cannot be answered from another; null when it can. */
export function goneFrom(
  { options: { publication } }: Question,
  { id }: Publication,
): Problem | null {
  if (publication === null || publication === id) return null;
  return {
    ...{ status: 410, code: 'NOT_FOUND' },
    detail: `publication ${publication} is not served: ${id} is`,
  };
}

/** What an answer depends on beside the question: the publication, and the day it is looked at. */
export interface Moment {
  readonly asOf: string;
  readonly identity: AnswerIdentity;
  readonly etag: string;
  readonly modified: Date;
}

const latest = new WeakMap<Question, { readonly of: string; readonly moment: Moment }>();

/**
 * What the answer to a question is, once the publication and the day are known. The same question is
 * asked again and again: its last moment is remembered.
 */
export function momentOf(question: Question, publication: Publication, today: PlainDate): Moment {
  const of = `${editionOf(publication)} ${today}`;
  const known = latest.get(question);
  if (known?.of === of) return known.moment;
  const moment = makeMoment(question, publication, today);
  latest.set(question, { of, moment });
  return moment;
}

function makeMoment(question: Question, publication: Publication, today: PlainDate): Moment {
  const { report, name, gzipped, encoding, options } = question;
  // The address of a publication means the same for good: its own day stands in for today.
  const day = options.publication === null ? today : parisDate(publication.publishedAt);
  const given = options.values['as_of'];
  const values = Object.entries({ ...options.values, as_of: given ?? day });
  const identity = {
    edition: editionOf(publication),
    day,
    asked: [
      fingerprintOf(report),
      JSON.stringify(values.toSorted(([a], [b]) => (a < b ? -1 : 1))),
      String(options.limit),
    ],
    form: [name, String(gzipped), encoding, options.profile, String(options.labels)],
  };
  // Statuses follow the day: at midnight an answer of today is another one.
  const begun = given === undefined ? parisMidnight(day).getTime() : 0;
  return {
    asOf: String(given ?? day),
    identity,
    etag: etagOf([
      identity.edition,
      given === undefined ? day : null,
      ...identity.asked,
      ...identity.form,
    ]),
    modified: new Date(Math.max(publication.publishedAt.getTime(), begun)),
  };
}

/** Headers that say for how long an answer is good, and of what. */
export function validityOf(
  { report, negotiated, options }: Question,
  { etag, modified }: Moment,
  exchange: Exchange,
): Record<string, string> {
  // What was asked with a key is kept by the asker alone.
  const scope = exchange.caller === null ? 'public' : 'private';
  return {
    etag,
    'last-modified': modified.toUTCString(),
    'cache-control':
      options.publication === null
        ? `${scope}, max-age=0, must-revalidate`
        : `${scope}, max-age=31536000, immutable`,
    vary: negotiated ? 'accept, accept-encoding' : 'accept-encoding',
    link: `</reports/${report.name}/schema>; rel="describedby"`,
    'server-timing': serverTiming(exchange),
  };
}

/** Whether the client has this answer already. */
export function isKnown({ headers }: IncomingMessage, { etag, modified }: Moment): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return matchesEtag(tags, etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return since >= Math.floor(modified.getTime() / 1000) * 1000;
}

const fingerprints = new WeakMap<Report, string>();

/** Tells a report of one version of the product from that of another. */
function fingerprintOf(report: Report): string {
  const known = fingerprints.get(report);
  if (known) return known;
  const text = print(report.document) + JSON.stringify(report.columns);
  const made = createHash('sha256').update(text).digest('base64url');
  fingerprints.set(report, made);
  return made;
}
