import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importFiles } from '../../src/ingest/publish/publish.ts';
import { ask, TODAY } from '../support/client.ts';
import { openMigratedPglite } from '../support/database.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const PAGE = fileURLToPath(new URL('../../src/demonstration/RNCP35746.txt', import.meta.url));

function block(language: string): string {
  return README.split(`\`\`\`${language}\n`)[1]?.split('\n```')[0] ?? '';
}

test('the query of the README has the answer of the README', async () => {
  await using database = await openMigratedPglite();
  await importFiles(database, [PAGE], { today: TODAY, date: TODAY });
  const answer = await ask(database, block('graphql'));
  expect(answer).toEqual(JSON.parse(block('json')));
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

describe('the French README', () => {
  const FRENCH = readFileSync(new URL('../../LISEZMOI.md', import.meta.url), 'utf8');
  const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, it]) => it);
  const prose = (text: string) => text.replace(/```[\s\S]*?```/g, '');

  test('has the same commands, questions and answers, in the same order', () => {
    const blocks = (text: string) => text.match(/```[\s\S]*?```/g);
    expect(blocks(FRENCH)).toEqual(blocks(README));
  });

  test('has the same sections, tables and lists', () => {
    const shape = (text: string) =>
      all(prose(text), /^(#+(?= )|- |\|(?=.*\|$))/gm).map((each) => each?.trim());
    expect(shape(FRENCH)).toEqual(shape(README));
  });

  test('leads to the same pages, and each to the other', () => {
    const links = (text: string) => all(prose(text), /\]\(([^)]+)\)/g);
    expect(links(FRENCH).slice(1)).toEqual(links(README).slice(1));
    expect([links(FRENCH)[0], links(README)[0]]).toEqual(['README.md', 'LISEZMOI.md']);
  });

  test('names the same files, settings, addresses and fields', () => {
    const names = (text: string) =>
      all(prose(text), /`([^`]+)`/g).map((each) => each?.replace('AAAA-MM-JJ', 'YYYY-MM-DD'));
    expect(names(FRENCH)).toEqual(names(README));
    for (const word of ['RNCP35746', 'Node 24', 'PostgreSQL 15', 'npm run debouches -- --help']) {
      expect(FRENCH).toContain(word);
    }
  });
});
