import { expect, test } from 'vitest';
import { attemptEndedBy } from '../../src/cli/refresh/attempt.ts';
import { DataFolderError, DataFolderInUseError } from '../../src/db/engines/data-folder.ts';
import { EmbeddedDatabaseError } from '../../src/db/engines/disk-reserve.ts';
import { LeftoverError } from '../../src/db/load/remove-written.ts';
import { DatabaseUnavailableError, RefusedFileError } from '../../src/domain/errors.ts';
import { RefreshBusyError, RefreshError, TransferError } from '../../src/refresh/refresh-error.ts';

const coded = (code: string, more: object = {}) =>
  Object.assign(new Error('refused'), { code, ...more });

test.each([
  [new TransferError('status 500', { retry: true }), 'SITE'],
  [new RefreshError('no list', { failure: 'CATALOGUE' }), 'CATALOGUE'],
  [new TransferError('too long', { retry: false, failure: 'DOWNLOAD' }), 'DOWNLOAD'],
  [new RefusedFileError('it shrank'), 'EXPORTS'],
  [new LeftoverError(new RefusedFileError('it shrank'), coded('53100')), 'EXPORTS'],
  [new DataFolderError('x', 'it is no folder', 'REFRESH_DIR'), 'STORAGE'],
  [coded('ENOSPC'), 'STORAGE'],
  [coded('53100', { severity: 'ERROR' }), 'STORAGE'],
  [new DatabaseUnavailableError(new Error('Query read timeout')), 'DATABASE'],
  [coded('ECONNREFUSED'), 'DATABASE'],
  // A standby takes no writes.
  [coded('25006', { severity: 'ERROR' }), 'DATABASE'],
  [new EmbeddedDatabaseError('it stopped'), 'DATABASE'],
  [new DataFolderInUseError('by process 1'), 'DATABASE'],
  [new TypeError('x is not a function'), 'UNEXPECTED'],
])('%s is a failure of the kind %s', (error, failure) => {
  expect(attemptEndedBy(error)).toEqual({
    ...{ outcome: 'FAILED', failure, detail: expect.any(String) },
  });
});

test('another process at it is no failure', () => {
  expect(attemptEndedBy(new RefreshBusyError('wait'))).toEqual({ outcome: 'BUSY' });
});

test('the details are those of the command, and not endless', () => {
  expect(attemptEndedBy(new RefusedFileError('it lost 67 %'))).toMatchObject({
    detail: 'it lost 67 %',
  });
  const long = attemptEndedBy(new RefusedFileError('x'.repeat(10_000)));
  expect(long.outcome === 'FAILED' && long.detail.length).toBe(2_000);
});
