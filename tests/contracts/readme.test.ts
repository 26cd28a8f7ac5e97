import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { graphql } from 'graphql';
import { expect, test } from 'vitest';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import { openRequest } from '../../src/graphql/context.ts';
import { schema } from '../../src/graphql/schema.ts';
import { importFiles } from '../../src/ingest/publish.ts';
import { openMigratedPglite } from '../support/database.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const PAGE = fileURLToPath(new URL('../../src/demonstration/RNCP35746.txt', import.meta.url));
const TODAY = parsePlainDate('2026-11-24');

function block(language: string): string {
  return README.split(`\`\`\`${language}\n`)[1]?.split('\n```')[0] ?? '';
}

test('the query of the README has the answer of the README', async () => {
  await using database = await openMigratedPglite();
  await importFiles(database, [PAGE], { today: TODAY });
  await using request = await openRequest(database, TODAY);
  const result = await graphql({
    schema,
    source: block('graphql'),
    contextValue: request.context,
  });
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
