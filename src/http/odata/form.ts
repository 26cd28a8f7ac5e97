import type { IncomingHttpHeaders } from 'node:http';
import { type Encoding, preferredEncoding } from '../cache/negotiation.ts';
import { type Accepted, acceptedOf } from '../odata-headers/accept.ts';
import { type PagePreference, pagePreference } from '../odata-headers/preferences.ts';
import { type OdataVersion, unspokenVersion, versionFor } from '../odata-headers/version.ts';
import type { Problem } from '../problem.ts';

/** How an answer is written. */
export interface AnswerForm extends Omit<Accepted, 'type'> {
  readonly media: 'JSON' | 'XML' | 'TEXT';
  readonly version: OdataVersion;
  readonly encoding: Encoding;
  /** Rows of a page that are preferred, at most; null = as many as there may be. */
  readonly page: PagePreference | null;
}

const TYPES = { JSON: 'application/json', XML: 'application/xml', TEXT: 'text/plain' } as const;

/** The form that a request prefers among some, by `$format` or else by its headers. */
export function answerForm(
  headers: IncomingHttpHeaders,
  format: string | null,
  offered: readonly AnswerForm['media'][],
): AnswerForm | Problem {
  const version = versionFor(headers);
  const unspoken = unspokenVersion(headers);
  if (unspoken !== null || version === null) return notSpoken(unspoken);
  const accept = format === null ? headers.accept : mediaTypeOf(format);
  const types = offered.map((each) => TYPES[each]);
  const accepted = acceptedOf(accept, types);
  const media = offered.find((each) => TYPES[each] === accepted?.type);
  if (!accepted || media === undefined) return notAcceptable(accept ?? '', types);
  const { level, asTexts, hasCharset } = accepted;
  return {
    ...{ media, level, asTexts, hasCharset, version, encoding: preferredEncoding(headers) },
    page: pagePreference(headers['prefer']),
  };
}

/** Header `Content-Type` of an answer, whose parameters 4.01 has without a prefix. */
export function contentType({ media, level, asTexts, hasCharset, version }: AnswerForm): string {
  const charset = hasCharset ? ';charset=utf-8' : '';
  if (media !== 'JSON') return TYPES[media] + charset;
  const texts = asTexts ? ';IEEE754Compatible=true' : '';
  const prefix = version === '4.0' ? 'odata.' : '';
  return `${TYPES.JSON};${prefix}metadata=${level}${texts}${charset}`;
}

/** Header `Content-Type` of metadata as JSON, which there is one level of. */
export function metadataType({ hasCharset }: AnswerForm): string {
  return TYPES.JSON + (hasCharset ? ';charset=utf-8' : '');
}

const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['json', TYPES.JSON],
  ['xml', TYPES.XML],
]);

/** A format by its short name, or a media type. */
function mediaTypeOf(format: string): string {
  return SHORT_NAMES.get(format.toLowerCase()) ?? format;
}

function notSpoken(version: string | null): Problem {
  return {
    ...{ status: 400, code: 'BAD_REQUEST' },
    detail: {
      en: `OData ${JSON.stringify(version)} was asked for: 4.0 and 4.01 are spoken here`,
      fr: `OData ${JSON.stringify(version)} est demandé\u00a0: 4.0 et 4.01 sont parlés ici`,
    },
  };
}

function notAcceptable(given: string, types: readonly string[]): Problem {
  const offered = types.join(', ');
  return {
    ...{ status: 406, code: 'BAD_REQUEST' },
    detail: {
      en: `an answer in ${JSON.stringify(given)} was asked for: ${offered} can be given here, JSON with odata.metadata=minimal, full or none`,
      fr: `une réponse en ${JSON.stringify(given)} est demandée\u00a0: ${offered} peuvent être donnés ici, JSON avec odata.metadata=minimal, full ou none`,
    },
  };
}
