import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDemonstration } from '../../src/cli/demonstration/write-demonstration.ts';
import { demonstrationFiles } from '../../src/demonstration/demonstration.ts';
import { demonstrationSurveys } from '../../src/demonstration/surveys.ts';

const FILES = [...demonstrationFiles(), ...demonstrationSurveys().files];

describe('writing the demonstration', () => {
  let parent = '';
  let folder = '';
  let paths: string[] = [];

  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'demonstration-'));
    folder = join(parent, 'not', 'yet', 'there');
    const written = await writeDemonstration(folder);
    expect([written.register.length, written.surveys.length]).toEqual([2, 2]);
    paths = [...written.register, ...written.surveys];
  });

  afterAll(() => rm(parent, { recursive: true, force: true }));

  test('creates the folder and puts register and surveys there, whole, and nothing else', async () => {
    expect(paths).toEqual(FILES.map(({ name }) => join(folder, name)));
    expect(await readdir(folder)).toHaveLength(4);
    for (const [index, file] of FILES.entries()) {
      const written = await readFile(paths[index] ?? '', 'utf8');
      expect(written === [...file.chunks()].join(''), file.name).toBe(true);
    }
  });

  test('leaves files that are already right as they are', async () => {
    const { register, surveys } = await writeDemonstration(folder);
    expect([...register, ...surveys]).toEqual(paths);
  });

  test('refuses to replace a file that holds something else, and changes nothing', async () => {
    const [first = '', second = ''] = paths;
    await rm(first);
    await writeFile(second, '<FICHES/>');
    await expect(writeDemonstration(folder)).rejects.toThrow(
      `"${second}" is there and is not that of the demonstration`,
    );
    expect(await readdir(folder)).toHaveLength(3);
    expect(await readFile(second, 'utf8')).toBe('<FICHES/>');
  });

  test('replaces it when forced', async () => {
    await writeDemonstration(folder, { force: true });
    expect((await readFile(paths[1] ?? '', 'utf8')).endsWith('</FICHES>\n')).toBe(true);
  });
});
