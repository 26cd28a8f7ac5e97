import { describe, expect, test } from 'vitest';
import { BiTablesError, failureOf } from '../../src/cli/failure.ts';
import { ConfigError } from '../../src/config.ts';
import { DataFolderError } from '../../src/db/engines/data-folder.ts';
import { EmbeddedDatabaseError } from '../../src/db/engines/disk-reserve.ts';
import { LeftoverError } from '../../src/db/load/remove-written.ts';
import { DatabaseUnavailableError, RefusedFileError } from '../../src/domain/errors.ts';
import { ThemeError } from '../../src/http/pages/own-theme.ts';

describe('what a failed command says', () => {
  test.each([
    [new ConfigError('PORT is "x"'), 2, 'PORT is "x"'],
    [new ThemeError('THEME_DIR is x'), 2, 'THEME_DIR is x'],
    [new RefusedFileError('not an export'), 1, 'not an export'],
    [
      Object.assign(new Error('x'), { code: 'ENOTFOUND', hostname: 'nowhere.example' }),
      1,
      'the database server at nowhere.example cannot be used: there is no such host: mend DATABASE_URL',
    ],
    [
      new AggregateError([
        Object.assign(new Error('x'), { code: 'ECONNREFUSED', address: '::1', port: 5432 }),
      ]),
      1,
      'the database server at ::1:5432 cannot be used: nothing listens there: start the server or mend DATABASE_URL',
    ],
    [
      Object.assign(new Error('x'), { code: '28P01' }),
      1,
      'the database server cannot be used: it refuses this user or password: mend DATABASE_URL',
    ],
    ...['ENOSPC', 'EDQUOT', '53100'].map((code): [Error, 1, string] => [
      Object.assign(new Error('x'), { code }),
      1,
      'the disk is full: nothing was changed',
    ]),
    [new EmbeddedDatabaseError('it stopped: do it again'), 1, 'it stopped: do it again'],
    [
      new LeftoverError(
        new RefusedFileError('not an export'),
        Object.assign(new Error('x'), { code: '53100' }),
      ),
      1,
      'not an export; what it had written is still there (the disk is full), and the next import removes it',
    ],
    [
      new BiTablesError(7, Object.assign(new Error('x'), { code: '53100' })),
      1,
      'publication 7 is served, but the tables of bi could not be written and are those of the publication before; a server writes them within a minute, or the next import: the disk is full',
    ],
    ...['EMFILE', '53000'].map((code): [Error, 1, string] => [
      Object.assign(new Error('x'), { code }),
      1,
      'this process may not open as many files as it needs: raise the limit (ulimit -n 1024)',
    ]),
    [
      new DatabaseUnavailableError(new Error('Query read timeout')),
      1,
      'the database server cannot be used: it does not answer: mend DATABASE_URL or the network',
    ],
    [new DataFolderError('x', 'it is no folder'), 2, expect.stringContaining('DATA_DIR is "x"')],
    [
      new Error('corrupted migrations: previously executed migration 3000 is missing'),
      1,
      'the database was migrated by another version of this program (corrupted migrations: previously executed migration 3000 is missing): use that version, or another database',
    ],
  ])('%s ends with %i', (error, exitCode, message) => {
    expect(failureOf(error)).toEqual({ message, exitCode });
  });

  test('a fault keeps its stack, for whoever has to find it', () => {
    expect(failureOf(new TypeError('oops')).message).toMatch(
      /^unexpected error: TypeError: oops\n +at /,
    );
  });
});
