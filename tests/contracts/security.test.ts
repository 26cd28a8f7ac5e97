import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const PAGE = read('docs/security.md');

/** The rows of the table of a section, without its head. */
function rows(section: string): string[][] {
  const text = PAGE.split(`\n## ${section}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...text.matchAll(/^\| (.+) \|$/gm)].slice(2).map(([, row]) => row?.split(' | ') ?? []);
}

test('each promise names a test that holds it', () => {
  const promises = rows('What is promised');
  expect(promises.length).toBeGreaterThan(10);
  for (const [against, promise, heldBy] of promises) {
    expect(promise, against).toMatch(/\w/);
    // That it is there is held by the test of links.
    expect(heldBy, against).toMatch(/\]\(\.\.\/tests\/[\w/.-]+\.test\.ts\)/);
  }
});

test('who can reach what is told, what is not promised, and how to report', () => {
  expect(rows('Who can reach what').length).toBeGreaterThan(5);
  for (const section of ['What is not promised', 'How to report a fault']) {
    expect(PAGE).toContain(`\n## ${section}\n`);
  }
});

test.each(['README.md', 'LISEZMOI.md', 'CONTRIBUTING.md', 'docs/operations.md'])(
  '%s leads to it',
  (page) => {
    expect(read(page)).toMatch(/\]\((docs\/)?security\.md(#[\w-]+)?\)/);
  },
);
