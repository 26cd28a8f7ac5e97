import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { parseRegisterCode } from '../../../src/domain/certification/register-code.ts';
import { describeEachEngine } from '../../support/database.ts';
import { ficheWith, publishFiches } from '../../support/factories.ts';
import { inFull } from '../../support/in-full.ts';
import { cohortFiles, csv, EXAMPLE, importTexts } from '../../support/surveys.ts';
import { StoppedError, statementsOf, stopping } from '../history/stopping-database.ts';
import { everythingStored, forgetSurveys, query, stateOf } from './survey-state.ts';

/** Statements at which an import is stopped when not at each. */
const SAMPLE = 6;
/** Fractional part of the golden ratio: its multiples are spread evenly. */
const SPREAD = 0.618_034;

const FIRST = cohortFiles('RNCP1', EXAMPLE);
/** Replaces the roster of RNCP1, adds a horizon and RNCP2, flags both, and has a mapping. */
const SECOND = {
  ...{
    'r1.csv': FIRST.roster,
    's1.csv': cohortFiles('RNCP1', EXAMPLE, { horizon: 24 }).situations,
  },
  ...{ 'r2.csv': cohortFiles('RNCP2', EXAMPLE).roster },
  's2.csv': csv(
    'certification,id_titulaire,horizon,statut_reponse,situation',
    'RNCP2,H001,6,REPONDU,HORS_FRANCE',
  ),
};
const OPTIONS = {
  international: [parseRegisterCode('RNCP1'), parseRegisterCode('RNCP2')],
  ...{ mapping: '{"keepJobTitles": true}', siren: '111111118' },
};

describeEachEngine('an import of surveys on', (openDatabase) => {
  let database: Database;
  let statements = 0;
  const run = (over: Database) => importTexts(over, SECOND, OPTIONS);

  const publish = async (over: Database) => {
    const certifier = { state: 'Actif', siret: '11111111800011', stateChangedOn: null };
    const certifiers = [{ ...certifier, name: 'École', tradeName: null, website: null }];
    await publishFiches(
      over,
      ['RNCP1', 'RNCP2'].map((code) => ficheWith({ code, certifiers })),
    );
    await importTexts(over, { 'r.csv': FIRST.roster, 's.csv': FIRST.situations });
  };

  beforeAll(async () => {
    database = await openDatabase();
    await publish(database);
    const whole = await openDatabase();
    await publish(whole);
    statements = await statementsOf(whole, run);
  });

  describe.each([
    [true, 'and removes what it wrote'],
    [false, 'and is gone'],
  ])('that fails at a statement (%s)', (recovers) => {
    test(
      `leaves everything as it was, at ${inFull(0, 1) ? 'each one' : `${SAMPLE} of them`}`,
      async () => {
        const before = await everythingStored(database);
        const served = (await database.servedPublication())?.id ?? 0;
        const read = await stateOf(database, served);
        expect(statements).toBeGreaterThan(30);
        const count = inFull(SAMPLE, statements);
        for (let index = 0; index < count; index++) {
          const share = inFull(((index + 1) * SPREAD) % 1, index / statements);
          const after = Math.round(share * (statements - 1));
          const error = await run(stopping(database, { after, recovers })).then(
            () => null,
            (reason: unknown) => reason,
          );
          const cause = error instanceof Error && error.cause ? error.cause : error;
          expect([after, cause]).toEqual([after, expect.any(StoppedError)]);
          // What could not be removed is in no publication.
          expect([after, await stateOf(database, served)]).toEqual([after, read]);
          if (!recovers) await nextImport();
          expect([after, await everythingStored(database)]).toEqual([after, before]);
        }
      },
      inFull(120_000, 1_200_000),
    );
  });

  /** What is left where nothing could be removed is removed by whoever imports next, refused or not. */
  async function nextImport(): Promise<void> {
    const files = {
      'r.csv': csv('certification,id_titulaire,date_obtention', 'RNCP9,A,2024-01-01'),
    };
    await expect(importTexts(database, files)).rejects.toThrow(/"RNCP9"/);
  }

  test('says what it would have, once it is not stopped', async () => {
    const whole = await openDatabase();
    await publish(whole);
    await run(whole);
    await run(database);
    expect(await stateOf(database)).toEqual(await stateOf(whole));
  });
});

describeEachEngine('an import of many surveys that fails on', (openDatabase) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, [ficheWith({ code: 'RNCP1' })]);
  });
  beforeEach(() => forgetSurveys(database));

  const routes = [
    {
      ...{ route: 'VAE', holders: 20_000, respondents: 15_000, neutralised: 100 },
      ...{ employed: 10_000, inTarget: 5_000 },
    },
  ];
  const size = async () => {
    const [row] = await query<{ bytes: number }>(
      database,
      "select (pg_relation_size('survey.holder') + pg_relation_size('survey.answer'))::int as bytes",
    );
    return row?.bytes ?? 0;
  };

  test('gives the disk back what it wrote', async () => {
    const { roster, situations } = cohortFiles('RNCP1', routes);
    const files = { 'r.csv': roster, 's.csv': situations };
    let sent = 0;
    const statements = await statementsOf(database, (over) => importTexts(over, files));
    sent = await size();
    expect(sent).toBeGreaterThan(2_000_000);
    await forgetSurveys(database);
    // Rows are sent by then; it is the last statements that publish.
    const stopped = stopping(database, { after: statements - 3, recovers: true });
    await expect(importTexts(stopped, files)).rejects.toThrow('it stopped here');
    expect(await size()).toBeLessThan(sent / 20);
  });
});
