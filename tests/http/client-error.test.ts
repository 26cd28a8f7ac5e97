import { GraphQLError, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import {
  BadUserInputError,
  NoPublicationError,
  QueryTooComplexError,
} from '../../src/domain/errors.ts';
import { toClientError } from '../../src/http/client-error.ts';

const ID = 'request-1';
const document = parse('{ field }');

describe('toClientError', () => {
  test.each([
    [
      new BadUserInputError({ en: 'level 9 is not a level', fr: '9 n’est pas un niveau' }),
      'BAD_USER_INPUT',
    ],
    [new QueryTooComplexError({ en: 'too deep', fr: 'trop profond' }), 'QUERY_TOO_COMPLEX'],
    [new NoPublicationError(), 'NO_PUBLICATION'],
  ])('%s keeps its message and gets its code', (originalError, code) => {
    const given = new GraphQLError(originalError.message, { originalError, path: ['field'] });
    const { error, fault } = toClientError(given, ID);
    expect(error.toJSON()).toEqual({
      message: originalError.message,
      path: ['field'],
      extensions: { code },
    });
    expect(fault).toBeUndefined();
  });

  test('an error of ours is found however deep GraphQL wrapped it', () => {
    const ours = new BadUserInputError({ en: '"x" is not a day', fr: '« x » n’est pas un jour' });
    const inner = new GraphQLError('Expected type "Day".', { originalError: ours });
    const outer = new GraphQLError('Variable "$day" got invalid value "x".', {
      originalError: inner,
    });
    const { error } = toClientError(outer, ID);
    expect(error.extensions).toMatchObject({ code: 'BAD_USER_INPUT', http: { status: 400 } });
    expect(error.message).toBe(outer.message);
    expect(toClientError(outer, ID, 'fr').error.message).toBe(ours.text.fr);
  });

  test('anything else is masked, keeps its place, and is handed over as a fault', () => {
    const originalError = new Error('password is 1234');
    const given = new GraphQLError(originalError.message, { originalError, path: ['field'] });
    const { error, fault } = toClientError(given, ID);
    expect(error.toJSON()).toEqual({
      message: 'unexpected error',
      path: ['field'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: ID },
    });
    expect(fault).toBe(originalError);
  });

  test('a statement that the database cancelled is a TIMEOUT, in our words', () => {
    const originalError = Object.assign(new Error('canceling statement due to …'), {
      code: '57014',
    });
    const given = new GraphQLError(originalError.message, { originalError, path: ['field'] });
    const { error, fault } = toClientError(given, ID);
    expect(error.toJSON()).toEqual({
      message: expect.stringContaining('ask for smaller pages or fewer fields'),
      path: ['field'],
      extensions: { code: 'TIMEOUT' },
    });
    expect(fault).toBeUndefined();
  });

  test('extensions of unknown origin do not pass', () => {
    const given = new GraphQLError('x', { extensions: { code: 'BAD_REQUEST', stack: 'secret' } });
    expect(toClientError(given, ID).error.extensions).toEqual({
      code: 'BAD_REQUEST',
      http: { status: 400, spec: false },
    });
  });

  test('an error of GraphQL that points at a value of the document is the caller’s', () => {
    const given = new GraphQLError('Argument "number" must not be null.', {
      nodes: document.definitions,
      path: ['positive'],
    });
    expect(toClientError(given, ID).error.extensions).toEqual({ code: 'BAD_USER_INPUT' });
  });

  test('an error of GraphQL about a value of ours is a fault', () => {
    const originalError = new GraphQLError('Enum "Colour" cannot represent value: "GREEN"');
    const given = new GraphQLError(originalError.message, {
      nodes: document.definitions,
      path: ['colour'],
      originalError,
    });
    const { error, fault } = toClientError(given, ID);
    expect(error.extensions['code']).toBe('INTERNAL_SERVER_ERROR');
    expect(fault).toBe(originalError);
  });

  test('errors that wrap each other in a circle are translated all the same', () => {
    const given = new GraphQLError('round', { originalError: new Error('and round') });
    Object.assign(given.originalError as Error, { originalError: given });
    expect(toClientError(given, ID).error.extensions['code']).toBe('INTERNAL_SERVER_ERROR');
  });
});
