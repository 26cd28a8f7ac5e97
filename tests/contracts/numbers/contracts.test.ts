import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { contractProblems } from '../../../schema/contracts/contract-problems.ts';
import {
  compareContracts,
  currentDeclarations,
  numbersOf,
} from '../../../schema/contracts/contracts.ts';
import { keepRelease, lastOf, readReleases } from '../../../schema/contracts/releases.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const releases = await readReleases();
const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'debouches-contracts-'));
  folders.push(folder);
  return folder;
}

test('numbers and changelog are what changed since the last release (npm run generate)', async () => {
  const problems = contractProblems({
    compared: await compareContracts(lastOf(releases), await currentDeclarations()),
    numbersFile: await readFile(join(ROOT, 'src/domain/contracts.ts'), 'utf8'),
    changelog: await readFile(join(ROOT, 'CHANGELOG.md'), 'utf8'),
    ...{ version: manifest.version, released: releases.map(({ version }) => version) },
  });
  expect(problems).toEqual([]);
});

test('the first release has the first numbers, and each other those of its differences', async () => {
  expect(releases.map(({ version }) => version).slice(0, 2)).toEqual(['0.1.0', '0.2.0']);
  expect(releases[0]?.numbers).toEqual({ schema: '1.0.0', datasets: '1.0.0', bi: '1.0.0' });
  for (const [at, { version, numbers, declarations }] of releases.entries()) {
    const before = releases[at - 1];
    if (!before) continue;
    const computed = numbersOf(await compareContracts(before, declarations));
    expect([version, numbers]).toEqual([version, computed]);
  }
});

test('what 0.2.0 took away from bi is a break, as its changelog says', async () => {
  const [first, second] = releases;
  if (!first || !second) throw new Error('a release is missing');
  const { schema, datasets, bi } = await compareContracts(first, second.declarations);
  expect([schema.change, datasets.change, bi.change]).toEqual(['MINOR', 'PATCH', 'MAJOR']);
  const breaks = bi.differences.filter(({ change }) => change === 'MAJOR');
  expect(breaks.every(({ text }) => text.endsWith('the function was removed'))).toBe(true);
});

test('docs/contracts.md has the numbers of all releases', async () => {
  const page = await readFile(join(ROOT, 'docs/contracts.md'), 'utf8');
  const rows = releases.map(
    ({ version, numbers: { schema, datasets, bi } }) =>
      `| ${version} | ${schema} | ${datasets} | ${bi} |`,
  );
  expect(page).toContain(`| --- | --- | --- | --- |\n${rows.join('\n')}\n\n`);
});

test('a release is kept once, and read as it was kept', async () => {
  const folder = pathToFileURL(`${await temporaryFolder()}/`);
  const declarations = await currentDeclarations();
  const numbers = { schema: '3.0.0', datasets: '2.1.0', bi: '1.0.4' };
  for (const version of ['0.10.0', '0.9.0']) {
    await keepRelease({ version, numbers, declarations }, folder);
  }
  expect(await readReleases(folder)).toEqual(
    ['0.9.0', '0.10.0'].map((version) => ({ version, numbers, declarations })),
  );
  await expect(keepRelease({ version: '0.9.0', numbers, declarations }, folder)).rejects.toThrow(
    '0.9.0 is released already: what it promised is not changed any longer',
  );
});

/** A copy of all that the check looks at. */
async function copyOfTree(): Promise<string> {
  const tree = await temporaryFolder();
  for (const path of ['src', 'sql', 'schema', 'package.json', 'CHANGELOG.md']) {
    await cp(join(ROOT, path), join(tree, path), { recursive: true });
  }
  await symlink(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
  return tree;
}

/** Runs a command of schema/contracts in a tree. */
function run(
  tree: string,
  name: string,
): Promise<{ readonly failed: boolean; readonly said: string }> {
  const path = join(tree, 'schema/contracts', `${name}.ts`);
  return new Promise((resolve) => {
    execFile(process.execPath, ['--disable-warning=ExperimentalWarning', path], (error, _, said) =>
      resolve({ failed: error !== null, said }),
    );
  });
}

async function edit(tree: string, path: string, edited: (text: string) => string): Promise<void> {
  const text = await readFile(join(tree, path), 'utf8');
  const other = edited(text);
  expect(other).not.toBe(text);
  await writeFile(join(tree, path), other);
}

test('a change that is forgotten fails the check, and a break until it is declared', async () => {
  const tree = await copyOfTree();
  await edit(tree, 'package.json', (text) =>
    text.replace(/"version": "[^"]+"/, '"version": "9.0.0"'),
  );
  await edit(tree, 'CHANGELOG.md', () => '# Changes\n\n## Unreleased\n');
  expect(await run(tree, 'release')).toMatchObject({ failed: false });

  await edit(tree, 'src/datasets/star/cohort.ts', (text) =>
    text.replace("'year',\n      'INTEGER'", "'year',\n      'TEXT'"),
  );
  const forgotten = await run(tree, 'check');
  expect(forgotten.failed).toBe(true);
  expect(forgotten.said).toContain('run "npm run generate"');
  expect(forgotten.said).toContain('bi.cohort.year: its type was "integer" and is "text"');

  expect(await run(tree, 'generate')).toMatchObject({ failed: false });
  const [, line = ''] = /^ {2}(- \*\*Breaking.*)…$/m.exec(forgotten.said) ?? [];
  await edit(tree, 'CHANGELOG.md', (text) => `${text}\n${line}is a text.\n`);
  expect(await run(tree, 'check')).toEqual({ failed: false, said: '' });
}, 180_000);
