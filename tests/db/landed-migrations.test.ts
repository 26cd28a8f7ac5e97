import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const SQL = new URL('../../sql/', import.meta.url);

test('migrations that have landed are there, unchanged, and new ones come after them', async () => {
  const landed = new Map(
    (await readFile(new URL('landed.txt', SQL), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => line.split('  '))
      .map(([sha256 = '', name = '']) => [name, sha256]),
  );
  const names = (await readdir(new URL('migrations/', SQL))).filter((name) =>
    name.endsWith('.sql'),
  );
  const texts = await Promise.all(
    names.map((name) => readFile(new URL(`migrations/${name}`, SQL))),
  );
  const hashes = new Map(
    names.map((name, index) => [
      name,
      createHash('sha256')
        .update(texts[index] ?? '')
        .digest('hex'),
    ]),
  );
  // A database that ran one that is gone or another one can never be brought up to date.
  for (const [name, sha256] of landed) expect(hashes.get(name), name).toBe(sha256);
  const last = [...landed.keys()].at(-1) ?? '';
  const added = names.filter((name) => !landed.has(name));
  expect(added.filter((name) => name < last)).toEqual([]);
  expect(landed.size).toBeGreaterThan(39);
});
