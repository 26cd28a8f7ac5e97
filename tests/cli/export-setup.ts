import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPglite } from '../../src/db/engines/pglite.ts';
import { publishSmallRegister } from '../http/question-server.ts';

/** A folder with an embedded database that has a small fictitious register, and room beside it. */
export async function databaseFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'debouches-export-test-'));
  const data = join(folder, 'data');
  {
    await using database = await openPglite(data);
    await publishSmallRegister(database);
  }
  return {
    folder,
    env: { DATA_DIR: data },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
