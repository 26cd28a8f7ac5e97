import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { ask, refusal } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, day, ficheWith, publishFiches } from '../support/factories.ts';
import { newBreak, newNote, note } from '../support/notes.ts';

// Five certifications that all rise: a group of them does so too.
const CODES = ['RNCP1', 'RNCP2', 'RNCP3', 'RNCP4', 'RNCP5'];
const FICHES = [
  ...CODES.map((code, place) =>
    ficheWith({
      code,
      registrationEndsOn: day('2030-12-31'),
      level: { code: 'NIV5', label: 'Niveau 5' },
      occupations: [{ code: 'M1805', label: 'Études' }],
      cohorts: [
        cohortWith(2020, 200, { global6: 50 + place, target6: 40 }),
        cohortWith(2021, 200, { global6: 70 + 2 * place, target6: 60 }),
        cohortWith(2022, 200, { global6: 90 + place, target6: 80 }),
      ],
    }),
  ),
  ficheWith({ code: 'RS1', cohorts: [cohortWith(2021, 10)] }),
];

/** Publications: 1 without notes, then one more with each. */
const NOTES = [
  newNote({ textFr: 'De tous', textEn: 'Of all' }),
  newNote({ textFr: 'Du RS', register: 'RS' }),
  newNote({ textFr: 'De RNCP1 en 2021', certification: 'RNCP1', years: [2021, 2021] }),
  newNote({
    textFr: 'Du taux métier',
    indicator: 'TARGET_OCCUPATION_6_MONTHS',
    years: [2022, null],
  }),
  newBreak(2021, {
    textFr: 'Rupture de RNCP2',
    certification: 'RNCP2',
    indicator: 'GLOBAL_6_MONTHS',
  }),
  newNote({ textFr: 'En décembre', startsOn: day('2026-12-01'), endsOn: day('2026-12-31') }),
];

const ALL = 'De tous';

describeEachEngine('notes of the operator on', (openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, FICHES);
    for (const each of NOTES) await note(database, each);
  });

  type Notes = { readonly text: string }[];
  const texts = (notes: Notes) => notes.map(({ text }) => text);

  test('are listed with their scope, in both languages, on the days that they are shown', async () => {
    const { notes } = await ask<{ notes: { nodes: object[] } }>(
      database,
      `{ notes { nodes { number kind text english: text(language: EN) register certificationCode
        certification { code } indicator yearFrom yearTo startsOn endsOn } } }`,
    );
    const open = {
      ...{ kind: 'NOTE', register: null, certificationCode: null, certification: null },
      ...{ indicator: null, yearFrom: null, yearTo: null, startsOn: null, endsOn: null },
    };
    expect(notes.nodes).toEqual([
      { ...open, number: 1, text: 'De tous', english: 'Of all' },
      { ...open, number: 2, text: 'Du RS', english: 'Du RS', register: 'RS' },
      {
        ...{ ...open, number: 3, text: 'De RNCP1 en 2021', english: 'De RNCP1 en 2021' },
        ...{ certificationCode: 'RNCP1', certification: { code: 'RNCP1' } },
        ...{ yearFrom: 2021, yearTo: 2021 },
      },
      {
        ...{ ...open, number: 4, text: 'Du taux métier', english: 'Du taux métier' },
        ...{ indicator: 'TARGET_OCCUPATION_6_MONTHS', yearFrom: 2022 },
      },
      {
        ...{ ...open, number: 5, kind: 'BREAK_IN_SERIES', text: 'Rupture de RNCP2' },
        ...{ english: 'Rupture de RNCP2', indicator: 'GLOBAL_6_MONTHS' },
        ...{ certificationCode: 'RNCP2', certification: { code: 'RNCP2' } },
        ...{ yearFrom: 2021, yearTo: 2021 },
      },
    ]);
    const later = await ask<{ notes: { nodes: object[] } }>(
      database,
      `{ notes(asOf: "2026-12-31", last: 1) { nodes { text startsOn endsOn } } }`,
    );
    expect(later.notes.nodes[0]).toEqual({
      ...{ text: 'En décembre', startsOn: '2026-12-01', endsOn: '2026-12-31' },
    });
  });

  test.each([
    ['kinds: [BREAK_IN_SERIES]', ['Rupture de RNCP2']],
    ['register: RS', [ALL, 'Du RS', 'Du taux métier']],
    ['certification: "RNCP1"', [ALL, 'De RNCP1 en 2021', 'Du taux métier']],
    ['indicator: GLOBAL_6_MONTHS', [ALL, 'Du RS', 'De RNCP1 en 2021', 'Rupture de RNCP2']],
    ['cohortYear: { to: 2020 }', [ALL, 'Du RS']],
    ['cohortYear: { from: 2022 }', [ALL, 'Du RS', 'Du taux métier']],
  ])('of a filter { %s } are those about it', async (filter, expected) => {
    const { notes } = await ask<{ notes: { nodes: Notes } }>(
      database,
      `{ notes(filter: { ${filter} }) { nodes { text } } }`,
    );
    expect(texts(notes.nodes)).toEqual(expected);
  });

  test('of years that end before they begin are refused', async () => {
    expect(
      await refusal(
        database,
        `{ notes(filter: { cohortYear: { from: 2, to: 1 } }) { totalCount } }`,
      ),
    ).toMatchObject({ message: expect.stringContaining('ends before it begins') });
  });

  test('are found again by their identifier', async () => {
    const { notes } = await ask<{ notes: { nodes: { id: string }[] } }>(
      database,
      '{ notes { nodes { id } } }',
    );
    const { node } = await ask<{ node: object }>(
      database,
      'query ($id: ID!) { node(id: $id) { ... on Note { number } } }',
      { id: notes.nodes[2]?.id },
    );
    expect(node).toEqual({ number: 3 });
  });

  test('go with a certification, its cohorts and their rates, and the pooled ones', async () => {
    const { certification } = await ask<{
      certification: {
        notes: Notes;
        cohorts: { notes: Notes; insertionRates: { notes: Notes }[] }[];
        insertion: { notes: Notes }[];
      };
    }>(
      database,
      `{ certification(code: "RNCP1") {
        notes { text }
        cohorts { notes { text } insertionRates { notes { text } } }
        insertion { notes { text } }
      } }`,
    );
    expect(texts(certification.notes)).toEqual([ALL, 'De RNCP1 en 2021', 'Du taux métier']);
    expect(certification.cohorts.map(({ notes }) => texts(notes))).toEqual([
      [ALL, 'Du taux métier'],
      [ALL, 'De RNCP1 en 2021'],
      [ALL],
    ]);
    expect(certification.cohorts[0]?.insertionRates.map(({ notes }) => texts(notes))).toEqual([
      [ALL],
      [ALL, 'Du taux métier'],
      [ALL],
    ]);
    expect(certification.insertion.map(({ notes }) => texts(notes))).toEqual([
      [ALL, 'De RNCP1 en 2021'],
      [ALL, 'De RNCP1 en 2021', 'Du taux métier'],
      [ALL, 'De RNCP1 en 2021'],
    ]);
  });

  test('go with groups that have a cohort which they touch, and their rates', async () => {
    interface Summary {
      readonly notes: Notes;
      readonly rates: { notes: Notes }[];
    }
    const { insertionStatistics } = await ask<{
      insertionStatistics: { total: Summary; groups: { summary: Summary }[] };
    }>(
      database,
      `{ insertionStatistics(groupBy: [YEAR], filter: { certification: { register: RNCP } }) {
        total { ...S } groups { summary { ...S } }
      } } fragment S on InsertionSummary { notes { text } rates { notes { text } } }`,
    );
    const told = ({ notes, rates }: Summary) => [texts(notes), ...rates.map((r) => texts(r.notes))];
    const [rncp1, target, broken] = ['De RNCP1 en 2021', 'Du taux métier', 'Rupture de RNCP2'];
    expect(told(insertionStatistics.total)).toEqual([
      [ALL, rncp1, target, broken],
      [ALL, rncp1, broken],
      [ALL, rncp1, target],
      [ALL, rncp1],
    ]);
    const byYear = insertionStatistics.groups.map(({ summary }) => told(summary));
    expect(byYear).toEqual([
      [[ALL], [ALL], [ALL], [ALL]],
      [
        [ALL, rncp1, broken],
        [ALL, rncp1, broken],
        [ALL, rncp1],
        [ALL, rncp1],
      ],
      [[ALL, target], [ALL], [ALL, target], [ALL]],
    ]);
  });

  test('go with groups of certifications, a break with those that reach over it', async () => {
    const { insertionStatistics } = await ask<{
      insertionStatistics: { groups: { key: object; summary: { notes: Notes } }[] };
    }>(
      database,
      `{ insertionStatistics(groupBy: [CERTIFICATION], filter: {
        has: [GLOBAL_6_MONTHS], certification: { codes: ["RNCP2", "RNCP3"] }
      }) { groups { key { certification { code } } summary { notes { text } } } } }`,
    );
    expect(insertionStatistics.groups.map(({ summary }) => texts(summary.notes))).toEqual([
      [ALL, 'Du taux métier', 'Rupture de RNCP2'],
      [ALL, 'Du taux métier'],
    ]);
  });

  test('go with what a certifying body certifies, and with comparisons', async () => {
    const { certification } = await ask<{
      certification: { benchmark: { notes: Notes; own: { notes: Notes } } };
    }>(
      database,
      `{ certification(code: "RNCP3") { benchmark(indicator: GLOBAL_6_MONTHS) {
        notes { text } own { notes { text } }
      } } }`,
    );
    expect(texts(certification.benchmark.own.notes)).toEqual([ALL]);
    // RNCP1 and RNCP2 are its peers.
    expect(texts(certification.benchmark.notes)).toEqual([
      ...[ALL, 'De RNCP1 en 2021', 'Rupture de RNCP2'],
    ]);
  });

  test('are of one publication: those before have none of them', async () => {
    const asked = async (publication: number) => {
      const { certification } = await ask<{ certification: { notes: Notes } }>(
        database,
        `{ certification(code: "RNCP1", publication: ${publication}) { notes { text } } }`,
      );
      return texts(certification.notes);
    };
    expect(await asked(1)).toEqual([]);
    expect(await asked(2)).toEqual([ALL]);
    expect(await asked(4)).toEqual([ALL, 'De RNCP1 en 2021']);
  });

  const YEARS = `query ($code: RegisterCode!, $publication: Int) {
    certification(code: $code, publication: $publication) { cohorts {
      year changeStatus(indicator: GLOBAL_6_MONTHS)
      change(indicator: GLOBAL_6_MONTHS) { verdict qValue }
      other: changeStatus(indicator: TARGET_OCCUPATION_6_MONTHS)
    } }
  }`;

  async function yearsOf(code: string, publication?: number) {
    const answer = await ask<{
      certification: {
        cohorts: {
          changeStatus: string;
          change: { verdict: string; qValue: number } | null;
          other: string;
        }[];
      };
    }>(database, YEARS, { code, ...(publication && { publication }) });
    return answer.certification.cohorts.map(({ changeStatus, change, other }) => [
      ...[changeStatus, change?.verdict ?? null, other],
    ]);
  }

  test('that are a break in series stop the change of a rate across it, and no other', async () => {
    expect(await yearsOf('RNCP2')).toEqual([
      ['COMPUTED', 'RISE', 'COMPUTED'],
      ['BREAK_IN_SERIES', null, 'COMPUTED'],
      ['NO_YEAR_BEFORE', null, 'NO_YEAR_BEFORE'],
    ]);
    expect((await yearsOf('RNCP3'))[1]).toEqual(['COMPUTED', 'RISE', 'COMPUTED']);
    // As it was published before.
    expect((await yearsOf('RNCP2', 5))[1]).toEqual(['COMPUTED', 'RISE', 'COMPUTED']);
    expect((await yearsOf('RS1'))[0]).toEqual(['NO_YEAR_BEFORE', null, 'NO_YEAR_BEFORE']);
  });

  test('stop the changes of groups in which some certification has a break', async () => {
    const asked = async (filter: string, publication = 7) => {
      const { insertionStatistics } = await ask<{
        insertionStatistics: {
          groups: {
            summary: {
              certifiedChangeStatus: string;
              rates: { changeStatus: string; change: { verdict: string } | null }[];
            };
          }[];
        };
      }>(
        database,
        `{ insertionStatistics(groupBy: [YEAR], publication: ${publication}, filter: { certification: { ${filter} } }) {
          groups { summary {
            certifiedChangeStatus rates { changeStatus change { verdict } }
          } }
        } }`,
      );
      return insertionStatistics.groups.map(({ summary: { certifiedChangeStatus, rates } }) => [
        certifiedChangeStatus,
        ...rates.map(({ changeStatus, change }) => change?.verdict ?? changeStatus),
      ]);
    };
    const before = ['NO_YEAR_BEFORE', 'NO_YEAR_BEFORE', 'NO_YEAR_BEFORE', 'NO_YEAR_BEFORE'];
    const flat = 'NOT_SIGNIFICANT'; // All target rates move by as much.
    expect(await asked('register: RNCP')).toEqual([
      before,
      ['COMPUTED', 'BREAK_IN_SERIES', flat, 'NO_RATE'],
      ['COMPUTED', 'RISE', flat, 'NO_RATE'],
    ]);
    expect((await asked('register: RNCP', 5))[1]).toEqual(['COMPUTED', 'RISE', flat, 'NO_RATE']);
    expect((await asked('codes: ["RNCP1", "RNCP3"]'))[1]?.[1]).toBe(flat);
  });

  test('keep changes that a break stops out of lists and of what is expected by chance', async () => {
    const asked = async (publication: number) => {
      const { cohorts } = await ask<{
        cohorts: { totalCount: number; manyComparisons: { tested: number } };
      }>(
        database,
        `{ cohorts(publication: ${publication}, filter: { rateChange: {
          indicator: GLOBAL_6_MONTHS, anyOf: [RISE]
        } }) { totalCount manyComparisons { tested } } }`,
      );
      return [cohorts.totalCount, cohorts.manyComparisons.tested];
    };
    expect(await asked(5)).toEqual([10, 10]);
    expect(await asked(6)).toEqual([9, 9]);
  });

  test('that are a break of everything stop changes of heads as well, on the days it is shown', async () => {
    const own = await openDatabase();
    await publishFiches(own, FICHES);
    await note(own, newBreak(2021, { startsOn: day('2026-11-01') }));
    const asked = (asOf: string) =>
      ask<{ insertionStatistics: { groups: object[] } }>(
        own,
        `{ insertionStatistics(groupBy: [YEAR], asOf: "${asOf}") { groups { summary {
          certifiedChangeStatus certifiedChange { difference }
          rate(indicator: GLOBAL_6_MONTHS) { changeStatus notes { kind } }
        } } } }`,
      );
    expect((await asked('2026-11-01')).insertionStatistics.groups[1]).toEqual({
      summary: {
        ...{ certifiedChangeStatus: 'BREAK_IN_SERIES', certifiedChange: null },
        rate: { changeStatus: 'BREAK_IN_SERIES', notes: [{ kind: 'BREAK_IN_SERIES' }] },
      },
    });
    expect((await asked('2026-10-31')).insertionStatistics.groups[1]).toEqual({
      summary: {
        ...{ certifiedChangeStatus: 'COMPUTED', certifiedChange: { difference: 10 } },
        rate: { changeStatus: 'COMPUTED', notes: [] },
      },
    });
  });
});
