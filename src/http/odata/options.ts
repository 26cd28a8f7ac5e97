import type { ParameterProblem } from '../../datasets/parameter.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import { ERRORS } from '../errors.ts';
import { nearestNames } from '../nearest-names.ts';
import { type Problem, wrongParameters } from '../problem.ts';

/** System query options that are understood. */
export const SYSTEM_OPTIONS = [
  ...['select', 'filter', 'orderby', 'top', 'skip', 'count', 'search', 'apply', 'format'],
  'skiptoken',
] as const;

/** System query options of the standard that are not supported, apart from what it does not know. */
export const UNSUPPORTED_OPTIONS: readonly string[] = [
  ...['expand', 'compute', 'levels', 'index', 'schemaversion', 'deltatoken', 'id'],
];

/** The problem of one of them. */
export function unsupportedOption(name: string): ParameterProblem {
  const accepted = SYSTEM_OPTIONS.map((each) => `$${each}`).join(', ');
  return {
    ...{ parameter: `$${name}`, code: 'NOT_IMPLEMENTED' },
    message: {
      en: `is of the standard, and not supported: ${accepted} are accepted`,
      fr: `est de la norme, et n’est pas pris en charge\u00a0: ${accepted} sont acceptés`,
    },
  };
}

/** All that is wrong with options; 501 where nothing is but that something is not supported. */
export function optionsProblem(problems: readonly ParameterProblem[]): Problem {
  const wrong = wrongParameters(problems);
  if (problems.every(({ code }) => code === 'NOT_IMPLEMENTED')) {
    return { ...wrong, status: ERRORS.NOT_IMPLEMENTED.status, code: 'NOT_IMPLEMENTED' };
  }
  const isTooComplex = problems.some(({ code }) => code === 'QUERY_TOO_COMPLEX');
  return isTooComplex ? { ...wrong, code: 'QUERY_TOO_COMPLEX' } : wrong;
}

/** The whole number that an option gives; throws `BadUserInputError` for any other text. */
export function wholeNumber(text: string): number {
  if (/^\s*\d{1,9}\s*$/.test(text)) return Number(text);
  throw new BadUserInputError({
    en: `is ${JSON.stringify(text)}: a whole number from 0 to 999999999 is accepted`,
    fr: `vaut ${JSON.stringify(text)}\u00a0: un nombre entier de 0 à 999999999 est accepté`,
  });
}

/** The truth value that an option gives; throws `BadUserInputError` for any other text. */
export function truth(text: string): boolean {
  const said = text.trim().toLowerCase();
  if (said === 'true' || said === 'false') return said === 'true';
  throw new BadUserInputError({
    en: `is ${JSON.stringify(text)}: true or false is accepted`,
    fr: `vaut ${JSON.stringify(text)}\u00a0: true ou false est accepté`,
  });
}

/** The problem of an option that there is not. */
export function unknownOption(name: string): ParameterProblem {
  const accepted = SYSTEM_OPTIONS.map((each) => `$${each}`);
  const [nearest] = nearestNames(name.toLowerCase(), accepted);
  return {
    parameter: name,
    message: {
      en: `is no option: ${accepted.join(', ')} are accepted; the nearest is ${nearest}`,
      fr: `n’est pas une option\u00a0: ${accepted.join(', ')} sont acceptés\u00a0; le plus proche est ${nearest}`,
    },
  };
}

/** The problem of an option that is given again. */
export function twice(parameter: string): ParameterProblem {
  return {
    parameter,
    message: {
      en: 'is given several times: once is accepted',
      fr: 'est donné plusieurs fois\u00a0: une seule est acceptée',
    },
  };
}

/** The problem of an option that is not for what is asked. */
export function notHere(name: string, accepted: ReadonlySet<string>): ParameterProblem {
  const list = [...accepted].map((each) => `$${each}`).join(', ');
  return {
    parameter: `$${name}`,
    message: {
      en: `is not accepted here: ${list} are`,
      fr: `n’est pas accepté ici\u00a0: ${list} le sont`,
    },
  };
}

/** The problem of both. */
export const SEARCH_AND_APPLY: ParameterProblem = {
  parameter: '$search',
  message: {
    en: 'is given beside $apply, whose rows have no texts to search: give one of them',
    fr: 'est donné avec $apply, dont les lignes n’ont pas de textes à chercher\u00a0: donnez l’un des deux',
  },
};
