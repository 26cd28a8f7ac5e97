import { beforeAll, expect, test } from 'vitest';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { ReportProfileDocument } from '../support/operations.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';
import { sendOn } from '../support/questions.ts';

describeEachEngine('the question what the columns of a report hold on', (openDatabase) => {
  let send: ReturnType<typeof sendOn>;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
    send = sendOn(database);
  });

  test('counts values, and what is absent, over the rows that parameters choose', async () => {
    const { reportProfile } = await send(ReportProfileDocument, {
      ...{ name: 'cohorts', columns: ['level', 'year', 'global_6_months'], first: 2 },
      parameters: [{ name: 'register', values: ['RNCP'] }],
      asOf: '2026-11-24',
    });
    const [level, year, rate, ...more] = reportProfile.columns;
    expect(more).toEqual([]);
    expect(reportProfile).toMatchObject({ rows: 17, report: { name: 'cohorts' } });
    // RNCP100, RNCP101 and its six peers; then two cohorts of level 4, two of 7, two without a level.
    expect(level).toMatchObject({
      ...{ absent: 2, distinct: 3, least: '4', greatest: '7', statuses: null },
      values: [{ value: '6', rows: 11 }, { rows: 2 }],
    });
    expect(year).toMatchObject({
      ...{ absent: 0, distinct: 6, least: '2018', greatest: '2024' },
      values: [
        { value: '2023', rows: 9 },
        { value: '2024', rows: 3 },
      ],
    });
    // The cohort of 2024 of RNCP130 owes its rate.
    expect(rate).toMatchObject({
      ...{ absent: 1, distinct: 11, least: '50', greatest: '95' },
      column: { type: 'NUMBER', role: 'MEASURE' },
      values: [{ value: '70', label: '70', rows: 3 }, { rows: 2 }],
      statuses: [
        { value: 'PUBLISHED', label: 'Publié', labelEn: 'Published', rows: 16 },
        { value: 'OVERDUE', label: 'En retard', labelEn: 'Overdue', rows: 1 },
      ],
    });
  });
});
