import type {
  FicheCertifier,
  FicheCohort,
  FicheLineageLink,
  Labelled,
} from '../../../domain/certification/fiche.ts';
import { exactRegisterCode } from '../../../domain/certification/register-code.ts';
import { isUnreadable, parseCount, parseRates, parseSiret, parseYear } from '../values.ts';
import { foldLine } from './fiche-page-sections.ts';
import type { PageFindings } from './page-findings.ts';

const CERTIFIER_WITH_SIRET = /^(.+?)\s+(\d{14})\s+(.+)\s+(\S+)$/;
const CERTIFIER_WITHOUT_SIRET = /^(.+)\s+-\s+(.+)\s+(\S+)$/;
const LINK = /^((?:RNCP|RS)\s?\d{1,9})(?:\s+[-–:]?\s*(\S.*))?$/i;
const SPECIALITY = /^\s*(\d{1,3}[a-z]?)\s*:\s*(\S.*)$/i;
const FORMACODE = /^\s*(\d{5})\s*:\s*(\S.*)$/;
const OCCUPATION = /^\s*[•●*–-]?\s*([A-Z]\d{2}(?:\d{2})?)\s*[-–:]\s*(\S.*)$/;
/** No row of a table is this long, in characters. */
const LONGEST_ROW = 2000;
const LEVEL = /^niveau (\d)$/;

/** The page writes `-` in an empty cell. */
function cell(text: string | undefined): string | null {
  const trimmed = text?.trim();
  return trimmed && trimmed !== '-' ? trimmed : null;
}

function certifierCells(line: string): readonly (string | undefined)[] | null {
  if (line.includes('\t')) return line.split('\t');
  if (line.length > LONGEST_ROW) return null;
  const row = line.trim();
  const match = CERTIFIER_WITH_SIRET.exec(row);
  if (match) return match.slice(1);
  const without = CERTIFIER_WITHOUT_SIRET.exec(row);
  return without ? [without[1], '-', without[2], without[3]] : null;
}

/**
 * The table « Nom légal, Siret, Nom commercial, Site internet » of the summary. Copied with tabs,
 * its cells are known; without, the SIRET (or the `-` in its place) and the last word, the site,
 * part the line. It ends the summary: blank lines do not end it. The page does not say the state of a certifier.
 */
export function certifiersOf(summary: readonly string[], findings: PageFindings): FicheCertifier[] {
  const header = summary.findIndex((line) => foldLine(line).startsWith('nom legal siret'));
  if (header < 0) return [];
  const rows = summary.slice(header + 1).filter((line) => line.trim() !== '');
  return rows.flatMap((line) => {
    const cells = certifierCells(line);
    const name = cell(cells?.[0]);
    if (!cells || name === null) {
      findings.refuse('Certificateurs', line, 'not a row of name, SIRET, trade name and site');
      return [];
    }
    const given = cell(cells[1]);
    const siret = parseSiret(given, findings.at('Certificateurs'));
    const [tradeName, website] = [cell(cells[2]), cell(cells[3])];
    return {
      siret,
      ...(isUnreadable(given, siret) ? { unreadableSiret: true } : {}),
      ...{ name, state: null, stateChangedOn: null, tradeName, website },
    };
  });
}

/** Lines matched as code and label; a code given twice, as the summary does, counts once. */
function labelledLines(lines: readonly string[], pattern: RegExp): Labelled[] {
  const byCode = new Map<string, Labelled>();
  for (const line of lines) {
    const [, code, label] = pattern.exec(line) ?? [];
    if (code && label && !byCode.has(code)) byCode.set(code, { code, label: label.trim() });
  }
  return [...byCode.values()];
}

/** NSF of the summary: `320 : label`. */
export function specialitiesOf(summary: readonly string[]): Labelled[] {
  return labelledLines(summary, SPECIALITY);
}

/** Formacodes of the summary: `46301 : label`. */
export function formacodesOf(summary: readonly string[]): Labelled[] {
  return labelledLines(summary, FORMACODE);
}

/** « Niveau 6 » of the summary, as the export writes it: NIV6. */
export function levelOf(summary: readonly string[]): Labelled | null {
  for (const line of summary) {
    const [, digit] = LEVEL.exec(foldLine(line)) ?? [];
    if (digit) return { code: `NIV${digit}`, label: `Niveau ${digit}` };
  }
  return null;
}

/** « Code(s) ROME » : `• E1402 - label`; the page doubles apostrophes. */
export function occupationsOf(lines: readonly string[], findings: PageFindings): Labelled[] {
  for (const line of lines) {
    if (cell(line) !== null && !OCCUPATION.test(line)) {
      findings.refuse('Code(s) ROME', line, 'not a ROME code and its label');
    }
  }
  return labelledLines(lines, OCCUPATION).map(({ code, label }) => ({
    code,
    label: label?.replaceAll("''", "'") ?? null,
  }));
}

/** The columns of « Statistiques » by their headings; what no heading matches is not there. */
const STATISTICS_COLUMNS = {
  year: /annee d'obtention/,
  certified: /nombre de certifies(?! a la suite)/,
  certifiedThroughVae: /nombre de certifies a la suite/,
  GLOBAL_6_MONTHS: /taux d'insertion global a 6 mois/,
  TARGET_OCCUPATION_6_MONTHS: /taux d'insertion dans le metier vise a 6 mois/,
  TARGET_OCCUPATION_2_YEARS: /taux d'insertion dans le metier vise a 2 ans/,
} as const;
type StatisticsColumn = keyof typeof STATISTICS_COLUMNS;

/** The columns that a header names, in its order; all six when it is missing or unreadable. */
function statisticsColumns(header: string): StatisticsColumn[] {
  const folded = foldLine(header);
  const names = Object.keys(STATISTICS_COLUMNS) as StatisticsColumn[];
  if (!STATISTICS_COLUMNS.year.test(folded)) return names;
  return names
    .map((name) => ({ name, index: folded.search(STATISTICS_COLUMNS[name]) }))
    .filter(({ index }) => index >= 0)
    .sort((a, b) => a.index - b.index)
    .map(({ name }) => name);
}

function statisticsCells(line: string): string[] {
  if (line.includes('\t')) return line.split('\t');
  return line.trim().replace(/\s+%/g, '%').split(/\s+/);
}

/** « Statistiques » : one row per cohort, `-` = not published, under the headings of the page. */
export function cohortsOf(lines: readonly string[], findings: PageFindings): FicheCohort[] {
  const isRow = (line: string) => /^\s*\d{4}(?:\s|$)/.test(line);
  const first = lines.findIndex(isRow);
  if (first < 0) return [];
  const columns = statisticsColumns(lines.slice(0, first).join(' '));
  const cohorts = new Map<number, FicheCohort>();
  for (const line of lines.slice(first).filter((row) => row.trim() !== '')) {
    const cells = line.length > LONGEST_ROW ? [] : statisticsCells(line);
    if (!isRow(line) || cells.length !== columns.length) {
      const message = `not a row of ${columns.length} cells, a year first`;
      findings.refuse('Statistiques', line, message);
      continue;
    }
    const at = (column: StatisticsColumn) => cell(cells[columns.indexOf(column)]);
    const refuse = findings.at('Statistiques');
    const year = parseYear(at('year'), refuse);
    if (year === null) continue;
    if (cohorts.has(year)) {
      findings.find('DUPLICATE_COHORT_YEAR', 'Statistiques', line, 'the first row counts', year);
      continue;
    }
    const refuseFigure = findings.at('Statistiques', year);
    cohorts.set(year, {
      year,
      certified: parseCount(at('certified'), refuseFigure),
      certifiedThroughVae: parseCount(at('certifiedThroughVae'), refuseFigure),
      ...parseRates(at, () => refuseFigure),
    });
  }
  return [...cohorts.values()];
}

/** « Certification(s) antérieure(s) » and « Nouvelle(s) certification(s) » : code and title. */
export function lineageOf(
  lines: readonly string[],
  section: string,
  findings: PageFindings,
): FicheLineageLink[] {
  return lines.flatMap((line) => {
    if (cell(line) === null || foldLine(line).startsWith('code de la fiche')) return [];
    const match = LINK.exec(line.trim());
    const code = exactRegisterCode((match?.[1] ?? '').replace(/\s/g, '').toUpperCase());
    if (code === null) {
      findings.refuse(section, line, 'not a register code and a title');
      return [];
    }
    return { code, title: cell(match?.[2]) };
  });
}
