import { expect, test } from 'vitest';
import {
  BadUserInputError,
  DomainError,
  ERROR_CODES,
  NoPublicationError,
  QueryTooComplexError,
  RefusedFileError,
  TimeoutError,
} from '../../src/domain/errors.ts';

test.each([
  [
    new BadUserInputError({ en: 'level 2 is not accepted', fr: 'niveau 2 refusé' }),
    'BAD_USER_INPUT',
    'BadUserInputError',
  ],
  [new NoPublicationError(), 'NO_PUBLICATION', 'NoPublicationError'],
  [
    new QueryTooComplexError({ en: 'too many fields', fr: 'trop de champs' }),
    'QUERY_TOO_COMPLEX',
    'QueryTooComplexError',
  ],
  [new TimeoutError({ en: 'longer than 10 s', fr: 'plus de 10 s' }), 'TIMEOUT', 'TimeoutError'],
] as const)('%s carries a code of the closed list and its own name', (error, code, name) => {
  expect(error).toBeInstanceOf(DomainError);
  expect(error.code).toBe(code);
  expect(ERROR_CODES).toContain(error.code);
  expect(error.name).toBe(name);
});

test('an error keeps its cause', () => {
  const cause = new Error('unexpected end of file');
  expect(new RefusedFileError('the export is cut short', { cause }).cause).toBe(cause);
});

test('a refused file is no answer to a client: it has no code', () => {
  expect(new RefusedFileError('not the export')).not.toBeInstanceOf(DomainError);
});

test('codes are written in capitals, each once', () => {
  for (const code of ERROR_CODES) expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
  expect(new Set(ERROR_CODES).size).toBe(ERROR_CODES.length);
});

test('without a publication the message says how to get one', () => {
  expect(new NoPublicationError().message).toContain('npm run import');
});
