import type { IncomingHttpHeaders } from 'node:http';
import { type Encoding, preferredEncoding, preferredMediaType } from '../cache/negotiation.ts';
import type { Problem } from '../problem.ts';

const LEVELS = ['minimal', 'full', 'none'] as const;

/** How an answer is written. */
export interface AnswerForm {
  readonly media: 'JSON' | 'XML' | 'TEXT';
  /** How much is said of rows beside them. */
  readonly level: (typeof LEVELS)[number];
  /** Whether numbers that JavaScript may round are written as texts. */
  readonly asTexts: boolean;
  readonly version: '4.0' | '4.01';
  readonly encoding: Encoding;
  /** Rows of a page that are preferred, at most; null = as many as there may be. */
  readonly pageSize: number | null;
}

const TYPES = { JSON: 'application/json', XML: 'application/xml', TEXT: 'text/plain' } as const;

/** The form that a request prefers among some, by `$format` or else by its headers. */
export function answerForm(
  headers: IncomingHttpHeaders,
  format: string | null,
  offered: readonly AnswerForm['media'][],
): AnswerForm | Problem {
  const version = versionOf(headers);
  if (typeof version !== 'string') return version;
  const accept = format === null ? headers.accept : acceptOf(format);
  const types = offered.map((each) => TYPES[each]);
  const type = preferredMediaType({ accept }, types);
  const media = offered.find((each) => TYPES[each] === type);
  if (media === undefined) return notAcceptable(format ?? headers.accept ?? '', types);
  const parameters = media === 'JSON' ? parametersOf(accept ?? '') : new Map<string, string>();
  const level = parameters.get('odata.metadata') ?? parameters.get('metadata') ?? 'minimal';
  const known = LEVELS.find((each) => each === level);
  if (!known) return notAcceptable(format ?? headers.accept ?? '', types);
  return {
    ...{ media, level: known, version, encoding: preferredEncoding(headers) },
    asTexts: parameters.get('ieee754compatible') === 'true',
    pageSize: pageSizeOf(headers['prefer']),
  };
}

/** Header `Content-Type` of an answer. */
export function contentType({ media, level, asTexts }: AnswerForm): string {
  if (media !== 'JSON') return `${TYPES[media]};charset=utf-8`;
  const texts = asTexts ? ';IEEE754Compatible=true' : '';
  return `${TYPES.JSON};odata.metadata=${level}${texts};charset=utf-8`;
}

/** A format by its short name, or a media type. */
function acceptOf(format: string): string {
  const short = { json: TYPES.JSON, xml: TYPES.XML }[format.toLowerCase()];
  return short ?? format;
}

/** The parameters of the type JSON that is preferred most, in lower case. */
function parametersOf(accept: string): Map<string, string> {
  const choices = accept
    .split(',')
    .map((each) => {
      const [type = '', ...rest] = each.toLowerCase().split(';');
      const pairs = rest.map((part) => part.split('=', 2).map((text) => text.trim()));
      const parameters = new Map(pairs.map(([name = '', value = '']) => [name, value]));
      return { type: type.trim(), parameters, quality: Number(parameters.get('q') ?? 1) };
    })
    .filter(({ type }) => type === TYPES.JSON)
    .toSorted((one, other) => other.quality - one.quality);
  return choices[0]?.parameters ?? new Map();
}

const PAGE_SIZE = /(?:^|[,;\s])(?:odata\.)?maxpagesize\s*=\s*"?(\d{1,9})"?/i;

function pageSizeOf(prefer: string | readonly string[] | undefined): number | null {
  const size = Number(PAGE_SIZE.exec(String(prefer ?? ''))?.[1] ?? 0);
  return size > 0 ? size : null;
}

/** The version to answer in: 4.0 unless the client knows 4.01. */
function versionOf(headers: IncomingHttpHeaders): AnswerForm['version'] | Problem {
  const given = headers['odata-version'];
  const most = headers['odata-maxversion'];
  const wrong = [given, most].find((each) => each !== undefined && !/^4(\.\d+)?$/.test(`${each}`));
  if (wrong === undefined) return most !== undefined && Number(most) >= 4.01 ? '4.01' : '4.0';
  return {
    ...{ status: 400, code: 'BAD_REQUEST' },
    detail: {
      en: `OData ${JSON.stringify(wrong)} was asked for: 4.0 and 4.01 are spoken here`,
      fr: `OData ${JSON.stringify(wrong)} est demandé\u00a0: 4.0 et 4.01 sont parlés ici`,
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
