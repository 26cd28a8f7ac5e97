import type { RegisterCode } from '../../domain/certification/register-code.ts';
import { SurveyErasedError } from '../../domain/errors.ts';
import type { Range } from '../../domain/range.ts';
import { HORIZONS, type Horizon } from '../../domain/survey/layout.ts';
import { done, type Work } from '../../domain/work.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { type SurveyedAt, surveyedHorizons } from '../../snapshot/surveys/survey-classes.ts';
import { rosterYears } from '../../snapshot/surveys/survey-quality.ts';
import { SurveyReading } from '../../snapshot/surveys/survey-reading.ts';
import { YEARS } from '../../snapshot/surveys/surveys.ts';
import type { BatchMaking } from '../dataset.ts';
import { emptyCertifications, type WhyEmpty, withRows } from '../empty-rows.ts';
import { yearRange } from '../filter-parameters.ts';
import { certificationsOf } from '../filtered-rows.ts';
import type { Parameter, ParameterValues } from '../parameter.ts';

/** When holders were asked. */
export const HORIZON: Parameter = {
  name: 'horizon',
  description: {
    fr: 'Seulement ces horizons\u00a0: les mois après l’obtention où les titulaires sont interrogés.',
    en: 'Only these horizons: months after the award at which holders are asked.',
  },
  kind: { type: 'CHOICE', of: HORIZONS.map(String) },
  ...{ many: true, example: '6' },
};

/** Whether a horizon is asked for. */
export function wantsHorizon(values: ParameterValues): (horizon: number) => boolean {
  const asked = values[HORIZON.name] as readonly string[] | undefined;
  return (horizon) => asked === undefined || asked.includes(String(horizon));
}

/** A cohort that has a roster of holders. */
export interface RosterCohort {
  readonly certification: number;
  readonly year: number;
}

/** Why there are no rows of surveys: certifications that are chosen have none. */
export const NO_SURVEYS: WhyEmpty = {
  noRows: emptyCertifications(({ snapshot: { surveys } }) => ({
    chosen: [withRows(surveys.cells.offset)],
  })).noRows,
  // Suppressed rates say so themselves.
  noRates: () => done(null),
};

/**
 * What is made of each cohort with a roster, as one reader sees it, some rows at a time: by certification,
 * newest cohort first. None when surveys are off.
 *
 * - The first page throws as `certificationsOf` and `yearRange`, and `SurveyErasedError` when the survey
 *   of a cohort that would be in it was erased since.
 */
export async function* surveyPages<Item>(
  view: DayView,
  values: ParameterValues,
  { run, access, surveys, size }: BatchMaking,
  itemsOf: (reading: SurveyReading, cohort: RosterCohort) => Iterable<Item>,
): AsyncGenerator<readonly Item[]> {
  const { snapshot } = view;
  const years = begunBy(view, yearRange(view, values));
  const certifications = [...(await run(certificationsOf(view, values)))];
  checkNotErased(snapshot, new Set(certifications), years);
  const reading = new SurveyReading(snapshot, surveys, access);
  if (!reading.isOn) return;
  const cohorts = cohortsWithRoster(snapshot, certifications, years);
  for (;;) {
    const items = await run(nextItems(cohorts, size, (cohort) => itemsOf(reading, cohort)));
    if (items.length === 0) return;
    yield items;
  }
}

/** Horizons of a cohort that were surveyed and are asked for, ascending. */
export function* surveyedAt(
  snapshot: Snapshot,
  { certification, year }: RosterCohort,
  isWanted: (horizon: Horizon) => boolean,
): Generator<SurveyedAt> {
  for (const horizon of surveyedHorizons(snapshot, certification, year)) {
    if (isWanted(horizon)) yield { certification, year, horizon };
  }
}

/** Years that had begun on the day of a view: of later ones it has no cohorts. */
function begunBy({ day }: DayView, { from, to }: Range<number>): Range<number> {
  const last = Number(day.slice(0, 4));
  return { from, to: to == null ? last : Math.min(to, last) };
}

function isWithin({ from, to }: Range<number>, year: number): boolean {
  return (from == null || year >= from) && (to == null || year <= to);
}

function checkNotErased(
  { surveys: { erased }, certifications: { code } }: Snapshot,
  chosen: ReadonlySet<number>,
  years: Range<number>,
): void {
  for (const key of erased) {
    const [certification, year] = [Math.floor(key / YEARS), key % YEARS];
    if (!chosen.has(certification) || !isWithin(years, year)) continue;
    throw new SurveyErasedError(code[certification] as RegisterCode, year);
  }
}

function* cohortsWithRoster(
  snapshot: Snapshot,
  certifications: readonly number[],
  years: Range<number>,
): Generator<RosterCohort> {
  for (const certification of certifications) {
    for (const year of rosterYears(snapshot, certification)) {
      if (isWithin(years, year)) yield { certification, year };
    }
  }
}

/** What the next cohorts give: so many items, with all of the last cohort; none once there are no more. */
function* nextItems<Item>(
  cohorts: Iterator<RosterCohort>,
  most: number,
  itemsOf: (cohort: RosterCohort) => Iterable<Item>,
): Work<readonly Item[]> {
  const items: Item[] = [];
  while (items.length < most) {
    const { done: isDone, value } = cohorts.next();
    if (isDone) break;
    items.push(...itemsOf(value));
    yield;
  }
  return items;
}
