import type { Bilingual } from '../domain/bilingual.ts';
import { plainDate } from '../domain/calendar.ts';

/** What one value of a parameter may be. */
export type ParameterKind =
  | { readonly type: 'INTEGER'; readonly from: number; readonly to: number }
  | { readonly type: 'DATE' }
  | { readonly type: 'BOOLEAN' }
  | { readonly type: 'CHOICE'; readonly of: readonly string[] }
  | { readonly type: 'TEXT'; readonly pattern: RegExp; readonly accepted: Bilingual };

/** A parameter of the query string of a report. */
export interface Parameter {
  /** snake_case. */
  readonly name: string;
  readonly description: Bilingual;
  readonly kind: ParameterKind;
  /** Whether several values are accepted, repeated or between commas: any of them. */
  readonly many: boolean;
  /** What it is when it is not given; absent = no restriction. */
  readonly otherwise?: ParameterValue;
  readonly required?: true;
  readonly example: string;
}

export type ParameterValue = string | number | boolean;

/** Values by the name of their parameter: a list for one that takes several, in the order given. */
export type ParameterValues = Readonly<
  Record<string, ParameterValue | readonly ParameterValue[] | undefined>
>;

/** What is wrong with one parameter, in words that name what was given and what is accepted. */
export interface ParameterProblem {
  readonly parameter: string;
  /** What it is called where it is not that a value is wrong. */
  readonly code?: 'NOT_IMPLEMENTED' | 'QUERY_TOO_COMPLEX';
  readonly message: Bilingual;
}

/**
 * Reads the parameters of a query string, all problems at once. An empty value counts as not
 * given: a tool that leaves a field empty means no restriction.
 */
export function parseParameters(
  parameters: readonly Parameter[],
  query: URLSearchParams,
): { readonly values: ParameterValues; readonly problems: readonly ParameterProblem[] } {
  const known = new Map(parameters.map((each) => [each.name, each]));
  const problems: ParameterProblem[] = [];
  for (const name of new Set(query.keys())) {
    if (!known.has(name)) {
      problems.push({ parameter: name, message: unknown([...known.keys()]) });
    }
  }
  const values: Record<string, ParameterValue | readonly ParameterValue[]> = {};
  for (const parameter of parameters) {
    const { name, kind, many, otherwise, required } = parameter;
    const given = textsOf(query.getAll(name), many);
    if (given.length > 1 && !many) {
      problems.push({
        parameter: name,
        message: {
          en: `is given ${given.length} times: once is accepted`,
          fr: `est donné ${given.length} fois : une seule est acceptée`,
        },
      });
    } else if (given.length === 0) {
      if (otherwise !== undefined) values[name] = otherwise;
      if (required) {
        const { en, fr } = accepted(kind);
        problems.push({
          parameter: name,
          message: { en: `is missing: ${en}`, fr: `manque : ${fr}` },
        });
      }
    } else {
      const read = given.map((text) => readText(kind, text));
      const wrong = given.filter((_, index) => read[index] === null);
      if (wrong.length > 0) {
        const list = wrong.map((text) => JSON.stringify(text)).join(', ');
        const { en, fr } = accepted(kind);
        const message = { en: `is ${list}: ${en}`, fr: `vaut ${list} : ${fr}` };
        problems.push({ parameter: name, message });
      }
      const right = read.filter((value) => value !== null);
      if (many) values[name] = right;
      else if (right[0] !== undefined) values[name] = right[0];
    }
  }
  return { values, problems };
}

/** The values that were given, without spaces around them and without empty ones. */
function textsOf(given: readonly string[], many: boolean): string[] {
  const texts = many ? given.flatMap((text) => text.split(',')) : given;
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}

/** The value that a text means; null when it is not one. */
function readText(kind: ParameterKind, text: string): ParameterValue | null {
  switch (kind.type) {
    case 'INTEGER': {
      const value = /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
      return value >= kind.from && value <= kind.to ? value : null;
    }
    case 'DATE':
      return dayOf(text);
    case 'BOOLEAN': {
      const said = text.toLowerCase();
      return said === 'true' ? true : said === 'false' ? false : null;
    }
    case 'CHOICE':
      return kind.of.find((each) => each.toLowerCase() === text.toLowerCase()) ?? null;
    case 'TEXT':
      return kind.pattern.test(text) ? text : null;
  }
}

/** A day of the calendar as YYYY-MM-DD. */
function dayOf(text: string): string | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return parts && plainDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

function unknown(known: readonly string[]): Bilingual {
  const list = known.join(', ');
  if (known.length === 0) {
    return {
      en: 'is not known: no parameter is accepted here',
      fr: 'n’est pas connu : aucun paramètre n’est accepté ici',
    };
  }
  const isOne = known.length === 1;
  return {
    en: `is not known: ${list} ${isOne ? 'is' : 'are'} accepted`,
    fr: `n’est pas connu : ${list} ${isOne ? 'est accepté' : 'sont acceptés'}`,
  };
}

function accepted(kind: ParameterKind): Bilingual {
  switch (kind.type) {
    case 'INTEGER':
      return {
        en: `a whole number from ${kind.from} to ${kind.to} is accepted`,
        fr: `un nombre entier de ${kind.from} à ${kind.to} est accepté`,
      };
    case 'DATE':
      return {
        en: 'a day as YYYY-MM-DD is accepted',
        fr: 'un jour écrit AAAA-MM-JJ est accepté',
      };
    case 'BOOLEAN':
      return { en: 'true or false is accepted', fr: 'true ou false est accepté' };
    case 'CHOICE': {
      const list = kind.of.join(', ');
      return { en: `one of ${list} is accepted`, fr: `un de ${list} est accepté` };
    }
    case 'TEXT':
      return { en: `${kind.accepted.en} is accepted`, fr: `${kind.accepted.fr} est accepté` };
  }
}
