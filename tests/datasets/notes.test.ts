import { beforeAll, expect, test } from 'vitest';
import { BI_DATASETS } from '../../src/datasets/bi.ts';
import type { Cell } from '../../src/datasets/dataset.ts';
import { notes } from '../../src/datasets/notes/notes.ts';
import type { Database } from '../../src/db/database.ts';
import { describeEachEngine } from '../support/database.ts';
import { cohortWith, day, ficheWith, publishFiches } from '../support/factories.ts';
import { newBreak, newNote, note } from '../support/notes.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';
import { readRecords } from '../support/report-rows.ts';

/** Datasets whose rows have no figure of insertion. */
const WITHOUT = [
  ...['blocks', 'expiring', 'partners', 'findings', 'notes', 'certification'],
  ...['certification_occupation', 'certification_speciality', 'certification_formacode'],
  ...['certification_certifier', 'certification_access_route'],
];

function datasetOf(name: string) {
  const found = BI_DATASETS.find((each) => each.name === name);
  if (!found) throw new Error(`no dataset ${name}`);
  return found;
}

test('every report and table that has figures has their notes, as its last column', () => {
  const without = BI_DATASETS.filter(({ columns }) => columns.at(-1)?.name !== 'notes');
  expect(without.map(({ name }) => name)).toEqual(
    BI_DATASETS.map(({ name }) => name).filter((name) => WITHOUT.includes(name)),
  );
});

describeEachEngine('notes in reports on', (openDatabase) => {
  let database: Database;
  const read = (name: string, query: Record<string, string> = {}) =>
    readRecords(database, datasetOf(name), query);

  beforeAll(async () => {
    database = await openDatabase();
    // One fiche is new: that is a change, and not of a figure.
    await publishFiches(database, QUESTION_REGISTER.slice(1));
    await publishFiches(database, QUESTION_REGISTER, { compared: true });
  });

  test('are in each of them once there is one, and not before', async () => {
    const withNotes = BI_DATASETS.filter(({ columns }) => columns.at(-1)?.name === 'notes');
    for (const { name } of withNotes) {
      const rows = await read(name);
      expect([name, rows.length > 0, rows.filter(({ notes: of }) => of !== null)]).toEqual([
        ...[name, true, []],
      ]);
    }
    await note(database, newNote({ textFr: 'De tous\nles chiffres' }));
    for (const { name } of withNotes) {
      const rows = await read(name);
      const noted = rows.filter(({ notes: of }) => of === 'De tous les chiffres');
      // A certification without cohorts has no figure, nor has a change of a fiche.
      const figures = rows.filter(({ cohorts, year, kind }) =>
        kind === undefined ? cohorts !== 0 : year !== null,
      );
      expect([name, noted.length]).toEqual([name, figures.length]);
    }
  });

  const row = (rows: Record<string, Cell>[], parts: Record<string, Cell>) =>
    rows.find((each) => Object.entries(parts).every(([name, value]) => each[name] === value));

  test('are those that touch figures of the row', async () => {
    const own = await openDatabase();
    await publishFiches(own, [
      ficheWith({
        code: 'RNCP1',
        registrationEndsOn: day('2030-12-31'),
        cohorts: [
          cohortWith(2020, 20, { global6: 80, target6: 60 }),
          cohortWith(2021, 20, { global6: 90, target6: 70 }),
        ],
      }),
      ficheWith({ code: 'RNCP2', cohorts: [cohortWith(2021, 30, { global6: 50 })] }),
    ]);
    await note(own, newNote({ textFr: 'Du taux', indicator: 'TARGET_OCCUPATION_6_MONTHS' }));
    await note(own, newBreak(2021, { textFr: 'Enquête', certification: 'RNCP1' }));
    await note(own, newNote({ textFr: 'Plus tard', startsOn: day('2027-01-01') }));
    const of = (name: string, query = {}) => readRecords(own, datasetOf(name), query);
    const broken = 'Rupture de série 2021 (RNCP1) : Enquête';
    const ofRate = 'Taux d’insertion dans le métier visé à 6 mois : Du taux';
    const cohorts = await of('cohorts');
    expect(row(cohorts, { certification_code: 'RNCP1', year: 2020 })?.['notes']).toBe(ofRate);
    expect(row(cohorts, { certification_code: 'RNCP1', year: 2021 })?.['notes']).toBe(
      `${ofRate} ; ${broken}`,
    );
    expect(row(cohorts, { certification_code: 'RNCP2' })?.['notes']).toBe(ofRate);
    const rates = await of('insertion-rates', { year_from: '2021' });
    expect(rates.map((each) => [each['certification_code'], each['notes']])).toEqual([
      ['RNCP1', broken],
      ['RNCP1', `${ofRate} ; ${broken}`],
      ['RNCP1', broken],
      ['RNCP2', null],
      ['RNCP2', ofRate],
      ['RNCP2', null],
    ]);
    // Numbers of persons are of no single rate.
    const vae = await of('vae');
    expect(vae.map((each) => each['notes'])).toEqual([broken, null, null]);
    const byYear = await of('insertion-by-year');
    expect(byYear.map((each) => each['notes'])).toEqual([ofRate, `${ofRate} ; ${broken}`]);
    expect((await of('certifications')).map((each) => each['notes'])).toEqual([
      ...[`${ofRate} ; ${broken}`, ofRate],
    ]);
    // The last cohort alone is of the new series.
    expect((await of('certifications', { last_cohorts: '1' }))[0]?.['notes']).toBe(
      `${ofRate} ; ${broken}`,
    );
    const later = await of('cohorts', { as_of: '2027-01-01' });
    expect(row(later, { certification_code: 'RNCP2' })?.['notes']).toBe(`${ofRate} ; Plus tard`);
  });

  test('have a report of their own, by what they are about', async () => {
    const own = await openDatabase();
    await publishFiches(own, [ficheWith({ code: 'RNCP1' }), ficheWith({ code: 'RS1' })]);
    await note(own, newNote({ textFr: 'Un', textEn: 'One', register: 'RS' }));
    await note(own, newBreak(2021, { textFr: 'Deux', indicator: 'GLOBAL_6_MONTHS' }));
    await note(
      own,
      newNote({ textFr: 'Trois', certification: 'RNCP1', endsOn: day('2026-11-24') }),
    );
    const all = await readRecords(own, notes);
    const open = { register: null, certification_code: null, indicator: null };
    const always = { year_from: null, year_to: null, shown_from: null, shown_until: null };
    expect(all).toEqual([
      {
        ...open,
        ...always,
        note_number: 1,
        kind: 'NOTE',
        register: 'RS',
        text_fr: 'Un',
        text_en: 'One',
      },
      {
        ...{ ...open, ...always, note_number: 2, kind: 'BREAK_IN_SERIES', text_fr: 'Deux' },
        ...{ indicator: 'GLOBAL_6_MONTHS', year_from: 2021, year_to: 2021, text_en: 'Deux' },
      },
      {
        ...{ ...open, ...always, note_number: 3, kind: 'NOTE', text_fr: 'Trois', text_en: 'Trois' },
        ...{ certification_code: 'RNCP1', shown_until: '2026-11-24' },
      },
    ]);
    const asked = async (query: Record<string, string>) =>
      (await readRecords(own, notes, query)).map(({ note_number: number }) => number);
    expect(await asked({ kind: 'break_in_series' })).toEqual([2]);
    expect(await asked({ register: 'RNCP' })).toEqual([2, 3]);
    expect(await asked({ code: 'RS1' })).toEqual([1, 2]);
    expect(await asked({ indicator: 'TARGET_OCCUPATION_2_YEARS' })).toEqual([1, 3]);
    expect(await asked({ year_to: '2020' })).toEqual([1, 3]);
    expect(await asked({ as_of: '2026-11-25' })).toEqual([1, 2]);
  });
});
