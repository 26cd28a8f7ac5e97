import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type PersistedOperations,
  readPersistedOperations,
} from '../../src/http/graphql/persisted-operations.ts';

/** Saves texts in a folder of their own, reads them as saved documents, and removes the folder. */
export async function persistedOperations(texts: readonly string[]): Promise<PersistedOperations> {
  const folder = await mkdtemp(join(tmpdir(), 'debouches-saved-'));
  try {
    for (const [index, text] of texts.entries()) {
      await writeFile(join(folder, `${index}.graphql`), text);
    }
    return await readPersistedOperations(pathToFileURL(`${folder}/`));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Documents for `questionSchema`. */
export const QUESTION_TEXTS = [
  '# What is served, and the day.\n# tab: 1\nquery Served {\n  publication\n  today\n}\n',
  '# A number.\n# It is to be positive.\nquery Positive($number: Int! = 1) { positive(number: $number) }\n',
  'query Slow { slow publication }\n',
  'query Sleep { sleep }\n',
  'query Fault { fault today }\n',
  'query Schema { __typename }\n',
];
