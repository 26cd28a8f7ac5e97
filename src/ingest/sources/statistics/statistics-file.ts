import { CsvError, parse } from 'csv-parse/sync';
import type { FicheCohort } from '../../../domain/certification/fiche.ts';
import {
  parseRegisterCode,
  type RegisterCode,
} from '../../../domain/certification/register-code.ts';
import { BadUserInputError, RefusedFileError } from '../../../domain/errors.ts';
import { cutGiven, type Finding, type FindingRule } from '../../../domain/findings/finding.ts';
import type { InsertionIndicator } from '../../../domain/rate/indicator.ts';
import { parseCount, parseRates, parseText, parseYear, type Refuse } from '../values.ts';

/** One cohort of the file, with the certification it belongs to. */
export interface StatisticsRow extends FicheCohort {
  readonly code: RegisterCode;
}

const COLUMNS = [
  'code',
  'annee',
  'certifies',
  'certifies_vae',
  'taux_global_6_mois',
  'taux_metier_6_mois',
  'taux_metier_2_ans',
] as const;
type Column = (typeof COLUMNS)[number];

const RATE_COLUMNS = {
  GLOBAL_6_MONTHS: 'taux_global_6_mois',
  TARGET_OCCUPATION_6_MONTHS: 'taux_metier_6_mois',
  TARGET_OCCUPATION_2_YEARS: 'taux_metier_2_ans',
} as const satisfies Record<InsertionIndicator, Column>;

const LONGEST = 64 * 1024 ** 2;
const LONGEST_LINE = 64 * 1024;

interface Line {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** Column names of a header line, with the delimiter that separates them. */
function headerOf(text: string): { delimiter: ';' | ','; names: string[] } {
  const line = (/^\uFEFF?\s*([^\r\n]{0,4096})/.exec(text)?.[1] ?? '').trim();
  const delimiter = line.includes(';') ? ';' : ',';
  const names = line.split(delimiter).map((name) =>
    name
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim()
      .toLowerCase(),
  );
  // Spreadsheets leave empty columns at the end.
  while (names.at(-1) === '') names.pop();
  return { delimiter, names };
}

/** Whether a text begins with a header of a statistics file: its key columns are there. */
export function looksLikeStatisticsFile(text: string): boolean {
  const { names } = headerOf(text);
  return names.filter((name) => COLUMNS.includes(name as Column)).length >= 2;
}

function checkHeader(names: readonly string[]): ReadonlyMap<Column, number> {
  const unknown = names.filter((name) => !COLUMNS.includes(name as Column));
  const missing = COLUMNS.filter((column) => !names.includes(column));
  const twice = COLUMNS.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  const faults = [
    missing.length > 0 ? `lacks ${missing.join(', ')}` : '',
    unknown.length > 0 ? `has the unknown ${unknown.map((name) => `"${name}"`).join(', ')}` : '',
    twice.length > 0 ? `has ${twice.join(', ')} twice` : '',
  ].filter(Boolean);
  if (faults.length > 0) {
    throw new RefusedFileError(
      `the header of the statistics file ${faults.join(' and ')}: the columns ${COLUMNS.join(';')} are accepted, in any order, separated by ";" or ","`,
    );
  }
  return new Map(COLUMNS.map((column) => [column, names.indexOf(column)]));
}

function parseLines(text: string, delimiter: string): Line[] {
  try {
    const options = { delimiter, bom: true, info: true, trim: true } as const;
    return parse(text, {
      ...options,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_LINE,
    }) as unknown as Line[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new RefusedFileError(
      `the statistics file cannot be read as CSV: ${error.message}; quotes are accepted around a whole cell, closed on the same line`,
      { cause: error },
    );
  }
}

/** Reads one line; null and findings when it cannot be used. */
class LineReader {
  readonly findings: Finding[] = [];
  private readonly line: Line;
  private readonly columns: ReadonlyMap<Column, number>;
  private code: string | null = null;
  private year: number | null = null;

  constructor(line: Line, columns: ReadonlyMap<Column, number>) {
    this.line = line;
    this.columns = columns;
  }

  find(rule: FindingRule, element: string, given: string, message: string): null {
    this.findings.push({
      rule,
      certificationCode: this.code,
      cohortYear: this.year,
      element,
      given: cutGiven(given),
      message: `line ${this.line.info.lines}: ${message}`,
    });
    return null;
  }

  read(): StatisticsRow | null {
    const { record } = this.line;
    const cells = record.slice(0, this.columns.size);
    if (record.length < this.columns.size || record.slice(cells.length).some(Boolean)) {
      const message = `${record.length} cells instead of ${this.columns.size}; a cell that holds the separator is quoted`;
      return this.find('REFUSED_VALUE', 'line', record.join(' | '), message);
    }
    const code = this.readCode();
    this.code = code;
    const year = this.readYear();
    if (code === null || year === null) return null;
    this.year = year;
    return {
      code,
      year,
      certified: this.number('certifies', parseCount),
      certifiedThroughVae: this.number('certifies_vae', parseCount),
      ...parseRates(
        (indicator) => this.cell(RATE_COLUMNS[indicator]),
        (indicator) => this.refusing(RATE_COLUMNS[indicator]),
      ),
    };
  }

  private cell(column: Column): string | null {
    return parseText(this.line.record[this.columns.get(column) ?? -1]);
  }

  private number(
    column: Column,
    parseValue: (text: string | null, refuse: Refuse) => number | null,
  ): number | null {
    return parseValue(this.cell(column), this.refusing(column));
  }

  private refusing(column: Column): Refuse {
    return (given, message, rule = 'REFUSED_VALUE') => this.find(rule, column, given, message);
  }

  private readCode(): RegisterCode | null {
    const text = this.cell('code') ?? '';
    try {
      // A number that a program held as a fraction: 35746.0.
      return parseRegisterCode(text.replace(/(?<=^\d+)[.,]0+$/, ''));
    } catch (error) {
      if (!(error instanceof BadUserInputError)) throw error;
      return this.find('REFUSED_VALUE', 'code', text, error.message);
    }
  }

  private readYear(): number | null {
    if (this.cell('annee') === null) {
      return this.find('REFUSED_VALUE', 'annee', '', 'a cohort has a year, of 4 digits');
    }
    return this.number('annee', parseYear);
  }
}

/**
 * Reads a statistics file: `code;annee;certifies;…`, `,` or `;`, decimal comma or point, with or
 * without a byte order mark; an empty cell is unknown. Source: docs/sources.md#statistics-file.
 *
 * - A line without a readable code or year, or with other cells than the header, is refused alone;
 *   so is a value; of two lines for one cohort the first counts. Findings give the line.
 * - Throws `RefusedFileError` when the header is not the one above, when the text is no CSV, is
 *   longer than 64 Mi characters, or has no line at all.
 */
export function readStatisticsFile(text: string): {
  rows: StatisticsRow[];
  findings: Finding[];
} {
  if (text.length > LONGEST) {
    throw new RefusedFileError(
      `the statistics file has ${text.length} characters: at most ${LONGEST} are accepted`,
    );
  }
  const { delimiter, names } = headerOf(text);
  const columns = checkHeader(names);
  const lines = parseLines(text, delimiter)
    .slice(1)
    .filter(({ record }) => record.some(Boolean));
  if (lines.length === 0) {
    throw new RefusedFileError('the statistics file has a header and no line: nothing to import');
  }
  const rows = new Map<string, StatisticsRow>();
  const findings: Finding[] = [];
  for (const line of lines) {
    const reader = new LineReader(line, columns);
    const row = reader.read();
    const key = row && `${row.code} ${row.year}`;
    if (key !== null && rows.has(key)) {
      const message = `${key} is given more than once: the first counts`;
      reader.find('DUPLICATE_COHORT_YEAR', 'annee', String(row?.year), message);
    } else if (row && key) {
      rows.set(key, row);
    }
    findings.push(...reader.findings);
  }
  return { rows: [...rows.values()], findings };
}
