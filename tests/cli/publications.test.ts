import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportText } from '../ingest/sources/export/export-text.ts';
import { createScratchUrl } from '../support/database.ts';
import { runCli } from './run-cli.ts';

const run = promisify(execFile);
const url = process.env['TEST_DATABASE_URL'];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'debouches-publications-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Env = Record<string, string>;

/** Imports an export of a day, in which a fiche has a title. */
async function importTitle(env: Env, day: string, title: string): Promise<void> {
  const path = join(folder, `export_fiches_RNCP_V4_1_${day}.xml`);
  await writeFile(path, exportText([{ code: 'RNCP1', title }]));
  expect(await runCli(['import', path], env)).toMatchObject({ code: 0 });
}

/** Number and state of each publication, newest first. */
async function states(env: Env): Promise<string[]> {
  const { stdout } = await runCli(['publications', '--json'], env);
  const list = JSON.parse(stdout) as { id: number; state: string; current: boolean }[];
  return list.map(({ id, state, current }) => `${id} ${current ? 'served' : state}`);
}

const PLACES: readonly [string, () => Promise<{ env: Env; drop: () => Promise<void> }>][] = [
  [
    'the embedded database',
    async () => ({ env: { DATA_DIR: join(folder, 'data') }, drop: async () => {} }),
  ],
  ...(url
    ? ([
        [
          'PostgreSQL',
          async () => {
            const { href, drop } = await createScratchUrl(url);
            return { env: { DATABASE_URL: href }, drop };
          },
        ],
      ] as typeof PLACES)
    : []),
];

describe.each(PLACES)('publications of %s', (_name, place) => {
  let env: Env = {};
  let drop = async () => {};

  beforeAll(async () => {
    ({ env, drop } = await place());
    for (const day of [1, 2, 3, 4]) await importTitle(env, `2026-01-0${day}`, `Titre ${day}`);
  });
  afterAll(() => drop());

  test('are listed, rolled back, withdrawn and pruned from the command line', async () => {
    const listed = await runCli(['publications'], env);
    expect(listed.stdout).toMatch(/^4 {2}\d{4}-\d\d-\d\d {2}served {2}1 versions of fiches, /);

    const back = await runCli(['rollback', '--reason', 'wrong file'], env);
    expect(back.stdout).toContain('publication 4 was withdrawn; 3 is served');
    expect(await states(env)).toEqual(['4 WITHDRAWN', '3 served', '2 PUBLISHED', '1 PUBLISHED']);

    const gone = await runCli(['withdraw', '2', '--reason', 'a column was shifted'], env);
    expect(gone.code).toBe(0);
    expect((await runCli(['publications'], env)).stdout).toContain(
      'withdrawn (a column was shifted)',
    );

    const dry = await runCli(['prune', '--keep', '1', '--dry-run'], env);
    expect(dry.stdout).toMatch(/^publications that would go: 4 of .*, 2 of .*, 1 of /);
    const pruned = await runCli(['prune', '--keep', '1'], env);
    expect(pruned.stdout).toMatch(/2 versions of fiches and \d+ findings were removed/);
    expect(await states(env)).toEqual(['4 PRUNED', '3 served', '2 PRUNED', '1 PRUNED']);
    expect((await runCli(['status'], env)).stdout).toContain('publication 3 of');
    // Eight processes, each of which opens a database.
  }, 90_000);

  test('are held, read with a token, and published or withdrawn from the command line', async () => {
    const path = join(folder, 'export_fiches_RNCP_V4_1_2026-01-05.xml');
    await writeFile(path, exportText([{ code: 'RNCP1', title: 'Titre 5' }]));
    const held = await runCli(['import', path, '--hold'], env);
    expect(held).toMatchObject({ code: 0 });
    expect(held.stdout).toMatch(/^publication 5 is held in [\s\S]*read with this token/);
    expect(held.stdout).toMatch(/^ {2}[\w-]{43}$/m);
    expect((await states(env)).slice(0, 3)).toEqual(['5 HELD', '4 PRUNED', '3 served']);
    const token = await runCli(['token', '5', '--days', '2'], env);
    expect(token.stdout).toMatch(/^ {2}[\w-]{43}$/m);
    expect((await runCli(['status'], env)).stdout).toContain('publication 5 is held');

    const gone = await runCli(['withdraw', '5', '--reason', 'rates were shifted'], env);
    expect(gone.stdout).toContain('publication 5 was withdrawn; 3 is served');
    expect((await runCli(['import', path, '--hold'], env)).code).toBe(0);
    expect(await runCli(['publish'], env)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('publication 6 is served from'),
    });
    expect((await states(env)).slice(0, 2)).toEqual(['6 served', '5 WITHDRAWN']);
    // Nine processes, each of which opens a database.
  }, 90_000);

  test.each([
    [['publish'], 1, 'no publication is held'],
    [['publish', '3'], 1, 'no publication is held'],
    [['token'], 1, 'no publication is held'],
    [['token', '--days', '400'], 1, 'a token for 400 days was asked for: 1 to 90'],
    [['token', '--days', 'two'], 2, 'A whole number is accepted'],
    [['refresh', '--hold', '--watch'], 2, "cannot be used with option '--watch'"],
    [['withdraw', '0', '--reason', 'x'], 2, 'The number of a publication is accepted'],
    [['withdraw', '9', '--reason', 'x'], 1, 'there is no publication 9'],
    [['withdraw', '6'], 2, "required option '--reason <text>'"],
    [['prune', '--keep', 'all'], 1, '--keep is "all": numbers between commas are accepted'],
    [['prune', '--keep', ''], 1, '--keep is ""'],
  ])('%j is refused', async (args, code, message) => {
    const ended = await runCli(args, env);
    expect([ended.code, ended.stderr]).toEqual([code, expect.stringContaining(message)]);
  });
});

const hasTools = url
  ? await run('pg_dump', ['--version']).then(
      () => true,
      () => false,
    )
  : false;

test.skipIf(!hasTools)('a backup of PostgreSQL is restored with all publications', async () => {
  const from = await createScratchUrl(url ?? '');
  const to = await createScratchUrl(url ?? '');
  try {
    await importTitle({ DATABASE_URL: from.href }, '2026-01-01', 'Un');
    await importTitle({ DATABASE_URL: from.href }, '2026-01-02', 'Deux');
    const dump = join(folder, 'debouches.dump');
    await run('pg_dump', ['--format=custom', `--file=${dump}`, from.href]);
    await run('pg_restore', ['--no-owner', `--dbname=${to.href}`, dump]);
    expect(await states({ DATABASE_URL: to.href })).toEqual(['2 served', '1 PUBLISHED']);
    await importTitle({ DATABASE_URL: to.href }, '2026-01-03', 'Trois');
    expect(await states({ DATABASE_URL: to.href })).toHaveLength(3);
  } finally {
    await from.drop();
    await to.drop();
  }
});

test('a copy of the folder of the embedded database is one', async () => {
  const [original, copy] = [join(folder, 'original'), join(folder, 'copy')];
  await importTitle({ DATA_DIR: original }, '2026-01-01', 'Un');
  await cp(original, copy, { recursive: true });
  expect(await states({ DATA_DIR: copy })).toEqual(['1 served']);
});
