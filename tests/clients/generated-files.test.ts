import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { generatedFiles } from '../../clients/generated-files.ts';
import { readOperations } from '../../src/app.ts';

const files = await generatedFiles();

test.each([...files.keys()])(
  'clients/%s is as it is generated (npm run generate)',
  async (path) => {
    const text = await readFile(new URL(`../../clients/${path}`, import.meta.url), 'utf8');
    expect(text).toBe(files.get(path));
  },
);

test('each operation of the client is asked for by the id that the server finds it by', async () => {
  const operations = await readOperations();
  const text = files.get('typescript/src/operations.ts') ?? '';
  const found = [...text.matchAll(/name: '(\w+)',\n {2}documentId: '([^']+)'/g)];
  expect(found.length).toBe(41);
  for (const [, name, id = ''] of found) expect(operations.find(id)?.name).toBe(name);
});
