import { closest, distance } from 'fastest-levenshtein';
import { GraphQLEnumType, type GraphQLInputType, getNamedType } from 'graphql';
import type { Language } from '../../datasets/labels.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import type { AskedPublication } from '../../snapshot/asked-publication.ts';
import { parametersProblem } from '../graphql/parameter-limits.ts';
import { askedBeside } from '../graphql/persisted-request.ts';
import { isPageSize, ROWS } from './input-schema.ts';
import { COMMON, type Tool } from './tools.ts';

/** What a call asks, as its operation is given it. */
export interface ToolArguments {
  readonly language: Language;
  /** null = the newest. */
  readonly publication: AskedPublication | null;
  /** Of the operation: those that were given, and the sizes of pages. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Names of those that were given. */
  readonly given: ReadonlySet<string>;
}

type Given = Readonly<Record<string, unknown>>;

/** The language that a call names; that of the request when it names none that is served. */
export function languageOf(given: unknown, usual: Language): Language {
  const asked = isObject(given) ? given['language'] : undefined;
  return asked === 'fr' || asked === 'en' ? asked : usual;
}

/**
 * Reads the arguments of a call. The values of variables are checked by GraphQL.
 *
 * - Throws `BadUserInputError` for arguments that are no object, names that are not known, and values
 *   of its own that are not accepted.
 */
export function readArguments(
  tool: Tool,
  given: unknown,
  { language, token }: { readonly language: Language; readonly token: string | null },
): ToolArguments {
  const all = given ?? {};
  if (!isObject(all)) throw notAccepted('arguments', given, 'a JSON object', 'un objet JSON');
  const problem = parametersProblem(all);
  if (problem) throw new BadUserInputError(problem);
  checkNames(tool, all);
  const { language: asked = null } = all;
  if (asked !== null && asked !== 'fr' && asked !== 'en') {
    throw notAccepted('language', asked, 'fr and en', 'fr et en');
  }
  const variables: Record<string, unknown> = {};
  const named = new Set<string>();
  for (const { name, type, usual } of tool.variables) {
    const value = all[name] ?? null;
    if (value !== null) named.add(name);
    const chosen = value ?? (isPageSize(name) ? usual : null);
    if (chosen === null) continue;
    if (isPageSize(name)) checkPageSize(name, chosen);
    checkCodes(name, type, chosen);
    variables[name] = chosen;
  }
  return {
    ...{ variables, given: named, language: asked ?? language },
    publication: publicationAsked(all, token),
  };
}

function checkNames(tool: Tool, all: Given): void {
  const accepted = [...tool.variables.map(({ name }) => name), ...COMMON];
  const unknown = Object.keys(all).find((name) => !accepted.includes(name));
  if (unknown === undefined) return;
  const [nearest] = nearestNames(unknown, accepted);
  const list = accepted.join(', ');
  const hint = {
    en: nearest === undefined ? '' : `; did you mean ${nearest}?`,
    fr: nearest === undefined ? '' : `\u00a0; peut-être ${nearest}\u00a0?`,
  };
  throw new BadUserInputError({
    en: `${tool.name} has no argument ${JSON.stringify(unknown)}: ${list} are accepted${hint.en}`,
    fr: `${tool.name} n’a pas d’argument ${JSON.stringify(unknown)}\u00a0: ${list} sont acceptés${hint.fr}`,
  });
}

function checkPageSize(name: string, value: unknown): void {
  if (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= ROWS.most) return;
  throw notAccepted(
    name,
    value,
    `a number of rows from 1 to ${ROWS.most}`,
    `un nombre de lignes de 1 à ${ROWS.most}`,
  );
}

/** Checks the codes of a closed list, of which GraphQL does not say which there are. */
function checkCodes(name: string, type: GraphQLInputType, value: unknown): void {
  const inner = getNamedType(type);
  if (!(inner instanceof GraphQLEnumType)) return;
  const codes = inner.getValues().map((each) => each.name);
  const unknown = [value].flat().find((each) => !codes.includes(written(each)));
  if (unknown === undefined) return;
  const [nearest] = nearestNames(written(unknown).toUpperCase(), codes);
  const list = codes.join(', ');
  throw new BadUserInputError({
    en: `${name} is ${shown(unknown)}: ${list} are accepted${nearest === undefined ? '' : `; did you mean ${nearest}?`}`,
    fr: `${name} vaut ${shown(unknown)}\u00a0: ${list} sont acceptés${nearest === undefined ? '' : `\u00a0; peut-être ${nearest}\u00a0?`}`,
  });
}

function publicationAsked(all: Given, token: string | null): AskedPublication | null {
  const { publication = null, knownOn = null } = all;
  if (publication === null && knownOn === null) return token === null ? null : { token };
  const query = new URLSearchParams();
  if (publication !== null) query.set('publication', written(publication));
  if (knownOn !== null) query.set('known_on', written(knownOn));
  const beside = askedBeside(query, token);
  if ('en' in beside) throw new BadUserInputError(beside);
  return beside.asked;
}

/** Names that may be meant, nearest first: none when all are far from it. */
export function nearestNames(given: string, known: readonly string[]): string[] {
  if (known.length === 0 || given.length > LONGEST) return [];
  const nearest = closest(given, [...known]);
  return distance(given.toLowerCase(), nearest.toLowerCase()) <= Math.max(2, given.length / 2)
    ? [nearest]
    : [];
}

/** Characters of a name that is compared with others. */
const LONGEST = 100;

function notAccepted(name: string, given: unknown, en: string, fr: string): BadUserInputError {
  const text = shown(given);
  const message: Bilingual = {
    en: `${name} is ${text}: ${en} ${/ and /.test(en) ? 'are' : 'is'} accepted`,
    fr: `${name} vaut ${text}\u00a0: ${fr} ${/ et /.test(fr) ? 'sont acceptés' : 'est accepté'}`,
  };
  return new BadUserInputError(message);
}

/** A value as JSON has it, shortened. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).toWellFormed()}…`;
}

/** A text as it is, and what else JSON has as `shown`: an object may have a `toString` that is none. */
function written(value: unknown): string {
  return typeof value === 'string' ? value : shown(value);
}

export function isObject(value: unknown): value is Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
