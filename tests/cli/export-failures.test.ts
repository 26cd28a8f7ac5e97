import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FolderTarget } from '../../src/cli/export/folder-target.ts';
import { MAY_MOUNT, mountDisk, WITHOUT_ALL_RIGHTS } from '../support/mounted-disk.ts';
import { databaseFolder } from './export-setup.ts';
import { filesIn, manifestIn, untrue } from './exported-folder.ts';
import { runCli, startCli } from './run-cli.ts';

const URL_OPTION = ['--url', 'https://data.example.org/debouches'];
const SIGNAL_AT = new URL('signal-at-call.ts', import.meta.url).href;

/** Another method, by which some files have other figures. */
const OTHER_METHOD = { METHOD_MINIMUM_BASE: '0', METHOD_RANKED_FROM: '0' };

let place: Awaited<ReturnType<typeof databaseFolder>>;
/** Of temporary files, of this test alone. */
let temporary = '';
beforeAll(async () => {
  place = await databaseFolder();
  temporary = join(place.folder, 'temporary');
  await mkdir(temporary);
}, 120_000);
afterAll(() => place?.[Symbol.asyncDispose]());

const exportTo = (target: string, env: Record<string, string> = {}) =>
  runCli(['export', target, ...URL_OPTION], { ...place.env, TMPDIR: temporary, ...env });

/** What exports left of their temporary files. */
const temporaryFolders = async (folder = temporary) =>
  (await readdir(folder)).filter((name) => name.startsWith('debouches-'));

/** Expects a failure in one line, which says all of these. */
const expectFailure = (ended: Awaited<ReturnType<typeof runCli>>, ...said: readonly string[]) => {
  expect(ended.code).toBe(1);
  for (const words of said) expect(ended.stderr).toContain(words);
  expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  expect(ended.stdout).toBe('');
};

/** Expects what an export left to be whole files, of which no description is untrue. */
const expectWhole = async (site: string) => {
  const names = await filesIn(site);
  expect(names.filter((name) => /\.part-|\.export/.test(name))).toEqual([]);
  for (const name of names.filter((each) => each.endsWith('manifest.json'))) {
    const folder = join(site, name, '..');
    const manifest = await manifestIn(folder);
    expect(manifest && (await untrue(manifest, (path) => readFile(join(folder, path))))).toEqual(
      [],
    );
  }
};

describe.runIf(MAY_MOUNT)('on a disk that is full', { timeout: 240_000 }, () => {
  test('an export leaves whole files and no manifest, and goes on when there is room', async () => {
    const site = join(place.folder, 'small');
    using disk = mountDisk(site, 200);
    expectFailure(await exportTo(site), site, 'the disk is full: make room');
    expect((await filesIn(site)).length).toBeGreaterThan(0);
    expect(await manifestIn(site)).toBeNull();
    await expectWhole(site);
    disk.resize(100_000);
    const after = await exportTo(site);
    expect([after.code, after.stderr]).toEqual([0, '']);
    expect(Number(/and (\d+) were there already/.exec(after.stdout)?.[1])).toBeGreaterThan(0);
    // Of the same publication by another method nothing fits in: what is there stays as it was.
    disk.fill(0);
    expectFailure(await exportTo(site, OTHER_METHOD), 'the disk is full');
    expect(await manifestIn(site)).not.toBeNull();
    await expectWhole(site);
    // Where its first files fit in, which a little more room lets them, nothing tells of both as one.
    for (let left = 4; (await manifestIn(site)) !== null; left += 4) {
      disk.fill(left);
      expectFailure(await exportTo(site, OTHER_METHOD), 'the disk is full');
      await expectWhole(site);
    }
    disk.resize(100_000);
    expect((await exportTo(site, OTHER_METHOD)).code).toBe(0);
    await expectWhole(site);
  });

  test('of temporary files, the folder and the setting are named, and nothing is exported', async () => {
    const small = join(place.folder, 'small-temporary');
    using _disk = mountDisk(small, 100);
    const site = join(place.folder, 'not-begun');
    const ended = await exportTo(site, { TMPDIR: small });
    expectFailure(ended, small, 'TMPDIR', 'Nothing was exported');
    expect([await temporaryFolders(small), await readdir(site)]).toEqual([[], []]);
  });
});

test('temporary files that can be nowhere are told of', { timeout: 60_000 }, async () => {
  const none = join(place.folder, 'no-folder');
  await writeFile(none, '');
  const { code, stderr } = await exportTo(join(place.folder, 'not-begun'), { TMPDIR: none });
  expect([code, stderr]).toEqual([2, expect.stringContaining(`TMPDIR is ${JSON.stringify(none)}`)]);
});

describe('to a place that cannot be written to', { timeout: 60_000 }, () => {
  test('of which a part is a file', async () => {
    const file = join(place.folder, 'a-file');
    await writeFile(file, 'mine');
    expectFailure(await exportTo(file), file, 'a part of it is a file');
    expectFailure(await exportTo(join(file, 'site')), file, 'a part of it is a file');
    expect(await readFile(file, 'utf8')).toBe('mine');
    const site = join(place.folder, 'with-a-file');
    await mkdir(site);
    await writeFile(join(site, 'publications'), 'mine');
    expectFailure(await exportTo(site), join(site, 'publications'), 'a part of it is a file');
    expect(await filesIn(site)).toEqual(['publications']);
  });

  test('where a folder has the name of a file', async () => {
    const site = join(place.folder, 'with-a-folder');
    await mkdir(join(site, 'publications/1/files/cohorts.csv'), { recursive: true });
    const ended = await exportTo(site);
    expectFailure(ended, join(site, 'publications/1/files/cohorts.csv'), 'a folder is there');
    await expectWhole(site);
    await mkdir(join(place.folder, 'with-two', 'manifest.json'), { recursive: true });
    expectFailure(await exportTo(join(place.folder, 'with-two')), 'a folder is there');
  });

  test('that this user may not write to, or read', async () => {
    const closed = join(place.folder, 'closed');
    await mkdir(closed);
    await chmod(closed, 0o500);
    const env = { ...place.env, TMPDIR: temporary };
    const under = (target: string) =>
      startCli(['export', target, ...URL_OPTION], env, null, WITHOUT_ALL_RIGHTS).ended;
    expectFailure(await under(closed), closed, 'this user may not write there');
    expectFailure(await under(join(closed, 'below')), closed, 'this user may not write there');
    const hidden = join(place.folder, 'hidden');
    await mkdir(hidden);
    await writeFile(join(hidden, 'manifest.json'), '{}', { mode: 0o200 });
    expectFailure(await under(hidden), join(hidden, 'manifest.json'), 'this user may not');
  });

  test('that has a manifest of something else, which stays', async () => {
    for (const name of ['manifest.json', 'datapackage.json']) {
      const site = join(place.folder, `of-another-${name}`);
      await mkdir(site);
      await writeFile(join(site, 'index.html'), 'mine');
      await writeFile(join(site, name), '{"name":"a web application"}');
      const ended = await exportTo(site);
      expectFailure(ended, `${site} has a ${name} that was not written by an export`);
      expect(await filesIn(site)).toEqual(['index.html', name].toSorted());
      await writeFile(join(site, name), '');
      expectFailure(await exportTo(site), `has a ${name}`);
    }
  });

  test('without a name', async () => {
    const { code, stderr } = await exportTo('');
    expect([code, stderr]).toEqual([2, expect.stringContaining('a folder is accepted, or s3://')]);
  });
});

test('other things of a folder stay beside an export', { timeout: 60_000 }, async () => {
  const site = join(place.folder, 'shared');
  await mkdir(join(site, 'publications'), { recursive: true });
  await writeFile(join(site, 'index.html'), 'mine');
  await writeFile(join(site, 'publications', 'article.pdf'), 'mine');
  expect((await exportTo(site)).code).toBe(0);
  for (const name of ['index.html', 'publications/article.pdf'])
    expect(await readFile(join(site, name), 'utf8')).toBe('mine');
});

describe('broken off', { timeout: 120_000 }, () => {
  const broken = (site: string, signal: string) =>
    exportTo(site, {
      ...{ NODE_OPTIONS: `--import=${SIGNAL_AT}`, SIGNAL_AT: `rename:30:${signal}` },
    });

  test('by SIGTERM, whole files stay and the same command goes on', async () => {
    const site = join(place.folder, 'terminated');
    expectFailure(await broken(site, 'SIGTERM'), site, 'was interrupted', 'goes on');
    expect(await manifestIn(site)).toBeNull();
    await expectWhole(site);
    expect(await temporaryFolders()).toEqual([]);
    const after = await exportTo(site);
    expect(Number(/and (\d+) were there already/.exec(after.stdout)?.[1])).toBeGreaterThan(28);
    await expectWhole(site);
  });

  test('by SIGKILL, the same command removes what was half-done and goes on', async () => {
    const site = join(place.folder, 'killed');
    expect((await broken(site, 'SIGKILL')).code).toBeNull();
    const names = await filesIn(site);
    expect(names.filter((name) => name.includes('.part-'))).toHaveLength(1);
    expect(await manifestIn(site)).toBeNull();
    expect(await temporaryFolders()).toHaveLength(1);
    const after = await exportTo(site);
    expect([after.code, after.stderr]).toEqual([0, '']);
    expect(await temporaryFolders()).toEqual([]);
    expect(await manifestIn(site)).not.toBeNull();
    await expectWhole(site);
  });
});

test('a second export into a folder is refused while one writes', { timeout: 60_000 }, async () => {
  const site = join(place.folder, 'twice');
  {
    await using _first = await new FolderTarget(site).hold();
    expectFailure(await exportTo(site), site, `another export, process ${process.pid}`);
    expect((await filesIn(site)).filter((name) => !name.startsWith('.export'))).toEqual([]);
  }
  expect(await filesIn(site)).toEqual([]);
  expect((await exportTo(site)).code).toBe(0);
  await expectWhole(site);
});
