import { type Kysely, sql } from 'kysely';
import type { PlainDate } from '../domain/calendar.ts';
import type { InsertionIndicator } from '../domain/indicator.ts';
import { lineageNumbers } from '../domain/lineage.ts';
import type { PeerCandidate, PeerCriterion } from '../domain/peer-board.ts';
import type { PoolableCohort } from '../domain/pooling.ts';
import type { RegisterCode } from '../domain/register-code.ts';
import { lineageEdges } from './lineage-links.ts';
import type { DB } from './tables.ts';

/** The nomenclature that each criterion looks at. */
const CODE_TABLES = {
  OCCUPATION: 'certification_occupation',
  SPECIALITY: 'certification_speciality',
  FORMACODE: 'certification_formacode',
} as const satisfies Record<Exclude<PeerCriterion, 'LEVEL'>, keyof DB>;

/** All certifications of the RNCP, as the choice of peers looks at them, in code order. */
export async function readPeerCandidates(db: Kysely<DB>): Promise<PeerCandidate[]> {
  const cohorts = await readCohorts(db);
  const lineages = lineageNumbers(await lineageEdges(db));
  const occupations = await readCodes(db, CODE_TABLES.OCCUPATION);
  const specialities = await readCodes(db, CODE_TABLES.SPECIALITY);
  const formacodes = await readCodes(db, CODE_TABLES.FORMACODE);
  const rows = await db
    .selectFrom('certification')
    .where('register', '=', 'RNCP')
    .select([
      'code',
      'level',
      'registration_ends_on as registrationEndsOn',
      'active_flag as activeFlag',
    ])
    .orderBy('number')
    .$castTo<CandidateRow>()
    .execute();
  return rows.map((row) => ({
    ...row,
    lineage: lineages.get(row.code) ?? null,
    cohorts: cohorts.get(row.code) ?? [],
    codes: {
      OCCUPATION: occupations.get(row.code) ?? [],
      SPECIALITY: specialities.get(row.code) ?? [],
      FORMACODE: formacodes.get(row.code) ?? [],
    },
  }));
}

interface CandidateRow {
  readonly code: RegisterCode;
  readonly level: number | null;
  readonly registrationEndsOn: PlainDate | null;
  readonly activeFlag: boolean | null;
}

async function readCohorts(db: Kysely<DB>): Promise<Map<string, PoolableCohort[]>> {
  const rows = await db
    .selectFrom('insertion_fact')
    .where('certification_code', 'like', 'RNCP%')
    .select([
      'certification_code as code',
      'year',
      'certified',
      'global_6_months as global6',
      'target_occupation_6_months as target6',
      'target_occupation_2_years as target24',
    ])
    .orderBy('certification_code')
    .orderBy('recency')
    .execute();
  const cohorts = new Map<string, PoolableCohort[]>();
  for (const { code, year, certified, global6, target6, target24 } of rows) {
    const rates: Record<InsertionIndicator, number | null> = {
      GLOBAL_6_MONTHS: global6,
      TARGET_OCCUPATION_6_MONTHS: target6,
      TARGET_OCCUPATION_2_YEARS: target24,
    };
    append(cohorts, code, { year, certified, rates });
  }
  return cohorts;
}

async function readCodes(
  db: Kysely<DB>,
  table: (typeof CODE_TABLES)[keyof typeof CODE_TABLES],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ certification: string; code: string }>`
    select certification_code as certification, code from ${sql.table(table)}
    where certification_code like 'RNCP%'
    group by certification_code, code
    order by certification_code, min(position)`.execute(db);
  const codes = new Map<string, string[]>();
  // Thousands of rows carry the same code: one text stands for all of them.
  const texts = new Map<string, string>();
  for (const { certification, code } of rows) {
    const text = texts.get(code) ?? code;
    texts.set(code, text);
    append(codes, certification, text);
  }
  return codes;
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
