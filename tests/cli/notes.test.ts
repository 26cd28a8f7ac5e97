import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportText } from '../ingest/sources/export/export-text.ts';
import { createScratchUrl } from '../support/database.ts';
import { runCli } from './run-cli.ts';

const url = process.env['TEST_DATABASE_URL'];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'debouches-notes-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Env = Record<string, string>;

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

/** The notes in a table of `bi`; there is none in the embedded database. */
async function biNotes({ DATABASE_URL: address }: Env): Promise<unknown[]> {
  if (!address) return [];
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  const { rows } = await client.query('select notes from bi.cohorts order by year');
  await client.end();
  return rows.map(({ notes }) => notes);
}

describe.each(PLACES)('notes of %s', (_name, place) => {
  let env: Env = {};
  let drop = async () => {};

  beforeAll(async () => {
    ({ env, drop } = await place());
  });
  afterAll(() => drop());

  test('need something that is served', async () => {
    const { code, stderr } = await runCli(['note', 'add', '--kind', 'note', '--text', 'x'], env);
    expect([code, stderr]).toEqual([1, 'nothing was imported yet: import the registers first\n']);
    expect((await runCli(['notes'], env)).stdout).toBe('there are no notes\n');
  }, 60_000);

  test('are added, listed, ended and rolled back from the command line', async () => {
    const path = join(folder, 'export_fiches_RNCP_V4_1_2026-01-01.xml');
    const cohorts: [string, string, string][] = [
      ['2020', '10', '80'],
      ['2021', '10', '90'],
    ];
    await writeFile(path, exportText([{ code: 'RNCP1', cohorts }]));
    expect(await runCli(['import', path], env)).toMatchObject({ code: 0 });
    const added = await runCli(
      [
        ...['note', 'add', '--kind', 'break', '--text', 'Enquête changée', '--text-en', 'Survey'],
        ...['--register', 'RNCP', '--certification', 'rncp 1', '--indicator', 'GLOBAL_6_MONTHS'],
        ...['--years', '2021', '--from', '2026-01-01', '--until', '2199-12-31'],
      ],
      env,
    );
    expect([added.code, added.stderr]).toEqual([0, '']);
    expect(added.stdout).toContain('note 1 was added: publication 2 is served from ');
    const general = await runCli(['note', 'add', '--kind', 'note', '--text', ' De tous '], env);
    expect(general.stdout).toContain('note 2 was added: publication 3 is served from ');
    expect((await runCli(['notes'], env)).stdout).toBe(
      [
        '2  note  publications since 3  all figures  De tous',
        '1  break in series  publications since 2  RNCP, RNCP1, GLOBAL_6_MONTHS, cohorts 2021, shown 2026-01-01..2199-12-31  Enquête changée / Survey',
        '',
      ].join('\n'),
    );
    if (env['DATABASE_URL']) {
      expect(await biNotes(env)).toEqual([
        ...[
          'De tous',
          'Rupture de série 2021 (RNCP1, Taux d’insertion global à 6 mois) : Enquête changée ; De tous',
        ],
      ]);
    }
    const ended = await runCli(['note', 'end', '2'], env);
    expect(ended.stdout).toContain('note 2 was ended: publication 4 is served from ');
    const listed = await runCli(['notes', '--json'], env);
    expect(JSON.parse(listed.stdout)).toMatchObject([
      { id: 2, kind: 'NOTE', textFr: 'De tous', textEn: null, since: 3, until: 4 },
      { id: 1, kind: 'BREAK_IN_SERIES', certificationCode: 'RNCP1', since: 2, until: null },
    ]);
    expect((await runCli(['notes'], env)).stdout).toContain('2  note  publications 3 to 3  ');
    await runCli(['rollback'], env);
    expect((await runCli(['notes'], env)).stdout).toContain('2  note  publications since 3  ');
    // A dozen processes, each of which opens a database.
  }, 180_000);

  test.each([
    [['note', 'add', '--text', 'x'], 2, "required option '--kind <kind>' not specified"],
    [['note', 'add', '--kind', 'note'], 2, "required option '--text <text>' not specified"],
    [['note', 'add', '--kind', 'x', '--text', 'x'], 2, 'Allowed choices are note, break.'],
    [['--register', 'X'], 2, 'Allowed choices are RNCP, RS.'],
    [['--indicator', 'X'], 2, 'Allowed choices are GLOBAL_6_MONTHS, TARGET_OCCUPATION_6_MONTHS'],
    [['--certification', 'X'], 2, '"X" is not a register code'],
    [['--years', '20'], 2, '--years is "20": a year (2020) or years are accepted'],
    [['--from', '1.1.2026'], 2, '"1.1.2026" is not a day: write YYYY-MM-DD'],
    [['--certification', 'RNCP9'], 1, 'there is no certification RNCP9 in the registers'],
    [['--kind', 'break'], 1, 'a break in series needs exactly one year'],
    [['--kind', 'break', '--years', '2020..2021'], 1, 'and --years is 2020..2021'],
    [['--text', ' '], 1, '--text is blank'],
    [['note', 'end', 'x'], 2, 'The number of a note is accepted, for example 3.'],
    [['note', 'end', '99'], 1, 'there is no note 99 that holds'],
  ])(
    '%j is refused',
    async (args, code, message) => {
      const whole =
        args[0] === 'note' ? args : ['note', 'add', '--kind', 'note', '--text', 'x', ...args];
      const ended = await runCli(whole, env);
      expect([ended.code, ended.stderr]).toEqual([code, expect.stringContaining(message)]);
    },
    60_000,
  );
});

test('what the operations guide says of notes can be typed', async () => {
  const guide = await readFile(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  const [section = ''] = /^## Notes\n[\s\S]*?(?=^## )/m.exec(guide) ?? [];
  const commands = [...section.matchAll(/`npx debouches ([^`]+)`/g)].map(([, line = '']) =>
    [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''),
  );
  expect(commands.map(([name, what]) => `${name} ${what}`)).toEqual([
    ...['note add', 'note add', 'notes undefined', 'note end', 'rollback undefined'],
  ]);
  const env = { DATA_DIR: join(folder, 'guide') };
  const page = fileURLToPath(new URL('../../src/demonstration/RNCP35746.txt', import.meta.url));
  const options = ['--date', '2026-08-16', '--title', 'Chargé de communication'];
  expect(await runCli(['import', page, ...options], env)).toMatchObject({ code: 0 });
  for (const command of commands) {
    expect([command, await runCli(command, env)]).toEqual([
      ...[command, expect.objectContaining({ code: 0, stderr: '' })],
    ]);
  }
}, 120_000);
