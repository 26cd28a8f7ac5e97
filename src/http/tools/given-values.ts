import { closest, distance } from 'fastest-levenshtein';
import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  type GraphQLInputType,
  getNullableType,
  isListType,
} from 'graphql';
import type { Bilingual } from '../../domain/bilingual.ts';
import { BadUserInputError } from '../../domain/errors.ts';

/**
 * Checks codes of closed lists and names of members, at any depth of a value: of these GraphQL says,
 * in English, that they are wrong and not which there are. All else it checks itself.
 *
 * - Throws `BadUserInputError` that names what is wrong, what is accepted, and the nearest.
 */
export function checkValue(path: string, given: GraphQLInputType, value: unknown): void {
  if (value === null || value === undefined) return;
  const type = getNullableType(given);
  if (isListType(type)) {
    for (const each of [value].flat()) checkValue(path, type.ofType, each);
  } else if (type instanceof GraphQLEnumType) {
    checkCode(path, type, value);
  } else if (type instanceof GraphQLInputObjectType) {
    checkMembers(path, type, value);
  }
}

function checkCode(path: string, type: GraphQLEnumType, value: unknown): void {
  const codes = type.getValues().map((each) => each.name);
  if (codes.includes(written(value))) return;
  const list = codes.join(', ');
  const hint = hintOf(written(value).toUpperCase(), codes);
  throw new BadUserInputError({
    en: `${path} is ${shown(value)}: ${list} are accepted${hint.en}`,
    fr: `${path} vaut ${shown(value)}\u00a0: ${list} sont acceptés${hint.fr}`,
  });
}

function checkMembers(path: string, type: GraphQLInputObjectType, value: unknown): void {
  const fields = type.getFields();
  const names = Object.keys(fields);
  const list = names.join(', ');
  if (!isObject(value)) {
    throw notAccepted(path, value, `an object of ${list}`, `un objet de ${list}`);
  }
  for (const [name, each] of Object.entries(value)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field) {
      checkValue(`${path}.${name}`, field.type, each);
      continue;
    }
    const hint = hintOf(name, names);
    throw new BadUserInputError({
      en: `${path} has no member ${shown(name)}: ${list} are accepted${hint.en}`,
      fr: `${path} n’a pas de membre ${shown(name)}\u00a0: ${list} sont acceptés${hint.fr}`,
    });
  }
}

/** The error of an argument that a tool or a prompt does not have. */
export function unknownArgument(
  of: string,
  name: string,
  accepted: readonly string[],
): BadUserInputError {
  const list = accepted.join(', ');
  const isOne = accepted.length < 2;
  const hint = hintOf(name, accepted);
  return new BadUserInputError({
    en: `${of} has no argument ${shown(name)}: ${list || 'none'} ${isOne ? 'is' : 'are'} accepted${hint.en}`,
    fr: `${of} n’a pas d’argument ${shown(name)}\u00a0: ${list || 'aucun'} ${isOne ? 'est accepté' : 'sont acceptés'}${hint.fr}`,
  });
}

/** The error of an argument that a tool or a prompt needs and was not given. */
export function missingArgument(of: string, name: string): BadUserInputError {
  return new BadUserInputError({
    en: `${of} needs ${name}, which is not given`,
    fr: `${of} demande ${name}, qui n’est pas donné`,
  });
}

/** What is added to a message when a name near the given one is accepted. */
export function hintOf(given: string, known: readonly string[]): Bilingual {
  const [nearest] = nearestNames(given, known);
  return {
    en: nearest === undefined ? '' : `; did you mean ${nearest}?`,
    fr: nearest === undefined ? '' : `\u00a0; peut-être ${nearest}\u00a0?`,
  };
}

/** Names that may be meant, nearest first: none when all are far from it. */
function nearestNames(given: string, known: readonly string[]): string[] {
  if (known.length === 0 || given.length > LONGEST) return [];
  const nearest = closest(given, [...known]);
  return distance(given.toLowerCase(), nearest.toLowerCase()) <= Math.max(2, given.length / 2)
    ? [nearest]
    : [];
}

/** Characters of a name that is compared with others. */
const LONGEST = 100;

export function notAccepted(
  name: string,
  given: unknown,
  en: string,
  fr: string,
): BadUserInputError {
  const text = shown(given);
  const message: Bilingual = {
    en: `${name} is ${text}: ${en} ${/^\w+ and /.test(en) ? 'are' : 'is'} accepted`,
    fr: `${name} vaut ${text}\u00a0: ${fr} ${/^\w+ et /.test(fr) ? 'sont acceptés' : 'est accepté'}`,
  };
  return new BadUserInputError(message);
}

/** A value as JSON has it, shortened. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).toWellFormed()}…`;
}

/** A text as it is, and what else JSON has as `shown`: an object may have a `toString` that is none. */
export function written(value: unknown): string {
  return typeof value === 'string' ? value : shown(value);
}

/** An object as JSON has it. */
export type Given = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
