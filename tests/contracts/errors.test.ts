import { readFileSync } from 'node:fs';
import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { printErrors } from '../../docs/print-errors.ts';
import { ERROR_CODES } from '../../src/domain/errors.ts';
import { toClientError } from '../../src/http/client-error.ts';
import { ERRORS, TITLES } from '../../src/http/errors.ts';

test('docs/errors.md is what the registry says (npm run generate)', () => {
  const page = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');
  expect(page).toBe(printErrors());
});

test.each(ERROR_CODES)('the registry says the cause, the remedy and the title of %s', (code) => {
  const { cause, remedy, status } = ERRORS[code];
  expect([cause, remedy]).toEqual([
    expect.stringMatching(/^.{20,}\.$/),
    expect.stringMatching(/^.{10,}\.$/),
  ]);
  const { en = '', fr = '' } = TITLES[status] ?? {};
  expect([en, fr]).toEqual([expect.stringMatching(/^[A-Z]/), expect.stringMatching(/^[A-Z]/)]);
  expect(fr).not.toBe(en);
});

test.each(ERROR_CODES)(
  'a GraphQL error with the code %s has the status of the registry',
  (code) => {
    const given = new GraphQLError('x', { extensions: { code } });
    const { http } = toClientError(given, 'request-1').error.extensions;
    const { status, of } = ERRORS[code];
    expect(http).toEqual({ status, spec: of === 'OPERATION' });
  },
);
