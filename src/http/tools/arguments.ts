import type { Language } from '../../datasets/labels.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import type { AskedPublication } from '../../snapshot/asked-publication.ts';
import { parametersProblem } from '../graphql/parameter-limits.ts';
import { askedBeside } from '../graphql/persisted-request.ts';
import {
  checkValue,
  type Given,
  isObject,
  missingArgument,
  notAccepted,
  unknownArgument,
  written,
} from './given-values.ts';
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
  for (const { name, type, usual, isRequired } of tool.variables) {
    const value = all[name] ?? null;
    if (value !== null) named.add(name);
    const chosen = value ?? (isPageSize(name) ? usual : null);
    if (chosen === null && isRequired) throw missingArgument(tool.name, name);
    if (chosen === null) continue;
    if (isPageSize(name)) checkPageSize(name, chosen);
    checkValue(name, type, chosen);
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
  throw unknownArgument(tool.name, unknown, accepted);
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

function publicationAsked(all: Given, token: string | null): AskedPublication | null {
  const { publication = null, knownOn = null } = all;
  if (publication === null && knownOn === null) return token === null ? null : { token };
  const query = new URLSearchParams();
  if (publication !== null) query.set('publication', written(publication));
  if (knownOn !== null) query.set('known_on', written(knownOn));
  const beside = askedBeside(query, token);
  if ('en' in beside) {
    // A tool has the same argument by its name in GraphQL.
    const named = (text: string) => text.replace(/^known_on(?= ?:)/, 'knownOn');
    throw new BadUserInputError({ en: named(beside.en), fr: named(beside.fr) });
  }
  return beside.asked;
}
