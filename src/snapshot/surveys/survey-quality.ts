import { countsFindings } from '../../domain/survey/cohort-checks.ts';
import type { SurveyCounts } from '../../domain/survey/counts.ts';
import type { Horizon } from '../../domain/survey/layout.ts';
import { type RegisterFinding, registerFindings } from '../../domain/survey/register-comparison.ts';
import type { RowsFinding } from '../../domain/survey/survey-finding.ts';
import type { DayView } from '../day-view.ts';
import { CohortRate, latestCohortRows } from '../figures.ts';
import { CohortRow } from '../rows/cohort-row.ts';
import type { Snapshot } from '../snapshot.ts';
import { classRows, countsAt, surveyedHorizons } from './survey-classes.ts';
import type { SurveyReading } from './survey-reading.ts';

/** What is remarkable about the survey of a cohort. */
export interface SurveyQuality {
  /** Of its rows, counted at import, and of its counts; those of the roster first, then by horizon. */
  readonly rows: readonly RowsFinding[];
  /** Where it differs from the register. */
  readonly register: readonly RegisterFinding[];
}

/** The row of a cohort in the register; null when the register has none of that year. */
export function registerCohort(
  snapshot: Snapshot,
  certification: number,
  year: number,
): number | null {
  const rows = latestCohortRows(snapshot, certification, null);
  return rows.find((row) => snapshot.cohorts.year[row] === year) ?? null;
}

/** Years of the cohorts of which a certification has a roster, newest first. */
export function rosterYears({ surveys: { cells } }: Snapshot, certification: number): number[] {
  const end = cells.offset[certification + 1] ?? 0;
  return [...new Set(cells.year.slice(cells.offset[certification] ?? 0, end))];
}

/**
 * What is remarkable about the survey of a cohort; null unless the reader reads it in full, for findings
 * tell what single rows say.
 *
 * - Source: docs/surveys.md#checks.
 */
export function surveyQuality(
  view: DayView,
  reading: SurveyReading,
  { certification, year }: { readonly certification: number; readonly year: number },
): SurveyQuality | null {
  if (!reading.takesInFull(certification)) return null;
  const { snapshot } = view;
  const counts = new Map<Horizon, SurveyCounts>();
  for (const horizon of surveyedHorizons(snapshot, certification, year)) {
    const [row] = classRows(snapshot, { certification, year, horizon }, 'ALL');
    if (row !== undefined) counts.set(horizon, countsAt(snapshot.surveys.classes, row));
  }
  const ofCounts = [...counts].flatMap(([horizon, own]) => countsFindings(horizon, own));
  const rows = [...storedFindings(snapshot, certification, year), ...ofCounts];
  const register = registerCohort(snapshot, certification, year);
  return {
    rows: rows.sort((a, b) => a.horizon - b.horizon),
    register:
      register === null
        ? []
        : registerFindings(
            {
              ...rosterOf(snapshot, certification, year),
              counts: (horizon) => counts.get(horizon) ?? null,
            },
            comparedRegister(view, register),
          ),
  };
}

function storedFindings(
  { surveys: { findings } }: Snapshot,
  certification: number,
  year: number,
): RowsFinding[] {
  const found: RowsFinding[] = [];
  const end = findings.offset[certification + 1] ?? 0;
  for (let row = findings.offset[certification] ?? 0; row < end; row++) {
    const rule = findings.rule[row];
    if (findings.year[row] !== year || rule === undefined) continue;
    const [horizon, rows] = [findings.horizon[row] ?? 0, findings.rows[row] ?? 0];
    found.push({ horizon, rule, rows, ofRows: findings.ofRows[row] ?? 0 });
  }
  return found;
}

/** Holders of a cohort, and those by VAE, whether or not they were asked anything. */
export function rosterOf({ surveys: { cells } }: Snapshot, certification: number, year: number) {
  const roster = { holders: 0, holdersByVae: 0 };
  const end = cells.offset[certification + 1] ?? 0;
  for (let cell = cells.offset[certification] ?? 0; cell < end; cell++) {
    if (cells.year[cell] !== year) continue;
    const holders = cells.holders[cell] ?? 0;
    roster.holders += holders;
    if (cells.route[cell] === 'VAE') roster.holdersByVae += holders;
  }
  return roster;
}

function comparedRegister(view: DayView, row: number) {
  const { certified, certifiedThroughVae } = new CohortRow(view, row);
  const published = (indicator: CohortRate['indicator']) =>
    new CohortRate(view, row, indicator).value;
  return {
    ...{ certified, certifiedThroughVae },
    rates: {
      GLOBAL_6_MONTHS: published('GLOBAL_6_MONTHS'),
      TARGET_OCCUPATION_6_MONTHS: published('TARGET_OCCUPATION_6_MONTHS'),
      TARGET_OCCUPATION_2_YEARS: published('TARGET_OCCUPATION_2_YEARS'),
    },
  };
}
