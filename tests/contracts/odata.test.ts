import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { CALLED_BY_NAME } from '../../src/datasets/expression/functions.ts';
import { SYSTEM_OPTIONS } from '../../src/http/odata/options.ts';
import { odataServer } from '../http/odata/odata-server.ts';

const server = odataServer();
const PAGE = readFileSync(new URL('../../docs/odata.md', import.meta.url), 'utf8');

/** What a snippet of the shell prints, read as JSON. */
async function run(snippet: string) {
  const here = snippet.replaceAll('http://localhost:4000', server.at().url);
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', here]);
  return JSON.parse(stdout);
}

test('the commands of the page are run as they are', async () => {
  const snippets = [...PAGE.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text]) => text ?? '');
  expect(snippets.length).toBe(3);
  const [filtered, one, pooled] = await Promise.all(snippets.map(run));
  expect(filtered.value).toEqual([]);
  expect(one).toMatchObject({ certification_code: 'RNCP101', rate: 70 });
  // 2022: RNCP100 with 12 · 66 and RNCP101 with 10 · 60, over 22.
  const year = pooled.value.find((row: { year: number }) => row.year === 2022);
  expect(year).toMatchObject({ w: 1_392, b: 22 });
});

test('the page names every option and function', () => {
  for (const name of SYSTEM_OPTIONS) {
    if (name !== 'skiptoken') expect(PAGE).toContain(`\`$${name}\``);
  }
  for (const name of CALLED_BY_NAME) expect(PAGE).toMatch(new RegExp(`[\`( ]${name}[\` ,)]`));
});
