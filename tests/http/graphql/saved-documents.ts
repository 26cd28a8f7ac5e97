import type { Database } from '../../../src/db/database.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { persistedOperations, QUESTION_TEXTS } from '../persisted-folder.ts';
import { publishSmallRegister, type QuestionServer, serveQuestions } from '../question-server.ts';

/** The documents for `questionSchema`, saved. */
export const operations = await persistedOperations(QUESTION_TEXTS);

/** A small register in the embedded database. */
export async function openSmallRegister(): Promise<Database> {
  const database = await openMigratedPglite();
  await publishSmallRegister(database);
  return database;
}

/** Serves a register with the saved documents. */
export function serveSavedDocuments(database: Database): Promise<QuestionServer> {
  return serveQuestions(database, undefined, { operations });
}

export function idOf(name: string): string {
  const found = operations.list.find((each) => each.name === name);
  if (!found) throw new Error(`no document is named ${name}`);
  return found.documentId;
}

/** Address of a saved document. */
export function addressOf(
  { url }: QuestionServer,
  name: string,
  parameters: Record<string, string> = {},
): string {
  const search = new URLSearchParams({ documentId: idOf(name), ...parameters });
  return `${url}/graphql?${search}`;
}

/** Whether an answer was in memory, as it says itself. */
export function cacheOf(response: Response): string | undefined {
  return /^cache;desc=(hit|miss), total;dur=\d+\.\d\d$/.exec(
    response.headers.get('server-timing') ?? '',
  )?.[1];
}

/** Waits until so many requests were told that their answer is not in memory. */
export async function untilAsked({ url }: QuestionServer, count: number): Promise<void> {
  const misses = `debouches_cache_lookups_total{result="miss"} ${count}\n`;
  while (!(await (await fetch(`${url}/metrics`)).text()).includes(misses));
}
