import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { getOperationAST, parse, print, stripIgnoredCharacters } from 'graphql';
import type { Bilingual } from '../../domain/bilingual.ts';
import { BadRequestError, DocumentNotFoundError, type DomainError } from '../../domain/errors.ts';

/** An operation of the product that can be asked for by its id. */
export interface PersistedOperation {
  readonly name: string;
  /** `sha256:` and the hash of the file's bytes, in hexadecimal: another text has another id. */
  readonly documentId: string;
  /** What it answers, in English, from the comment that it begins with. */
  readonly description: string;
  readonly variables: readonly OperationVariable[];
  readonly text: string;
  /** Whether it is answered by events, each time anew. */
  readonly isSubscription: boolean;
}

/** A variable of an operation. */
export interface OperationVariable {
  readonly name: string;
  /** As GraphQL writes it; with `!` it has to be given, unless it has a default. */
  readonly type: string;
  /** As GraphQL writes it; absent without one. */
  readonly default?: string;
}

/** All of them, by name. */
export interface PersistedOperations {
  readonly list: readonly PersistedOperation[];
  /** The operation of an id; absent when there is none. */
  find(documentId: string): PersistedOperation | undefined;
  /** The operation of a text, but for blanks, commas and comments; absent when there is none. */
  findText(text: string): PersistedOperation | undefined;
}

/** How an id is written. */
const DOCUMENT_ID = /^sha256:[0-9a-f]{64}$/;

/** Why a request is not answered that names an operation in two ways. */
export const QUERY_AND_ID: Bilingual = {
  en: 'both query and documentId were given: one of them is accepted',
  fr: 'query et documentId sont donnés tous deux : un seul est accepté',
};

/** The id of a text. */
export function documentIdOf(text: string | Buffer): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** The operation of an id that a client gave, or the reason why there is none. */
export function findOperation(
  operations: PersistedOperations,
  documentId: unknown,
): PersistedOperation | DomainError {
  if (typeof documentId !== 'string' || !DOCUMENT_ID.test(documentId)) {
    return new BadRequestError({
      en: `documentId is ${JSON.stringify(documentId)}: sha256: and 64 hexadecimal digits are accepted, as /graphql/documents lists them`,
      fr: `documentId vaut ${JSON.stringify(documentId)} : sha256: et 64 chiffres hexadécimaux sont acceptés, comme /graphql/documents les donne`,
    });
  }
  return operations.find(documentId) ?? new DocumentNotFoundError(documentId);
}

/**
 * Reads the operations of a folder and of those in it (`*.graphql`), each named and alone in its file.
 *
 * - `formerFolder`: texts that operations had in a release. They are found, and not listed.
 * - Throws when a file is not such a document, and when two operations have the same name.
 */
export async function readPersistedOperations(
  folder: URL,
  formerFolder: URL | null = null,
): Promise<PersistedOperations> {
  const list = await readFolder(folder);
  const all = [...list, ...(formerFolder ? await readFolder(formerFolder) : [])];
  list.sort((one, other) => (one.name < other.name ? -1 : 1));
  const twice = list.find(({ name }, index) => list[index + 1]?.name === name);
  if (twice) throw new Error(`two persisted operations are named ${twice.name}`);
  const byId = new Map(all.map((each) => [each.documentId, each]));
  const byText = new Map(all.map((each) => [strippedText(each.text), each]));
  const longest = Math.max(0, ...all.map(({ text }) => text.length));
  return {
    list,
    find: (documentId) => byId.get(documentId),
    // What is longer by far is not worth reading.
    findText: (text) => (text.length > 4 * longest ? undefined : byText.get(strippedText(text))),
  };
}

async function readFolder(folder: URL): Promise<PersistedOperation[]> {
  const files = await readdir(folder, { recursive: true });
  const documents = files.filter((file) => file.endsWith('.graphql'));
  return Promise.all(documents.map((file) => readOperation(new URL(file, folder))));
}

/** A text without what GraphQL passes over; as it is when it is no GraphQL. */
function strippedText(text: string): string {
  try {
    return stripIgnoredCharacters(text);
  } catch {
    return text;
  }
}

async function readOperation(file: URL): Promise<PersistedOperation> {
  const bytes = await readFile(file);
  const text = bytes.toString('utf8');
  const operation = getOperationAST(parse(text));
  const name = operation?.name?.value;
  if (name === undefined) throw new Error(`${file.pathname} is not one operation with a name`);
  const variables = operation?.variableDefinitions?.map(({ variable, type, defaultValue }) => ({
    name: variable.name.value,
    type: print(type),
    ...(defaultValue && { default: print(defaultValue) }),
  }));
  const description = descriptionOf(text);
  return {
    ...{ name, documentId: documentIdOf(bytes), description, variables: variables ?? [], text },
    isSubscription: operation?.operation === 'subscription',
  };
}

/** The comment at the head of a document, without the settings of its tab in GraphiQL. */
function descriptionOf(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines
    .slice(0, end)
    .filter((line) => !/^# (tab|variables): /.test(line))
    .map((line) => line.slice(1).trim())
    .join(' ');
}
