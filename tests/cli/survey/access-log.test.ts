import { expect, test } from 'vitest';
import { SurveyAccessLog } from '../../../src/cli/survey/serve-surveys.ts';
import type { Database, Session } from '../../../src/db/database.ts';
import { query } from '../../ingest/surveys/survey-state.ts';
import { describeEachEngine } from '../../support/database.ts';
import { day } from '../../support/factories.ts';

const READS = 6;

const read = (number: number) => ({
  ...{ at: new Date(`${day('2026-11-24')}T12:00:00Z`), requestId: `request-${number}` },
  reader: { role: 'BODY', siren: '111111118', name: 'school' } as const,
  ...{ operation: 'rates', certifications: ['RNCP1', 'RNCP2'] },
});

describeEachEngine('the log of restricted reads in', (openDatabase, engine) => {
  /** A database of which is known which sessions were opened, and which are open. */
  async function counted() {
    const database = await openDatabase();
    const seen = { opened: 0, open: 0 };
    const counting: Database = {
      ...database,
      session: async (): Promise<Session> => {
        const session = await database.session();
        seen.opened += 1;
        seen.open += 1;
        const dispose = session[Symbol.asyncDispose].bind(session);
        return {
          ...session,
          [Symbol.asyncDispose]: async () => {
            seen.open -= 1;
            await dispose();
          },
        };
      },
    };
    return { database: counting, seen };
  }
  const rows = async (database: Database) =>
    await query(
      database,
      `select request_id, role, reader, siren, operation, certification_codes from survey.access
      order by request_id`,
    );

  test('has a row of each read, over one connection for all, or none that is held', async () => {
    const { database, seen } = await counted();
    const log = new SurveyAccessLog(database);
    const note = (number: number) => log.note(read(number));
    await Promise.all(Array.from({ length: READS / 2 }, (_, number) => note(number)));
    for (let number = READS / 2; number < READS; number++) await note(number);
    expect(seen).toEqual(
      engine === 'postgres' ? { opened: 1, open: 1 } : { opened: READS, open: 0 },
    );
    await log[Symbol.asyncDispose]();
    expect(seen.open).toBe(0);
    expect(await rows(database)).toEqual(
      Array.from({ length: READS }, (_, number) => ({
        ...{ request_id: `request-${number}`, role: 'BODY', reader: 'school', siren: '111111118' },
        ...{ operation: 'rates', certification_codes: ['RNCP1', 'RNCP2'] },
      })),
    );
  });

  test('opens nothing where nothing restricted is read', async () => {
    const { database, seen } = await counted();
    await using log = new SurveyAccessLog(database);
    await log.note({ ...read(0), reader: { role: 'PUBLIC' } });
    expect(seen.opened).toBe(0);
    expect(await rows(database)).toEqual([]);
  });

  test.runIf(engine === 'postgres')(
    'goes on over a new connection when its own breaks',
    async () => {
      const database = await openDatabase();
      await using log = new SurveyAccessLog(database);
      await log.note(read(0));
      await query(
        database,
        `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`,
      );
      await expect
        .poll(() =>
          Promise.resolve(log.note(read(1))).then(
            () => true,
            () => false,
          ),
        )
        .toBe(true);
      expect((await rows(database)).map((row) => row['request_id'])).toEqual([
        'request-0',
        'request-1',
      ]);
    },
  );
});
