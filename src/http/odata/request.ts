import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { type Reader, readerKey } from '../../domain/access/reader.ts';
import { type PlainDate, parisMidnight } from '../../domain/calendar.ts';
import type { AskedPublication } from '../../snapshot/asked-publication.ts';
import { etagOf } from '../cache/etag.ts';
import { keyFor, partsFor } from '../cache/reader-keys.ts';
import { responseKey } from '../cache/response-cache.ts';
import { variedBy } from '../cache/send-cached.ts';
import { DATASETS_CONTRACT } from '../common-headers.ts';
import { isolationProblem } from '../odata-headers/precondition.ts';
import { originOf } from '../origin.ts';
import type { Problem } from '../problem.ts';
import { type Publication, publicationKey, tokenOf } from '../publication.ts';
import { fingerprintOf, type Moment } from '../reports/request.ts';
import { type OdataAddress, odataAddress, type RowsAddress } from './address.ts';
import { type AnswerForm, answerForm } from './form.ts';
import { optionsProblem } from './options.ts';
import { positionText } from './position.ts';
import {
  aliasesOf,
  customOptions,
  documentProblems,
  givenOptions,
  type RowsQuery,
  rowsQuery,
} from './query.ts';
import { pageRows } from './select-rows.ts';

/** A request for rows. */
export interface RowsRequest {
  readonly address: RowsAddress;
  readonly query: RowsQuery;
  readonly form: AnswerForm;
  /** Address of the service, absolute, with a slash at its end. */
  readonly root: string;
  /** What was asked, in one spelling and without keys. */
  readonly text: string;
  /** Whether a key is part of the address, and so of links in the answer, which nobody keeps. */
  readonly hasSecret: boolean;
  /** The publication that it is of: that of the pages before where there are such. */
  readonly asked: AskedPublication | null;
  /** The same with the place of the next page. */
  readonly nextLink: (position: NonNullable<RowsQuery['position']>) => string;
}

export type OdataRequest =
  | {
      readonly kind: 'DOCUMENT';
      readonly address: Exclude<OdataAddress, RowsAddress>;
      readonly form: AnswerForm;
      readonly root: string;
    }
  | { readonly kind: 'ROWS'; readonly request: RowsRequest }
  | { readonly kind: 'PROBLEM'; readonly set: string | null; readonly problem: Problem };

/** Names of options that a client is let in by. */
const SECRETS = ['key', 'publication_token'];

/** Reads a request; gives a problem when it cannot be answered. */
export function readOdataRequest(request: FastifyRequest, nowMs: () => number): OdataRequest {
  const { url, headers } = request;
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? '' : url.slice(mark));
  const isolation = isolationProblem(headers);
  if (isolation) return { kind: 'PROBLEM', set: null, problem: isolation };
  const address = odataAddress(path, aliasesOf(query));
  if ('status' in address) return { kind: 'PROBLEM', set: null, problem: address };
  const isRows = address.kind !== 'SERVICE' && address.kind !== 'METADATA';
  const given = givenOptions(query, isRows ? customOptions(address.set) : []);
  const form = formOf(headers, given.system.get('format') ?? null, address);
  const set = isRows ? address.set.name : null;
  if ('status' in form) return { kind: 'PROBLEM', set, problem: form };
  const origin = originOf(request);
  const root = `${origin}/odata/`;
  if (!isRows) {
    const problems = documentProblems(given);
    if (problems.length > 0) return { kind: 'PROBLEM', set, problem: optionsProblem(problems) };
    return { kind: 'DOCUMENT', address, form, root };
  }
  const read = rowsQuery(address, given, tokenOf({ headers }), nowMs);
  if (read.problems.length > 0) {
    return { kind: 'PROBLEM', set, problem: optionsProblem(read.problems) };
  }
  const { position, options } = read.query;
  return {
    kind: 'ROWS',
    request: {
      ...{ address, query: read.query, form, root },
      text: spelled(path, query),
      hasSecret: SECRETS.some((name) => query.has(name)),
      asked: options.asked ?? (position && { publication: position.publication }),
      nextLink: (next) => `${origin}${path}?${withPosition(query, positionText(next))}`,
    },
  };
}

/** A number of rows and a raw value are text, whatever else the client reads; the number is short and not compressed. */
function formOf(
  headers: IncomingHttpHeaders,
  format: string | null,
  address: OdataAddress,
): AnswerForm | Problem {
  const form = answerForm(headers, format, mediaOf(address));
  const isCount = address.kind === 'COUNT';
  if ('status' in form || !(isCount || address.kind === 'VALUE')) return form;
  const text = form.media === 'TEXT' ? form : { ...form, media: 'TEXT' as const, hasCharset: true };
  return isCount ? { ...text, encoding: 'identity' } : text;
}

function mediaOf({ kind }: OdataAddress): readonly AnswerForm['media'][] {
  switch (kind) {
    case 'METADATA':
      return ['XML', 'JSON'];
    case 'COUNT':
    case 'VALUE':
      return ['TEXT', 'JSON'];
    default:
      return ['JSON'];
  }
}

function spelled(path: string, query: URLSearchParams): string {
  const pairs = [...query].filter(([name]) => !SECRETS.includes(name));
  return JSON.stringify([path, ...pairs.toSorted(([one], [other]) => (one < other ? -1 : 1))]);
}

function withPosition(query: URLSearchParams, token: string): string {
  const next = new URLSearchParams();
  for (const [name, value] of query) {
    if (name.replace(/^\$/, '').toLowerCase() !== 'skiptoken') next.append(name, value);
  }
  next.append('$skiptoken', token);
  return next.toString().replaceAll('%24', '$').replaceAll('+', '%20');
}

/** What an answer depends on beside the request. */
export function momentOfRows(
  request: RowsRequest,
  publication: Publication,
  today: PlainDate,
  reader: Reader,
): Moment {
  const { address, query, form, root, text, asked } = request;
  const given = query.options.values['as_of'] ?? query.position?.day;
  const identity = {
    publication: publicationKey(publication),
    day: today,
    request: [fingerprintOf(address.set.dataset), root, text],
    form: [
      'odata',
      form.media,
      form.level,
      form.version,
      form.encoding,
      `${form.asTexts} ${form.hasCharset} ${form.page?.rows}`,
    ],
  };
  const parts = [identity.publication, given === undefined ? today : null];
  const etag = etagOf([...parts, ...identity.request, ...identity.form, ...partsFor(reader)]);
  const begun = given === undefined ? parisMidnight(today).getTime() : 0;
  const modified = new Date(Math.max(publication.publishedAt.getTime(), begun));
  const isForAll = readerKey(reader) === '';
  return {
    asOf: String(given ?? today),
    key: keyFor(reader, responseKey(identity)),
    etag,
    ...(isForAll && { modified }),
    headers: {
      ...DATASETS_CONTRACT,
      etag,
      ...(isForAll && { 'last-modified': modified.toUTCString() }),
      'odata-version': form.version,
      ...(form.page && {
        'preference-applied': `${form.page.name}=${pageRows(address.set.dataset, form.page.rows)}`,
      }),
      vary: variedBy('accept, accept-encoding, odata-maxversion, prefer', asked),
      link: `<${root}$metadata>; rel="describedby", </about.json>; rel="license"`,
    },
  };
}
