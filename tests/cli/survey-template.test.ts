import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSurveyTable } from '../../src/ingest/sources/survey/open-survey-table.ts';
import { runCli } from './run-cli.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'debouches-template-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('survey template writes a file that the import can read, and prints its path', async () => {
  const path = join(folder, 'enquête.xlsx');
  const { code, stdout } = await runCli(['survey', 'template', path]);
  expect([code, stdout]).toEqual([0, `${path}\n`]);
  expect((await openSurveyTable(path)).sheet).toBe('Titulaires');
});

test('survey template keeps a file that is there, unless it is told to replace it', async () => {
  const path = join(folder, 'mien.xlsx');
  await writeFile(path, 'mine');
  const kept = await runCli(['survey', 'template', path]);
  expect([kept.code, kept.stderr]).toEqual([
    1,
    `${path} exists already: name another file, or --force to replace it\n`,
  ]);
  expect(await readFile(path, 'utf8')).toBe('mine');
  expect((await runCli(['survey', 'template', path, '--force'])).code).toBe(0);
  expect((await openSurveyTable(path)).sheet).toBe('Titulaires');
});

test('survey template says so when it cannot write', async () => {
  const { code, stderr } = await runCli(['survey', 'template', join(folder, 'none', 'x.xlsx')]);
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /x\.xlsx cannot be written to.*the folder it is to be in is not there: make it/,
  );
});
