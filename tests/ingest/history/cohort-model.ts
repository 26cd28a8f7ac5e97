import { prevails, type SourceKind } from '../../../src/domain/provenance.ts';
import type { StatisticsLine } from './file-texts.ts';
import { fileName } from './files.ts';
import type { PresentFile, RegisterModel } from './register-model.ts';
import { sourceName } from './said.ts';

type Row = Readonly<Record<string, unknown>>;

/** Figures by their columns, with the cell of a line; the rates come last. */
const FIGURES = [
  ['certified', 'certified'],
  ['certified_through_vae', 'vae'],
  ['global_6_months', 'global6'],
  ['target_occupation_6_months', 'target6'],
  ['target_occupation_2_years', 'target24'],
] as const satisfies readonly (readonly [string, keyof StatisticsLine])[];

const INDICATORS: Readonly<Record<string, string>> = {
  global_6_months: 'GLOBAL_6_MONTHS',
  target_occupation_6_months: 'TARGET_OCCUPATION_6_MONTHS',
  target_occupation_2_years: 'TARGET_OCCUPATION_2_YEARS',
};

/** A line with the file that it is in. */
interface FileLine {
  readonly file: PresentFile;
  readonly line: StatisticsLine;
}

interface Disagreement {
  /** Of the source that it is found in. */
  readonly id: number;
  readonly row: Row;
}

const KINDS: Readonly<Record<SourceKind, string>> = {
  FEED: 'XML export',
  FICHE_PAGE: 'fiche page',
  STATISTICS_FILE: 'statistics file',
};

/** The cohorts of a publication, and where its files disagree on them, by what each file says. */
export function expectedCohorts(model: RegisterModel): {
  readonly cohorts: readonly Row[];
  readonly disagreements: readonly Row[];
} {
  const lines = model.present.flatMap((file) => linesOf(file).map((line) => ({ file, line })));
  const ofCohorts = Map.groupBy(lines, ({ line }) => `${line.code} ${line.year}`);
  const all = [...ofCohorts.values()].map((own) => cohortOf(own, model));
  return {
    cohorts: all.map(({ cohort }) => cohort),
    disagreements: withoutTwins(all.flatMap((each) => each.disagreements)),
  };
}

/** What says the same is one finding, of the file that was imported first. */
function withoutTwins(rows: readonly Disagreement[]): Row[] {
  const ordered = rows.toSorted((a, b) => b.id - a.id);
  return [
    ...new Map(
      ordered.map(({ row }) => [
        `${row['certification_code']} ${row['cohort_year']} ${row['element']} ${row['message']}`,
        row,
      ]),
    ).values(),
  ];
}

/** The lines of all cohorts that a file has and that can be read. */
function linesOf(file: PresentFile): StatisticsLine[] {
  if (file.kind !== 'FEED') return file.lines.filter(({ code }) => /^R/.test(code));
  return Object.entries(file.state.fiches).flatMap(([code, { cohorts, readable }]) =>
    readable
      ? Object.entries(cohorts).map(([year, figures]) => ({
          ...{ code, year, vae: '', target6: '' },
          ...figures,
        }))
      : [],
  );
}

function cohortOf(lines: readonly FileLine[], model: RegisterModel) {
  const [first] = lines;
  if (!first) throw new Error('a cohort has a line');
  const { code, year } = first.line;
  const cohort: Record<string, unknown> = {
    ...{ certification_code: code, year: Number(year) },
    source_ids: lines.map(({ file }) => nameOf(file)).toSorted(),
    target_occupation_6_months_in_source: lines.some(({ file }) => file.kind !== 'FEED'),
    unreadable_rates: FIGURES.slice(2)
      .flatMap(([column, cell]) =>
        lines.some(({ line }) => line[cell] === 'beaucoup') ? (INDICATORS[column] ?? '') : [],
      )
      .toSorted(),
  };
  const disagreements: Disagreement[] = [];
  for (const [column, cell] of FIGURES) {
    const given = lines.filter(({ line }) => line[cell] !== '' && Number(line[cell]) >= 0);
    const served = given.toSorted(strongestFirst)[0];
    const value = served ? Number(served.line[cell]) : null;
    cohort[column] = value;
    cohort[`${column}_source_id`] = served ? nameOf(served.file) : null;
    if (column in INDICATORS) {
      const days = given
        .filter(({ file, line }) => file.kind !== 'FEED' && Number(line[cell]) === value)
        .map(({ file }) => file.day);
      const seen = value === null ? null : model.seenOn(code, Number(year), column, value);
      cohort[`${column}_seen_on`] = [...days, ...(seen ? [seen] : [])].toSorted()[0] ?? null;
    }
    if (!served) continue;
    for (const other of given.filter(({ line }) => Number(line[cell]) !== value)) {
      disagreements.push(disagreement(column, cell, served, other));
    }
  }
  return { cohort, disagreements };
}

function strongestFirst({ file: a }: FileLine, { file: b }: FileLine): number {
  if (a.kind !== b.kind) return prevails(a.kind, b.kind) ? -1 : 1;
  return a.day === b.day ? b.id - a.id : a.day < b.day ? 1 : -1;
}

function disagreement(
  column: string,
  cell: keyof StatisticsLine,
  served: FileLine,
  other: FileLine,
): Disagreement {
  const [strong, weak] = [KINDS[served.file.kind], KINDS[other.file.kind]];
  const [value, given] = [Number(served.line[cell]), Number(other.line[cell])];
  const supplements = [served, other].filter(({ file }) => file.kind !== 'FEED');
  const last = supplements.toSorted((a, b) => b.file.id - a.file.id)[0];
  const row = {
    ...{ rule: 'SOURCES_DISAGREE', severity: 'WARNING', element: column, given: String(given) },
    ...{ certification_code: served.line.code, cohort_year: Number(served.line.year) },
    message: `the ${weak} says ${given}, the ${strong} ${value}: the ${strong} prevails`,
    source_id: last ? nameOf(last.file) : null,
    first_seen_publication_id: 0,
  };
  return { id: last?.file.id ?? 0, row };
}

function nameOf(file: PresentFile): string {
  return sourceName(fileName(file), file.demonstration);
}
