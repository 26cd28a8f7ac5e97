import type { ParameterProblem } from '../../datasets/parameter.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import { nearestNames } from '../nearest-names.ts';

/** System query options that are understood. */
export const SYSTEM_OPTIONS = [
  ...['select', 'filter', 'orderby', 'top', 'skip', 'count', 'search', 'apply', 'format'],
  'skiptoken',
] as const;

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
      en: `is not supported: ${accepted.join(', ')} are accepted; the nearest is ${nearest}`,
      fr: `n’est pas pris en charge\u00a0: ${accepted.join(', ')} sont acceptés\u00a0; le plus proche est ${nearest}`,
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
