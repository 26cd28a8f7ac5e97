import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { WholeFiles } from '../../../src/http/reports/whole-files.ts';

const signal = new AbortController().signal;

/** What is written, and how often it was begun. */
function writing(text: string) {
  const counts = { begun: 0 };
  const begin = async () => {
    counts.begun += 1;
    return {
      chunks: (async function* () {
        yield text;
      })(),
      describe: () => ({ rows: 1, headers: {}, etag: `"${text}"` }),
    };
  };
  return { begin, counts };
}

test('a file is written once for all who want it together, and kept', async () => {
  await using files = new WholeFiles();
  const { begin, counts } = writing('shared');
  const [one, other] = await Promise.all([
    files.write('key', signal, begin),
    files.write('key', signal, begin),
  ]);
  expect([counts.begun, one.path === other.path]).toEqual([1, true]);
  expect(files.get('key')).toEqual(one);
});

test('a file for one request is written for it alone, and gone after it', async () => {
  await using files = new WholeFiles();
  const { begin, counts } = writing('own');
  const paths: string[] = [];
  const read = async () => {
    await using file = await files.writeAlone('key', signal, begin, () => false);
    paths.push(file.path);
    expect(await readFile(file.path, 'utf8')).toBe('own');
  };
  await Promise.all([read(), read()]);
  expect([counts.begun, new Set(paths).size]).toEqual([2, 2]);
  expect(files.get('key')).toBeUndefined();
  for (const path of paths) expect(existsSync(path)).toBe(false);
});

test('a file for one request that may be kept is kept once, and never taken from who reads it', async () => {
  await using files = new WholeFiles();
  const { begin } = writing('kept');
  const read = async () => {
    await using file = await files.writeAlone('key', signal, begin, () => true);
    return [file.path, await readFile(file.path, 'utf8')] as const;
  };
  const [[first, text], [second, again]] = [await read(), await read()];
  expect([text, again]).toEqual(['kept', 'kept']);
  expect(files.get('key')?.path).toBe(first);
  expect([existsSync(first), existsSync(second)]).toEqual([true, false]);
});

test('a file that breaks off is gone', async () => {
  await using files = new WholeFiles();
  const broken = async () => ({
    chunks: (async function* () {
      yield 'begun';
      throw new Error('broken');
    })(),
    describe: () => ({ rows: 0, headers: {}, etag: '""' }),
  });
  await expect(files.writeAlone('key', signal, broken, () => true)).rejects.toThrow('broken');
  expect(files.get('key')).toBeUndefined();
});
