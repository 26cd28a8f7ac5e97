import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withLimits } from '../../docs/print-limits.ts';
import { parseConfig } from '../../src/config.ts';
import { ERROR_CODES } from '../../src/domain/errors.ts';
import { allRequestLimits } from '../../src/http/ops/request-limits.ts';

const PAGE = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
const LIMITS = allRequestLimits(parseConfig({}));

test('docs/operations.md lists all limits of requests, as they are (npm run generate)', () => {
  expect(PAGE).toBe(withLimits(PAGE));
  for (const { name, value } of LIMITS) expect(PAGE).toContain(`| \`${name}\` | ${value} | `);
});

test('each limit has a name of its own, a value that GraphQL can carry, and is told in both languages', () => {
  expect(new Set(LIMITS.map(({ name }) => name)).size).toBe(LIMITS.length);
  for (const { name, value, text, code } of LIMITS) {
    expect(name).toMatch(/^[A-Z][A-Z0-9_]+$/);
    expect(value).toBeLessThan(2 ** 31);
    expect(text.fr).toMatch(/^\p{Lu}.*\.$/u);
    expect(text.en).toMatch(/^[A-Z].*\.$/);
    if (code !== null) expect(ERROR_CODES).toContain(code);
  }
});
