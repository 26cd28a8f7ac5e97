import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const MAIN = fileURLToPath(new URL('../../src/cli/debouches.mjs', import.meta.url));

/** A Node of this machine that is too old to run the program; undefined without one. */
const OLD = ['/usr/bin/node', '/usr/local/bin/node'].find((path) =>
  /^v(?:1\d|20)\./.test(String(spawnSync(path, ['--version']).stdout)),
);

test.skipIf(!OLD)('an old Node is told in one sentence what to use', () => {
  const { status, stderr, stdout } = spawnSync(OLD ?? '', [MAIN, 'serve'], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^Node \d+\.\d+\.\d+ cannot run this program: use npm start,[^\n]*\n$/);
});

test('what an old Node reads first asks for nothing that it has not', async () => {
  const text = await readFile(MAIN, 'utf8');
  // A named import that is missing would be a syntax error before any line is run.
  expect(text).not.toMatch(/^import \{/m);
  expect(text.match(/^import /gm)).toHaveLength(1);
});
