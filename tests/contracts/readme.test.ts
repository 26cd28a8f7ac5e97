import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { importFiles } from '../../src/ingest/publish/publish.ts';
import { send, TODAY } from '../support/client.ts';
import { openMigratedPglite } from '../support/database.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const PAGE = fileURLToPath(new URL('../../src/demonstration/RNCP35746.txt', import.meta.url));

function block(language: string): string {
  return README.split(`\`\`\`${language}\n`)[1]?.split('\n```')[0] ?? '';
}

test('the query of the README has the answer of the README', async () => {
  await using database = await openMigratedPglite();
  await importFiles(database, [PAGE], { today: TODAY, date: TODAY });
  const result = await send(database, block('graphql'));
  expect(JSON.parse(JSON.stringify(result))).toEqual({ data: JSON.parse(block('json')) });
});

test('the commands of the README are scripts of the project', () => {
  const { scripts } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as { scripts: Record<string, string> };
  const named = [...README.matchAll(/npm (?:run )?([a-z:]+)/g)].map(([, name]) => name ?? '');
  expect(named).toContain('start');
  expect(named).toContain('test');
  for (const name of named.filter((each) => each !== 'ci' && each !== 'are')) {
    expect(Object.keys(scripts)).toContain(name);
  }
});
