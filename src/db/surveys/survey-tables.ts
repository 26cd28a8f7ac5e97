import type { PlainDate } from '../../domain/calendar.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import type {
  ClassFigures,
  HolderCell,
  PairedFigures,
} from '../../domain/survey/cohort-figures.ts';
import { SURVEY_COUNTS, type SurveyCount } from '../../domain/survey/counts.ts';
import type { Answer, SurveyHolder } from '../../domain/survey/holder.ts';
import { HORIZONS, type Horizon } from '../../domain/survey/layout.ts';
import type { RowsFinding } from '../../domain/survey/survey-finding.ts';
import { type Cell, copyCell } from '../load/copy-format.ts';

/** A cohort of a certification. */
export interface CohortKey {
  readonly certificationCode: RegisterCode;
  readonly year: number;
}

/** A holder as it is stored. */
export interface StoredHolder extends SurveyHolder {
  readonly obtainedOn: PlainDate;
  /** Keyed hash of the identifier within the certification: 32 hexadecimal characters. */
  readonly hash: string;
}

/** An answer as it is stored. */
export interface StoredAnswer extends Answer {
  readonly horizon: Horizon;
  readonly hash: string;
  /** Null unless the mapping keeps titles. */
  readonly title: string | null;
}

/** Publications that rows are valid in. */
interface Validity {
  readonly since: number;
  readonly until: number;
}

/** A table of surveys: its columns, and rows of one cohort in the text format of COPY. */
export interface RowsTable<Row> {
  readonly name: string;
  readonly columns: readonly string[];
  readonly lines: (cohort: CohortKey, rows: readonly Row[], valid: Validity) => string;
}

function table<Row>(
  name: string,
  cells: Readonly<Record<string, (row: Row) => Cell>>,
): RowsTable<Row> {
  const values = Object.values(cells);
  return {
    name,
    columns: ['certification_code', 'year', ...Object.keys(cells), 'since', 'until'],
    // Not by an array of cells for each row: these are millions.
    lines: ({ certificationCode, year }, rows, { since, until }) => {
      let lines = '';
      for (const row of rows) {
        lines += `${certificationCode}\t${year}`;
        for (const value of values) lines += `\t${copyCell(value(row))}`;
        lines += `\t${since}\t${until}\n`;
      }
      return lines;
    },
  };
}

/** The column of a count: `inTarget` is `in_target`. */
export function countColumn(count: SurveyCount): string {
  return count.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export const HOLDER_TABLE = table<StoredHolder>('holder', {
  holder: ({ hash }) => hash,
  record_key: ({ recordKey }) => recordKey,
  obtained_on: ({ obtainedOn }) => obtainedOn,
  access_route: ({ route }) => route,
  sex: ({ sex }) => sex,
  age_band: ({ ageBand }) => ageBand,
  region: ({ region }) => region,
});

export const ANSWER_TABLE = table<StoredAnswer>('answer', {
  horizon: ({ horizon }) => horizon,
  holder: ({ hash }) => hash,
  status: ({ status }) => status,
  situation: ({ situation }) => situation,
  target_occupation: ({ target }) => target,
  contract: ({ contract }) => contract,
  contract_months: ({ contractMonths }) => contractMonths,
  working_time: ({ workingTime }) => workingTime,
  category: ({ category }) => category,
  pay: ({ pay }) => pay,
  job_region: ({ jobRegion }) => jobRegion,
  job_country: ({ jobCountry }) => jobCountry,
  job_title: ({ title }) => title,
});

export const CLASS_TABLE = table<ClassFigures>('survey_class', {
  horizon: ({ horizon }) => horizon,
  dimension: ({ dimension }) => dimension,
  value: ({ value }) => value,
  ...Object.fromEntries(
    SURVEY_COUNTS.map((count) => [
      countColumn(count),
      ({ counts }: ClassFigures): Cell => counts[count],
    ]),
  ),
  pay_base: ({ pay }) => pay?.base ?? null,
  pay_lower: ({ pay }) => pay?.lower ?? null,
  pay_median: ({ pay }) => pay?.median ?? null,
  pay_upper: ({ pay }) => pay?.upper ?? null,
});

export const CELL_TABLE = table<HolderCell>('survey_cell', {
  access_route: ({ route }) => route,
  sex: ({ sex }) => sex,
  age_band: ({ ageBand }) => ageBand,
  region: ({ region }) => region,
  holders: ({ holders }) => holders,
  record_keys: ({ keys }) => keys,
  ...Object.fromEntries(
    HORIZONS.flatMap((horizon) => [
      [`respondents_${horizon}`, (cell: HolderCell) => cell.counts.get(horizon)?.respondents],
      [`eligible_${horizon}`, (cell: HolderCell) => cell.counts.get(horizon)?.eligible],
      [`employed_${horizon}`, (cell: HolderCell) => cell.counts.get(horizon)?.employed],
      [`in_target_${horizon}`, (cell: HolderCell) => cell.counts.get(horizon)?.inTarget],
    ]).map(([name, value]) => [
      name,
      (cell: HolderCell): Cell => (value as (cell: HolderCell) => number | undefined)(cell) ?? null,
    ]),
  ),
});

export const PAIRED_TABLE = table<PairedFigures>('survey_paired', {
  rate: ({ rate }) => rate,
  from_horizon: ({ from }) => from,
  to_horizon: ({ to }) => to,
  both: ({ both }) => both,
  first_only: ({ firstOnly }) => firstOnly,
  second_only: ({ secondOnly }) => secondOnly,
  neither: ({ neither }) => neither,
});

export const FINDING_TABLE = table<RowsFinding>('survey_finding', {
  horizon: ({ horizon }) => horizon,
  rule: ({ rule }) => rule,
  rows: ({ rows }) => rows,
  of_rows: ({ ofRows }) => ofRows,
});
