import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demonstrationFiles } from '../../src/demonstration/demonstration.ts';
import { writeDemonstration } from '../../src/demonstration/write.ts';

describe('writing the demonstration register', () => {
  let parent = '';
  let folder = '';
  let paths: string[] = [];

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'demonstration-'));
    folder = join(parent, 'not', 'yet', 'there');
    paths = await writeDemonstration(folder);
  });

  afterAll(() => rm(parent, { recursive: true, force: true }));

  test('creates the folder and puts both files there, whole, and nothing else', async () => {
    expect(paths).toEqual(demonstrationFiles().map(({ name }) => join(folder, name)));
    expect(await readdir(folder)).toHaveLength(2);
    for (const [index, file] of demonstrationFiles().entries()) {
      const written = await readFile(paths[index] ?? '', 'utf8');
      expect(written === [...file.chunks()].join(''), file.name).toBe(true);
    }
  });

  test('leaves files that are already right as they are', async () => {
    expect(await writeDemonstration(folder)).toEqual(paths);
  });

  test('refuses to replace a file that holds something else, and changes nothing', async () => {
    const [first = '', second = ''] = paths;
    await rm(first);
    await writeFile(second, '<FICHES/>');
    await expect(writeDemonstration(folder)).rejects.toThrow(
      `"${second}" is there and is not the demonstration register`,
    );
    expect(await readdir(folder)).toHaveLength(1);
    expect(await readFile(second, 'utf8')).toBe('<FICHES/>');
  });

  test('replaces it when forced', async () => {
    await writeDemonstration(folder, { force: true });
    expect((await readFile(paths[1] ?? '', 'utf8')).endsWith('</FICHES>\n')).toBe(true);
  });
});
