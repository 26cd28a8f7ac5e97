import { readFileSync } from 'node:fs';
import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { ERROR_CODES } from '../../src/domain/errors.ts';
import { toClientError } from '../../src/http/client-error.ts';

const PAGE = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');
const ROWS = [...PAGE.matchAll(/^\| `([A-Z_]+)` \|(.*)\|$/gm)].map(([, code = '', rest = '']) => ({
  code,
  cells: rest.split('|').map((cell) => cell.trim()),
}));

test('the page of errors explains each code that a client can meet, once, and no other', () => {
  expect(ROWS.map(({ code }) => code).toSorted()).toEqual(ERROR_CODES.toSorted());
});

test.each(ROWS)('the page tells the cause and the remedy of $code', ({ cells }) => {
  expect(cells).toEqual([expect.stringMatching(/^.{20,}\.$/), expect.stringMatching(/^.{10,}\.$/)]);
});

test('the page names every code with a status of its own, and the others are 400', () => {
  const [, statuses = ''] = PAGE.split('## HTTP status');
  const others = ['BAD_REQUEST', 'NOT_FOUND', 'REQUEST_ENTITY_TOO_LARGE'];
  for (const code of ERROR_CODES.filter((each) => !others.includes(each))) {
    const given = new GraphQLError('x', { extensions: { code } });
    const { http } = toClientError(given, 'request-1').error.extensions;
    if (http?.status === 400) expect(statuses).not.toContain(`\`${code}\``);
    else expect(statuses).toMatch(new RegExp(`${http?.status} for [^;|]*\`${code}\``));
  }
});
