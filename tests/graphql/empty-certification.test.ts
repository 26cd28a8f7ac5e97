import { parse } from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { storeOf } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, ficheWith, publishFiches } from '../support/factories.ts';
import { answerByBoth } from './both-executors.ts';

describeEachEngine('figures that one certification does not have on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, [
      ficheWith({ code: 'RNCP1', cohorts: [] }),
      ficheWith({ code: 'RNCP2', cohorts: [cohortWith(2023, 8), cohortWith(2024, 9)] }),
      ficheWith({ code: 'RNCP3', cohorts: [cohortWith(2023, 8, { global6: 75 })] }),
    ]);
    await storeOf(database).refresh();
  });

  /** Paths and reasons, with the words in English. */
  async function explained(source: string): Promise<readonly (readonly unknown[])[]> {
    const { expected, found } = await answerByBoth(database, parse(source), {});
    expect([expected.errors, found]).toEqual([[], expected]);
    const { emptyAnswers = [] } = JSON.parse(expected.extensions ?? '{}') as {
      readonly emptyAnswers?: readonly {
        readonly path: readonly (string | number)[];
        readonly reason: string;
        readonly message: { readonly en: string };
      }[];
    };
    return emptyAnswers.map(({ path, reason, message }) => [path.join('.'), reason, message.en]);
  }

  test('are explained where it has no cohort', async () => {
    const none = ['NOTHING_THERE', 'no cohort of RNCP1 is published'];
    expect(
      await explained(`{
        certification(code: "RNCP1") {
          cohorts { year }
          insertion { value }
          insertionRate(indicator: GLOBAL_6_MONTHS) { value }
        }
      }`),
    ).toEqual([
      ['certification.cohorts', ...none],
      ['certification.insertion', ...none],
      ['certification.insertionRate', ...none],
    ]);
  });

  test('are explained where none of its cohorts has a rate', async () => {
    expect(
      await explained(`{
        certification(code: "RNCP2", asOf: "2026-11-24") {
          cohorts { year }
          insertion(lastCohorts: 1) { value }
          target: insertionRate(indicator: TARGET_OCCUPATION_2_YEARS) { value }
        }
      }`),
    ).toEqual([
      [
        'certification.insertion',
        'NO_FIGURE',
        'there are rows, and none has a rate that can be pooled, which one of the RNCP with a number of certified can: Insertion rate at 6 months, any employment (Overdue 1); Insertion rate at 6 months, in the target occupation (Not carried by the source 1); Insertion rate at 2 years, in the target occupation (Not yet observable 1)',
      ],
      [
        'certification.target',
        'NO_FIGURE',
        'there are rows, and none has a rate that can be pooled, which one of the RNCP with a number of certified can: Insertion rate at 2 years, in the target occupation (Not yet observable 1, Overdue (optional) 1)',
      ],
    ]);
  });

  test('are explained where the day hides them, and today they are there', async () => {
    expect(
      await explained(
        '{ certification(code: "RNCP3", asOf: "2022-12-31") { cohorts { year } insertion { value } } }',
      ),
    ).toEqual([
      ['certification.cohorts', 'HIDDEN_UNDER_AS_OF', 'no cohort had begun by 2022-12-31'],
      ['certification.insertion', 'HIDDEN_UNDER_AS_OF', 'no cohort had begun by 2022-12-31'],
    ]);
  });

  test('are not explained of each of a list, nor where there is one', async () => {
    expect(
      await explained(`{
        certifications { nodes { cohorts { year } insertion { value } } }
        certification(code: "RNCP3") {
          cohorts { year }
          insertion { value }
          insertionRate(indicator: GLOBAL_6_MONTHS) { value }
        }
      }`),
    ).toEqual([]);
  });
});

describeEachEngine('a certification of a register without statistics on', (openDatabase) => {
  test('says that no source has them', async () => {
    const database = await openDatabase();
    await publishFiches(database, [ficheWith({ code: 'RNCP1', cohorts: [] })]);
    await storeOf(database).refresh();
    const document = parse('{ certification(code: "RNCP1") { cohorts { year } } }');
    const { expected } = await answerByBoth(database, document, {});
    expect(JSON.parse(expected.extensions ?? '{}')).toMatchObject({
      emptyAnswers: [
        {
          reason: 'SOURCE_AWAY',
          message: { fr: 'aucune source importée n’a de statistiques de promotions' },
        },
      ],
    });
  });
});
