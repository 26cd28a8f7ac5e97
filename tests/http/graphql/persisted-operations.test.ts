import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { readOperations } from '../../../src/app.ts';
import { readPersistedOperations } from '../../../src/http/graphql/persisted-operations.ts';
import { persistedOperations } from '../persisted-folder.ts';

test('the documents of the product are found by the hash of their bytes, reports among them', async () => {
  const operations = await readOperations();
  for (const [file, name] of [
    ['certification-card', 'CertificationCard'],
    ['deprecated/cohorts', 'ReportCohorts'],
  ]) {
    const bytes = await readFile(
      new URL(`../../../schema/operations/${file}.graphql`, import.meta.url),
    );
    const id = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    expect(operations.find(id)).toMatchObject({ name, text: bytes.toString() });
  }
  const names = operations.list.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)].sort());
  expect(operations.list.filter(({ description }) => description.length < 10)).toEqual([]);
});

test('the description is the comment at the head, without the settings of the tab', async () => {
  const { list } = await persistedOperations([
    '# What is served,\n# and when.\n# tab: 2\n# variables: {"a": 1}\nquery B { a }\n# not this',
    'query A { a }',
  ]);
  expect(list).toMatchObject([
    { name: 'A', description: '' },
    { name: 'B', description: 'What is served, and when.' },
  ]);
});

test('folders in the folder are read, and other files are not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'debouches-saved-'));
  try {
    await mkdir(join(folder, 'reports'));
    await writeFile(join(folder, 'reports', 'a.graphql'), 'query A { a }');
    await writeFile(join(folder, 'notes.txt'), 'query B { a }');
    const { list } = await readPersistedOperations(pathToFileURL(`${folder}/`));
    expect(list.map(({ name }) => name)).toEqual(['A']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test.each([
  ['a document without a name', ['{ a }'], 'not one operation with a name'],
  ['a document of two operations', ['query A { a } query B { a }'], 'not one operation'],
  [
    'two of the same name',
    ['query A { a }', 'query A { b }'],
    'two persisted operations are named A',
  ],
  ['a text that is none', ['query A {'], 'Syntax Error'],
])('%s stops the program', async (_, texts, message) => {
  await expect(persistedOperations(texts)).rejects.toThrow(message);
});
