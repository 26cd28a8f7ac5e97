import { describe, expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';

const ONE_OF_THREE =
  'give --certification CODE (with --year or --holder, or for all its cohorts), --all or --expired: one of the three\n';

describe('survey erase refuses', () => {
  test.each([
    ['nothing to erase', [], ONE_OF_THREE],
    ['all and a certification', ['--all', '--certification', 'RNCP1'], ONE_OF_THREE],
    ['all and expired', ['--all', '--expired'], ONE_OF_THREE],
    [
      'all of a year',
      ['--all', '--year', '2022'],
      '--year and --holder are of a certification: give --certification CODE\n',
    ],
    [
      'expired of a holder',
      ['--expired', '--holder', 'T1'],
      '--year and --holder are of a certification: give --certification CODE\n',
    ],
    [
      'a holder of a year',
      ['--certification', 'RNCP1', '--year', '2022', '--holder', 'T1'],
      'give --year or --holder, not both: a holder is of one cohort\n',
    ],
  ])('%s, before it opens the database', async (_what, options, message) => {
    const { code, stdout, stderr } = await runCli(['survey', 'erase', ...options], {
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    });
    expect([code, stdout, stderr]).toEqual([1, '', message]);
  });

  test('a holder without the secret', async () => {
    const { code, stderr } = await runCli(
      ['survey', 'erase', '--certification', 'RNCP1', '--holder', 'T1'],
      { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
    );
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/^SURVEY_SECRET is not set/);
  });
});
