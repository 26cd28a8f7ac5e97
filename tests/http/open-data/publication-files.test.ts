import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PublicationFiles } from '../../../src/http/open-data/publication-files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'debouches-files-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const identity = (publication: number) => ({ publication, edition: 'a'.repeat(24) });
const WAITING = new AbortController().signal;

/** Writes a file of so many bytes, and a manifest that tells of it. */
const writing = (bytes: number) => async (to: string) => {
  await writeFile(join(to, 'a'), 'a'.repeat(bytes));
  await writeFile(join(to, 'manifest.json'), JSON.stringify({ files: [{ path: 'a', bytes }] }));
};

test('files are written once for all who ask at the same time, and found by the next process', async () => {
  const root = join(folder, 'shared');
  await using files = new PublicationFiles({ folder: root, maxBytes: 1e9 });
  const asked = await Promise.all(
    Array.from({ length: 20 }, () => files.of(identity(1), WAITING, writing(10))),
  );
  expect([files.written, new Set(asked.map(({ sha256 }) => sha256)).size]).toEqual([1, 1]);
  await using next = new PublicationFiles({ folder: root, maxBytes: 1e9 });
  await next.of(identity(1), WAITING, () => Promise.reject(new Error('written again')));
  expect(next.written).toBe(0);
});

test('who leaves does not end the writing; what fails leaves nothing, and is tried again', async () => {
  const root = join(folder, 'left');
  await using files = new PublicationFiles({ folder: root, maxBytes: 1e9 });
  const { promise: open, resolve: finish } = Promise.withResolvers<void>();
  const leaving = new AbortController();
  const left = files.of(identity(1), leaving.signal, async (to) => {
    await open;
    await writing(10)(to);
  });
  leaving.abort(new Error('left'));
  await expect(left).rejects.toThrow('left');
  finish();
  await files.of(identity(1), WAITING, () => Promise.reject(new Error('written again')));
  expect(files.written).toBe(1);
  const failing = files.of(identity(2), WAITING, async (to) => {
    await writeFile(join(to, 'half'), 'half');
    throw new Error('the disk is full');
  });
  await expect(failing).rejects.toThrow('the disk is full');
  expect(await readdir(root)).toEqual([`publication-1-${'a'.repeat(24)}`]);
  await files.of(identity(2), WAITING, writing(10));
  expect(files.written).toBe(2);
});

test('past the bound the oldest publication goes, and not the one that was written last', async () => {
  const root = join(folder, 'bounded');
  await using files = new PublicationFiles({ folder: root, maxBytes: 2500 });
  for (const publication of [2, 3, 1])
    await files.of(identity(publication), WAITING, writing(1000));
  const left = (await readdir(root)).map((name) => name.split('-')[1]).toSorted();
  expect(left).toEqual(['1', '3']);
  expect(await files.find(identity(2))).toBeNull();
});
