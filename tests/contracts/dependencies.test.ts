import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { dependencyProblems, printDependencies } from '../../docs/print-dependencies.ts';
import { readDependencies } from '../../docs/read-dependencies.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const files = await readDependencies();

/** The files of a project that has these packages beside its own. */
function planted(packages: Parameters<typeof dependencyProblems>[0]['packages']) {
  return { ...files, packages: { ...files.packages, ...packages } };
}

const SOUND = { version: '1.0.0', license: 'MIT', integrity: 'sha512-AA==' };

test('docs/dependencies.md is what the lockfile says (npm run generate)', async () => {
  const page = await readFile(new URL('../../docs/dependencies.md', import.meta.url), 'utf8');
  expect(page).toBe(printDependencies(files));
});

test('a sound package is no problem, wherever it stands', () => {
  expect(dependencyProblems(planted({ 'node_modules/a/node_modules/@b/c': SOUND }))).toEqual([]);
});

test.each([
  ['no licence', { version: '1.0.0', integrity: 'sha512-AA==' }, 'unknown'],
  ['a licence that is not accepted', { ...SOUND, license: 'AGPL-3.0-only' }, 'AGPL-3.0-only'],
  ['no free licence', { ...SOUND, license: 'UNLICENSED' }, 'UNLICENSED'],
  ['a choice that nobody has looked at', { ...SOUND, license: '(MIT OR GPL-3.0)' }, 'GPL-3.0'],
  ['the licence of a tool, and runs', { ...SOUND, license: 'MPL-2.0' }, 'what runs'],
])('a package with %s fails by its name', (_what, locked, said) => {
  const given = planted({ 'node_modules/a/node_modules/@b/c': locked });
  expect(dependencyProblems(given)).toEqual([expect.stringMatching(/^@b\/c@1\.0\.0: .*licence/)]);
  expect(() => printDependencies(given)).toThrow(said);
});

test('a tool may have a licence that what runs may not', () => {
  const tool = { ...SOUND, license: 'MPL-2.0', dev: true };
  expect(dependencyProblems(planted({ 'node_modules/a': tool }))).toEqual([]);
});

test('a package that the lockfile has no hash of, or that runs a script, fails', () => {
  const given = planted({
    'node_modules/a': { ...SOUND, integrity: 'sha1-AA==' },
    'node_modules/b': { ...SOUND, hasInstallScript: true },
  });
  expect(dependencyProblems(given)).toEqual([
    'a@1.0.0: the lockfile has no hash of it',
    'b@1.0.0: runs a script when it is installed',
  ]);
});

test('a direct dependency without a reason fails, and so does a reason without a dependency', () => {
  const dependencies = { ...files.manifest.dependencies, added: '1' };
  const given = { ...planted({ 'node_modules/added': SOUND }) };
  expect(dependencyProblems({ ...given, manifest: { ...files.manifest, dependencies } })).toEqual([
    'added: why it is there is missing from docs/dependency-reasons.ts',
  ]);
  expect(
    dependencyProblems({ ...files, reasons: { ...files.reasons, removed: 'It was.' } }),
  ).toEqual(['removed: has a reason, and package.json does not name it']);
});

test('npm run sbom lists every package, with its hash', async () => {
  const { scripts } = JSON.parse(await readFile(`${ROOT}package.json`, 'utf8'));
  const [command = '', ...options] = scripts.sbom.split(' > ')[0].split(' ');
  const { stdout } = await promisify(execFile)(command, [...options, '--offline'], {
    cwd: ROOT,
    maxBuffer: 2 ** 24,
  });
  const { components } = JSON.parse(stdout) as {
    components: { name: string; version: string; hashes: { alg: string }[] }[];
  };
  const locked = Object.entries(files.packages)
    .filter(([folder]) => folder !== '')
    .map(([folder, { version }]) => `${folder.replace(/^.*node_modules\//, '')}@${version}`);
  expect(new Set(components.map(({ name, version }) => `${name}@${version}`))).toEqual(
    new Set(locked),
  );
  for (const { hashes } of components) expect(hashes[0]?.alg).toBe('SHA-512');
});
