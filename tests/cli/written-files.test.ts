import { execFileSync } from 'node:child_process';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMONSTRATION_EXPORTED_ON } from '../../src/demonstration/demonstration.ts';
import { MAY_MOUNT, mountDisk, WITHOUT_ALL_RIGHTS } from '../support/mounted-disk.ts';
import { filesIn } from './exported-folder.ts';
import { runCli, startCli } from './run-cli.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/debouches.mjs', import.meta.url));

/** Those that write more than one file, into folders that they make. */
const MANY: ReadonlySet<string> = new Set(['models', 'demo']);

const SIGNAL_AT = new URL('signal-at-call.ts', import.meta.url).href;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'debouches-written-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Commands that write files to a path, and a file of them below it. */
const COMMANDS: Readonly<Record<string, readonly [(path: string) => readonly string[], string]>> = {
  models: [(path) => ['models', path], 'tableau.tds'],
  'print-schema': [
    (path) => ['print-schema', '--out', join(path, 'schema.graphql')],
    'schema.graphql',
  ],
  'survey template': [
    (path) => ['survey', 'template', '--force', join(path, 'enquête.xlsx')],
    'enquête.xlsx',
  ],
  demo: [
    (path) => ['demo', '--force', path],
    `export_fiches_RNCP_V4_1_${DEMONSTRATION_EXPORTED_ON}.xml`,
  ],
};

describe.each(Object.entries(COMMANDS))('%s', { timeout: 60_000 }, (name, [command, file]) => {
  test.runIf(MAY_MOUNT)('leaves what was there when the disk is full', async () => {
    const full = join(folder, `full of ${name}`);
    using disk = mountDisk(full, 100);
    await writeFile(join(full, file), 'mine');
    disk.fill(8);
    const { code, stderr } = await runCli(command(full));
    expect([code, stderr]).toEqual([1, expect.stringContaining('the disk is full: make room')]);
    expect(stderr).toContain(full);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(await filesIn(full)).toEqual([file]);
    expect(await readFile(join(full, file), 'utf8')).toBe('mine');
  });

  test('says so where a part of the path is a file', async () => {
    const path = join(folder, `file of ${name}`);
    await writeFile(path, 'mine');
    const { code, stderr } = await runCli(command(path));
    expect([code, stderr]).toEqual([1, expect.stringContaining('a part of it is a file')]);
    expect(stderr).toContain(path);
    expect(await readFile(path, 'utf8')).toBe('mine');
  });

  test('says so where a folder has the name of a file', async () => {
    const path = join(folder, `folder of ${name}`);
    await mkdir(join(path, file), { recursive: true });
    const { code, stderr } = await runCli(command(path));
    expect([code, stderr]).toEqual([1, expect.stringContaining('a folder is there')]);
    expect(await filesIn(path)).toEqual([]);
  });

  test('says so where this user may not write', async () => {
    const path = join(folder, `closed to ${name}`);
    await mkdir(path);
    await chmod(path, 0o500);
    const { code, stderr } = await startCli(command(path), {}, null, WITHOUT_ALL_RIGHTS).ended;
    expect([code, stderr]).toEqual([1, expect.stringContaining('this user may not write there')]);
    expect(stderr).toContain(path);
    expect(await readdir(path)).toEqual([]);
  });

  const endedAt = (path: string, at: string) =>
    startCli(command(path), { NODE_OPTIONS: `--import=${SIGNAL_AT}`, SIGNAL_AT: at });

  test('leaves what was there when it is terminated', async () => {
    const path = join(folder, `terminated ${name}`);
    await mkdir(path);
    await writeFile(join(path, file), 'mine');
    const { code, stderr } = await endedAt(path, 'writeFile:1:SIGTERM').ended;
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining('was interrupted, and nothing was changed'),
    ]);
    expect(stderr).toContain(path);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(await filesIn(path)).toEqual([file]);
    expect(await readFile(join(path, file), 'utf8')).toBe('mine');
  });

  test('leaves what was there when a file cannot be replaced, though others could', async () => {
    const path = join(folder, `refused ${name}`);
    await mkdir(path);
    await writeFile(join(path, file), 'mine');
    // Of one file alone the first is the last.
    const last = MANY.has(name) ? 3 : 1;
    const { code, stderr } = await endedAt(path, `rename:${last}:EACCES`).ended;
    expect([code, stderr]).toEqual([1, expect.stringContaining('this user may not write there')]);
    expect(stderr).not.toContain('.part-');
    expect(await filesIn(path)).toEqual([file]);
    expect(await readFile(join(path, file), 'utf8')).toBe('mine');
  });

  test.runIf(MANY.has(name))('leaves no folder that it made when it is interrupted', async () => {
    const parent = join(folder, `made by ${name}`);
    const { stderr } = await endedAt(join(parent, 'a', 'b'), 'writeFile:2:SIGINT').ended;
    expect(stderr).toContain('was interrupted, and nothing was changed');
    await expect(stat(parent)).rejects.toThrow('ENOENT');
  });

  test('removes what it left when it was killed, and nothing of one that runs', async () => {
    const path = join(folder, `killed ${name}`);
    await mkdir(path);
    await writeFile(join(path, file), 'mine');
    const killed = endedAt(path, 'rename:1:SIGKILL');
    await killed.ended;
    expect(killed.process.signalCode).toBe('SIGKILL');
    const left = (await readdir(path)).filter((each) => each.startsWith('.part-'));
    expect(left.length).toBeGreaterThan(0);
    expect(await readFile(join(path, file), 'utf8')).toBe('mine');
    // As if the process of these tests wrote the first.
    const [first = ''] = left;
    const running = first.replace(`+${killed.process.pid}-`, `+${process.pid}-`);
    await rename(join(path, first), join(path, running));
    expect(await runCli(command(path))).toMatchObject({ code: 0, stderr: '' });
    expect((await filesIn(path)).filter((each) => each.includes('.part-'))).toEqual([running]);
    expect(await readFile(join(path, file), 'utf8')).not.toBe('mine');
  });
});

test('a file that is replaced keeps its rights, and a pipe stays one', {
  timeout: 60_000,
}, async () => {
  const path = join(folder, 'schema.graphql');
  await writeFile(path, 'mine', { mode: 0o600 });
  expect(await runCli(['print-schema', '--out', path])).toMatchObject({ code: 0, stderr: '' });
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readFile(path, 'utf8')).toContain('type Query');
  const pipe = join(folder, 'pipe');
  execFileSync('sh', ['-c', 'mkfifo "$0"', pipe]);
  const [ended, piped] = await Promise.all([
    runCli(['print-schema', '--out', pipe]),
    readFile(pipe, 'utf8'),
  ]);
  expect([ended.code, piped]).toEqual([0, await readFile(path, 'utf8')]);
  expect((await stat(pipe)).isFIFO()).toBe(true);
});

describe('a schema that is printed', { timeout: 60_000 }, () => {
  const shell = (line: string) =>
    execFileSync('sh', ['-c', line, process.execPath, MAIN], { cwd: folder, encoding: 'utf8' });
  const print = '"$0" --disable-warning=ExperimentalWarning "$1" print-schema';

  test('goes behind what standard output has already, whatever it leads to', async () => {
    shell(`( echo before; ${print} --out /dev/stdout; echo after ) >> out.txt`);
    const text = await readFile(join(folder, 'out.txt'), 'utf8');
    expect(text.startsWith('before\n')).toBe(true);
    expect(text.slice('before\n'.length, -'after\n'.length)).toBe(shell(print));
    expect(text.endsWith('\nafter\n')).toBe(true);
  });

  test('is read as far as somebody wants', () => {
    expect(shell(`${print} 2>&1 | head -c 20 | wc -c`).trim()).toBe('20');
    expect(shell(`{ ${print} | head -c 20 >/dev/null; } 2>&1`)).toBe('');
  });

  test('goes where a link leads, also where nothing is yet, and not round in a circle', async () => {
    await symlink('target.graphql', join(folder, 'link.graphql'));
    expect(await runCli(['print-schema', '--out', join(folder, 'link.graphql')])).toMatchObject({
      code: 0,
    });
    expect((await lstat(join(folder, 'link.graphql'))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(folder, 'target.graphql'), 'utf8')).toContain('type Query');
    await symlink('loop', join(folder, 'loop'));
    const { code, stderr } = await runCli(['print-schema', '--out', join(folder, 'loop')]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('its links lead in a circle')]);
  });
});
