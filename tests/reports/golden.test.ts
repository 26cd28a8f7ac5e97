import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { Fiche } from '../../src/domain/fiche.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { REPORTS } from '../../src/reports/catalogue.ts';
import type { ColumnType } from '../../src/reports/report.ts';
import { viewOf } from '../../src/reports/view-comments.ts';
import { describeEachEngine } from '../support/database.ts';
import { blockWith, partnerWith, publishFiches } from '../support/factories.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';
import { publishRandom, registerOfSeed } from '../support/random-register.ts';
import { byKey, readRows, readViewRows } from '../support/report-rows.ts';

const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  TEXT: 'text',
  INTEGER: 'integer',
  NUMBER: 'double precision',
  BOOLEAN: 'boolean',
  DATE: 'date',
  DATETIME: 'timestamp with time zone',
};

/**
 * Around what a day decides: the day the observation of six months closes, the day a rate is due
 * and the next one, the day of the questions, one on which everything has ended.
 */
const SMALL_DAYS = ['2025-06-30', '2025-12-31', '2026-01-01', '2026-11-24', '2032-06-01'];
const RANDOM_DAYS = ['2019-07-01', '2024-02-29', '2026-08-16', '2026-11-24', '2028-01-01'];

/** Fiches that are not served: one that names its code, and one that has none. */
const REFUSED: readonly Finding[] = ['RNCP999', null].map((certificationCode) => ({
  ...{ rule: 'REFUSED_FICHE', certificationCode, cohortYear: null, element: null, given: null },
  message: 'no title: a fiche has one',
}));

/** Random registers have no blocks and no partners: some of each, alike now and then. */
function withLists(fiche: Fiche, index: number): Fiche {
  const each = Array.from({ length: index % 5 }, (_, item) => item);
  return {
    ...fiche,
    blocks: each.map((item) =>
      blockWith(`${fiche.code}BC0${item % 3}`, `Bloc ${item}`, {
        skills: item % 2 === 0 ? null : 'Concevoir ;\n"livrer"',
      }),
    ),
    partners: each.map((item) =>
      partnerWith(`Centre ${item % 3}`, {
        role: ([null, 'TRAIN', 'ASSESS', 'TRAIN_AND_ASSESS', 'TRAIN'] as const)[item] ?? null,
        state: ['Actif', 'Inactif', null][(index + item) % 3] ?? null,
        siret: item % 2 === 0 ? null : `444444442000${index % 2 === 0 ? 11 : 29}`,
      }),
    ),
  };
}

describeEachEngine('reports and their views on', (openDatabase) => {
  let small: Database;
  const random: Database[] = [];

  beforeAll(async () => {
    small = await openDatabase();
    await publishFiches(small, QUESTION_REGISTER, { findings: REFUSED });
    for (const seed of [11, 12]) {
      const database = await openDatabase();
      const { fiches, ...rest } = registerOfSeed(seed);
      await publishRandom(database, { ...rest, fiches: fiches.map(withLists) });
      random.push(database);
    }
  });

  describe.each(REPORTS)('$name', (report) => {
    test('the view has the columns of the report, in their order, of their types', async () => {
      await using session = await small.session();
      const { rows } = await sql<{ name: string; type: string }>`
        select attname as name, format_type(atttypid, atttypmod) as type
        from pg_attribute where attrelid = ${`bi.${viewOf(report)}`}::regclass and attnum > 0
        order by attnum`.execute(session.db);
      expect(rows).toEqual(
        report.columns.map(({ name, type }) => ({ name, type: SQL_TYPES[type] })),
      );
    });

    test.each(SMALL_DAYS)('the view has the rows of the report on %s', async (asOf) => {
      const rows = byKey(report, await readRows(small, report, { as_of: asOf }));
      expect(byKey(report, await readViewRows(small, report, asOf))).toEqual(rows);
    });

    test('the view has the rows of random registers on any day', async () => {
      let count = 0;
      for (const database of random) {
        for (const asOf of RANDOM_DAYS) {
          const rows = byKey(report, await readRows(database, report, { as_of: asOf }));
          expect(byKey(report, await readViewRows(database, report, asOf))).toEqual(rows);
          count += rows.length;
        }
      }
      expect(count).toBeGreaterThan(20);
    });
  });
});
