import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DataFolderInUseError, holdDataFolder } from '../../../src/db/engines/data-folder.ts';
import { openPglite } from '../../../src/db/engines/pglite.ts';

const CHILD = fileURLToPath(new URL('hold-folder.ts', import.meta.url));

let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'debouches-folder-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Another process that holds a folder. */
async function startHolder(folder: string): Promise<ChildProcess> {
  const options = ['--expose-gc', '--disable-warning=ExperimentalWarning', CHILD, folder];
  const child = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.stdout) await once(child.stdout, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

test('a folder that another process holds is refused, naming it and the way out', async () => {
  const folder = join(root, 'held');
  const holder = await startHolder(folder);
  try {
    const refused = `the embedded database in ${folder} is in use by process ${holder.pid}: stop it first (a running server holds it), choose another folder with DATA_DIR, or use PostgreSQL with DATABASE_URL, which serves and imports at the same time`;
    expect(() => holdDataFolder(folder)).toThrow(new DataFolderInUseError(refused));
    await expect(openPglite(folder)).rejects.toThrow(DataFolderInUseError);
  } finally {
    await kill(holder);
  }
});

test('a folder is free again once the process that held it was killed', async () => {
  const folder = join(root, 'killed');
  await kill(await startHolder(folder));
  const hold = holdDataFolder(folder);
  expect(() => holdDataFolder(folder)).toThrow(`in use by process ${process.pid}`);
  hold.release();
});

test('a folder is made with all that is above it, and freed when it is released', () => {
  const folder = join(root, 'deep', 'down', 'data');
  holdDataFolder(folder).release();
  holdDataFolder(folder).release();
});

test('holders of different folders do not meet', () => {
  const one = holdDataFolder(join(root, 'one'));
  const other = holdDataFolder(join(root, 'other'));
  one.release();
  other.release();
});

test('an embedded database that was being made when its process ended is made anew', async () => {
  const folder = join(root, 'unfinished');
  await mkdir(join(folder, 'pglite'), { recursive: true });
  await writeFile(join(folder, 'pglite', 'PG_VERSION'), '18\n');
  await writeFile(join(folder, 'pglite-unfinished'), '');
  for (const opening of ['made', 'opened again']) {
    await using database = await openPglite(folder);
    await using session = await database.session();
    const { rows } = await sql<{ opening: string }>`select ${opening} as opening`.execute(
      session.db,
    );
    expect(rows).toEqual([{ opening }]);
  }
  expect(await readdir(folder)).not.toContain('pglite-unfinished');
});
