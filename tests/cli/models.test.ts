import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATASETS } from '../../src/datasets/catalogue.ts';
import { runCli } from './run-cli.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'debouches-models-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('models writes every form, in a language and for an address, and needs no database', async () => {
  const out = join(folder, 'new', 'models');
  const options = ['--language', 'en', '--url', 'https://debouches.example/register/'];
  const { code, stdout, stderr } = await runCli(['models', out, ...options]);
  expect([code, stderr]).toEqual([0, '']);
  const folders = ['power-bi-odata', 'power-bi-postgresql', 'cube', 'dbt'];
  const names = [
    ...folders,
    ...['tableau.tds', 'ossie.yaml', 'odata.pbids', 'postgresql.pbids'],
    ...DATASETS.map(({ name }) => `${name}.odc`),
  ];
  expect((await readdir(out)).sort()).toEqual(names.sort());
  expect(stdout.trim().split('\n').sort()).toEqual(names.map((name) => join(out, name)).sort());
  const text = (...path: string[]) => readFile(join(out, ...path), 'utf8');
  expect(await text('odata.pbids')).toContain('"https://debouches.example/register/odata/"');
  const cohort = 'Debouches.SemanticModel/definition/tables/cohort.tmdl';
  expect(await text('power-bi-odata', cohort)).toContain('table Cohorts\n');
  expect(await text('cube', 'model', 'views', 'debouches.yml')).toContain(
    'join_path: certification',
  );
});

test('the command of the page about models is one that runs', async () => {
  const page = await readFile(new URL('../../docs/models.md', import.meta.url), 'utf8');
  const line = /^npm run debouches -- (models .*)$/m.exec(page)?.[1] ?? '';
  const { code } = await runCli(line.split(' '), { INIT_CWD: folder });
  expect(code).toBe(0);
  expect(await readdir(join(folder, 'models'))).toContain('tableau.tds');
});

test.each([
  ['ftp://debouches.example'],
  ['https://reader:secret@debouches.example'],
  ['https://debouches.example/?key=secret'],
  ['debouches.example'],
])('models does not write the address %s into files', async (address) => {
  const { code, stderr } = await runCli(['models', join(folder, 'none'), '--url', address]);
  expect(code).toBe(2);
  expect(stderr).toContain('An address without a user, a password or parameters is accepted');
  expect(await readdir(folder)).not.toContain('none');
});
