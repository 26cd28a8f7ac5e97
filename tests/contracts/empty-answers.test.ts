import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { EMPTY_REASONS } from '../../src/domain/empty/empty-reason.ts';
import { send } from '../support/client.ts';
import { openMigratedPglite } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';

const page = await readFile(new URL('../../docs/empty-answers.md', import.meta.url), 'utf8');

const blockOf = (language: string) =>
  new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(page)?.[1] ?? '';

test('the example of the page is what the register of the questions answers', async () => {
  await using database = await openMigratedPglite();
  await publishFiches(database, QUESTION_REGISTER);
  const { extensions } = await send(database, blockOf('graphql'));
  const example = JSON.parse(blockOf('json'));
  expect(extensions).toMatchObject(example);
  // A message is always in both languages.
  for (const { message } of example.emptyAnswers)
    expect(Object.keys(message)).toEqual(['en', 'fr']);
});

test('the page has all reasons, in their order', () => {
  const rows = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, reason]) => reason);
  expect(rows).toEqual([...EMPTY_REASONS]);
});
