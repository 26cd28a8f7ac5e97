import { type Kysely, sql } from 'kysely';
import type { PlainDate } from '../../domain/calendar.ts';
import type { FicheCohort } from '../../domain/certification/fiche.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import type { SourceKind } from '../../domain/provenance.ts';
import {
  mergeFigures,
  type RankedSource,
  type SourcedFigure,
} from '../../domain/rate/merged-figure.ts';
import type { DB } from '../tables.ts';
import type { RowSource } from './fiche-table.ts';

type CohortRow = DB['cohort'];

/** The five figures of a cohort: their column, and where a source's line holds them. */
const FIGURES = [
  { column: 'certified', of: (line: FicheCohort) => line.certified },
  { column: 'certified_through_vae', of: (line: FicheCohort) => line.certifiedThroughVae },
  { column: 'global_6_months', of: (line: FicheCohort) => line.rates.GLOBAL_6_MONTHS },
  {
    column: 'target_occupation_6_months',
    of: (line: FicheCohort) => line.rates.TARGET_OCCUPATION_6_MONTHS,
  },
  {
    column: 'target_occupation_2_years',
    of: (line: FicheCohort) => line.rates.TARGET_OCCUPATION_2_YEARS,
  },
] as const;

type Column = (typeof FIGURES)[number]['column'];

/** Cohorts that a source gives for one certification. */
export interface CohortLines {
  readonly code: RegisterCode;
  /** Of the version that they are merged into. */
  readonly version: number;
  readonly cohorts: readonly FicheCohort[];
  readonly source: RowSource;
}

/** French names of the kinds of source, for the messages of findings. */
const KIND_NAMES: Readonly<Record<SourceKind, string>> = {
  FEED: 'XML export',
  FICHE_PAGE: 'fiche page',
  STATISTICS_FILE: 'statistics file',
};

/**
 * Merges the cohorts that supplements give into versions of fiches, figure by figure and by
 * precedence. `sources`: every source that figures may come from, by id. Gives a finding for each
 * figure that another source has otherwise than it is served, by the supplement that it is found in.
 */
export async function mergeCohorts(
  db: Kysely<DB>,
  contents: readonly CohortLines[],
  sources: ReadonlyMap<number, RankedSource>,
): Promise<ReadonlyMap<number, readonly Finding[]>> {
  const { rows: before } = await sql<CohortRow>`
    select cohort.* from unnest(${contents.map(({ code }) => code)}::text[],
      ${contents.map(({ version }) => version)}::int[]) as merged (code, number)
    join cohort on certification_code = merged.code collate "C"
      and version = merged.number`.execute(db);
  const rowsByCohort = new Map(before.map((row) => [key(row.certification_code, row.year), row]));
  const lines = contents.flatMap(({ cohorts, ...own }) =>
    cohorts.map((line) => ({ ...own, line })),
  );
  const ofCohorts = Map.groupBy(lines, ({ code, line }) => key(code, line.year));
  const findings: SourcedFinding[] = [];
  const merged = [...ofCohorts].flatMap(([cohort, own]) => {
    const [first] = own;
    if (!first) return [];
    const row = rowsByCohort.get(cohort) ?? emptyRow(first.code, first.version, first.line.year);
    return mergeLines({ row, lines: own, sources, findings });
  });
  await replaceRows(db, merged);
  const bySource = Map.groupBy(findings, ({ sourceId }) => sourceId);
  return new Map([...bySource].map(([id, own]) => [id, own.map(({ finding }) => finding)]));
}

interface SourcedFinding {
  readonly sourceId: number;
  readonly finding: Finding;
}

interface Merge {
  readonly row: CohortRow;
  readonly lines: readonly { readonly line: FicheCohort; readonly source: RowSource }[];
  readonly sources: ReadonlyMap<number, RankedSource>;
  readonly findings: SourcedFinding[];
}

function mergeLines({ row, lines, sources, findings }: Merge): CohortRow {
  const ids = [...row.source_ids, ...lines.map(({ source }) => source.id)];
  const unreadable = lines.flatMap(({ line }) => line.unreadableRates ?? []);
  const next: CohortRow = {
    ...row,
    source_ids: [...new Set(ids)].toSorted((a, b) => a - b),
    // A supplement has a column for every rate.
    target_occupation_6_months_in_source: true,
    unreadable_rates: [...new Set([...row.unreadable_rates, ...unreadable])],
  };
  for (const { column, of } of FIGURES) {
    const known = knownFigure(row, column, sources);
    // All at once: what two of them say is known by the day of the earlier one, served or not.
    const { served, disagrees } = mergeFigures([
      ...(known ? [known] : []),
      ...lines.flatMap(({ line, source }) => givenFigure(of(line), source) ?? []),
    ]);
    if (!served) continue;
    next[column] = served.value;
    next[`${column}_source_id`] = served.sourceId;
    if (column !== 'certified' && column !== 'certified_through_vae') {
      next[`${column}_seen_on`] = served.seenOn;
    }
    for (const other of disagrees) findings.push(disagreement(row, column, served, other));
  }
  return next;
}

function givenFigure(value: number | null, source: RowSource): SourcedFigure | null {
  if (value === null) return null;
  return { ...rankOf(source), value, sourceId: source.id, seenOn: source.datedOn };
}

function knownFigure(
  row: CohortRow,
  column: Column,
  sources: ReadonlyMap<number, RankedSource>,
): SourcedFigure | null {
  const value = row[column];
  const sourceId = row[`${column}_source_id`];
  if (value === null || sourceId === null) return null;
  const seenOn: PlainDate | null =
    column === 'certified' || column === 'certified_through_vae' ? null : row[`${column}_seen_on`];
  const source = sources.get(sourceId);
  if (!source) throw new Error(`${key(row.certification_code, row.year)}: of an unknown source`);
  return { ...rankOf(source), value, sourceId, seenOn };
}

function rankOf({ kind, datedOn }: RankedSource): RankedSource {
  return { kind, datedOn };
}

/** It is found in the supplement of the two; of two supplements in the one that was imported later. */
function disagreement(
  row: CohortRow,
  column: Column,
  served: SourcedFigure,
  other: SourcedFigure,
): SourcedFinding {
  const supplements = [served, other].filter(({ kind }) => kind !== 'FEED');
  return {
    sourceId: Math.max(...supplements.map(({ sourceId }) => sourceId)),
    finding: {
      rule: 'SOURCES_DISAGREE',
      certificationCode: row.certification_code,
      cohortYear: row.year,
      element: column,
      given: String(other.value),
      message: `the ${KIND_NAMES[other.kind]} says ${other.value}, the ${KIND_NAMES[served.kind]} ${served.value}: the ${KIND_NAMES[served.kind]} prevails`,
    },
  };
}

/** Rows that one statement writes: 19 parameters each, and 65,535 are the limit. */
const BATCH = 500;

async function replaceRows(db: Kysely<DB>, rows: readonly CohortRow[]): Promise<void> {
  const columns = Object.keys(emptyRow('', 0, 0)).filter((each) => !KEY.includes(each));
  for (let start = 0; start < rows.length; start += BATCH) {
    await db
      .insertInto('cohort')
      .values(rows.slice(start, start + BATCH))
      .onConflict((conflict) =>
        conflict
          .columns(['certification_code', 'version', 'year'])
          .doUpdateSet(
            Object.fromEntries(columns.map((name) => [name, sql.ref(`excluded.${name}`)])),
          ),
      )
      .execute();
  }
}

const KEY = ['certification_code', 'version', 'year'];

function key(code: string, year: number): string {
  return `${code}/${year}`;
}

function emptyRow(code: string, version: number, year: number): CohortRow {
  return {
    certification_code: code,
    version,
    year,
    certified: null,
    certified_source_id: null,
    certified_through_vae: null,
    certified_through_vae_source_id: null,
    global_6_months: null,
    global_6_months_source_id: null,
    global_6_months_seen_on: null,
    target_occupation_6_months: null,
    target_occupation_6_months_source_id: null,
    target_occupation_6_months_seen_on: null,
    target_occupation_2_years: null,
    target_occupation_2_years_source_id: null,
    target_occupation_2_years_seen_on: null,
    source_ids: [],
    target_occupation_6_months_in_source: false,
    unreadable_rates: [],
  };
}
