import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { surveyUploads } from '../../../src/cli/survey/serve-uploads.ts';
import type { Database } from '../../../src/db/database.ts';
import { insertSurveyAccess } from '../../../src/db/surveys/access-log.ts';
import { schema } from '../../../src/graphql/schema.ts';
import type { RestrictedRead } from '../../../src/http/access/restricted-reads.ts';
import { READERS } from '../../datasets/surveys/survey-register.ts';
import { SURVEYS } from '../../support/survey-rows.ts';
import { SECRET } from '../../support/surveys.ts';
import { type QuestionServer, type Settings, serveQuestions } from '../question-server.ts';

export type Who = keyof typeof READERS;

/** Folders of uploads of this process alone: other tests upload too. */
const OWN_FOLDER = mkdtempSync(join(tmpdir(), 'uploads-of-test-'));
process.env['TMPDIR'] = OWN_FOLDER;
process.on('exit', () => rmSync(OWN_FOLDER, { recursive: true, force: true }));

/** Headers of a reader, whose key is its name, as a browser gives it. */
export function keyOf(who: Who): Record<string, string> {
  if (who === 'everybody') return {};
  return { authorization: `Basic ${Buffer.from(`me:${who}`).toString('base64')}` };
}

/** Serves surveys and accepts files of them, as `serve` does; reads are kept in the database and in `reads`. */
export function serveUploads(
  database: Database,
  reads: RestrictedRead[] = [],
  settings: Settings = {},
): Promise<QuestionServer> {
  return serveQuestions(database, schema, {
    surveys: SURVEYS,
    importSurvey: surveyUploads(database, {
      ...{ secret: SECRET, ofDemonstration: false },
      clock: () => new Date('2026-11-24T12:00:00Z'),
    }),
    apiKeys: Object.entries(READERS).map(([name, reader]) => ({
      ...{ name, reader },
      sha256: createHash('sha256').update(name).digest('hex'),
    })),
    onRestrictedRead: async (read) => {
      reads.push(read);
      const { at: readAt, reader, certifications: certificationCodes, ...rest } = read;
      if (reader.role === 'PUBLIC') throw new Error('everybody read restricted figures');
      await using session = await database.session();
      await insertSurveyAccess(session.db, { ...rest, readAt, reader, certificationCodes });
    },
    ...settings,
  });
}

/** A form of files by their names. */
export function formOf(
  files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>,
  action: string | null = 'verifier',
): FormData {
  const form = new FormData();
  for (const [name, content] of Object.entries(files)) {
    form.append('fichiers', new Blob([content]), name);
  }
  if (action !== null) form.append('action', action);
  return form;
}

/** Sends a form as the page of the server has a browser send it. */
export function sendForm(
  { url }: QuestionServer,
  body: FormData,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  return fetch(`${url}/enquetes/import`, {
    method: 'POST',
    body,
    headers: { 'accept-language': 'fr', origin: url, 'sec-fetch-site': 'same-origin', ...headers },
  });
}

/** Folders of uploads that are on disk. */
export async function uploadFolders(): Promise<readonly string[]> {
  const all = await readdir(OWN_FOLDER);
  return all.filter((name) => name.startsWith('debouches-upload-'));
}

/** A page without its tags, in one line. */
export function textOf(page: string): string {
  return page
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/[\s\u00a0\u202f]+/g, ' ');
}

/** Rows of every table that an import writes. */
export async function storedRows(database: Database): Promise<readonly number[]> {
  await using reading = await database.startReading();
  const { db } = reading;
  const counts: number[] = [];
  for (const table of ['survey.holder', 'survey.answer', 'survey.import', 'publication'] as const) {
    const { count } = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    counts.push(Number(count));
  }
  return counts;
}
