import type { CountName, GroupNoise } from '../../domain/survey/disclosure/group-noise.ts';
import { groupSuppression, type Suppressed } from '../../domain/survey/disclosure/suppression.ts';
import type { Horizon } from '../../domain/survey/layout.ts';
import {
  checkSurveyGrouping,
  HOLDER_DIMENSIONS,
  type HolderDimension,
  type SurveyGroupDimension,
  type SurveySelection,
} from '../../domain/survey/survey-grouping.ts';
import type { Work } from '../../domain/work.ts';
import type { Texts } from '../columns.ts';
import type { DayView } from '../day-view.ts';
import { type DimensionColumn, dimensionColumn } from '../group/dimension-column.ts';
import type { SurveyCells } from './surveys.ts';

/** What is asked of surveys across certifications. */
export interface SurveyQuestion {
  readonly horizon: Horizon;
  readonly selection: SurveySelection;
  readonly groupBy: readonly SurveyGroupDimension[];
  /** Adds the noise of the publication's secret. */
  readonly noise: GroupNoise;
  readonly maxGroups: (groups: number) => void;
}

/** Counts of a group with noise, in heads: N, R, n, E, M. */
export interface PerturbedCounts {
  readonly holders: number;
  readonly respondents: number;
  readonly eligible: number;
  readonly employed: number;
  readonly inTarget: number;
}

/** A group of holders across certifications. */
export interface SurveyGroup {
  /** In the order of the grouping; null = not known. */
  readonly keys: readonly (string | null)[];
  /** Surveyed certifications that the attributes of certifications and the year select. */
  readonly certifications: number;
  /** Why nothing is shown of the group; null when it is. */
  readonly suppressed: Suppressed | null;
  /** Null when the group is suppressed. */
  readonly counts: PerturbedCounts | null;
}

/** Cells between two looks at the clock. */
const PIECE = 20_000;

interface Sums {
  readonly keys: readonly (string | null)[];
  /** What the group has in common with others that only attributes of holders tell apart. */
  readonly of: string;
  keySum: number;
  holders: number;
  respondents: number;
  eligible: number;
  employed: number;
  inTarget: number;
}

/**
 * Groups of the holders of all surveyed cohorts, with noise, by attributes of certifications and of
 * holders. Nobody gets other figures, whatever their role.
 *
 * - Throws `BadUserInputError` as `checkSurveyGrouping`.
 * - Source: docs/surveys.md#disclosure.
 */
export function* surveyGroups(
  view: DayView,
  question: SurveyQuestion,
): Work<readonly SurveyGroup[]> {
  const { horizon, selection, groupBy, noise } = question;
  checkSurveyGrouping(groupBy, selection);
  const { cells } = view.snapshot.surveys;
  const { respondents, eligible, employed, inTarget } = cells.at[horizon];
  const keysOf = yield* certificationKeys(view, question);
  const ofHolder = holderKeys(cells, question);
  const groups = new Map<string, Sums>();
  const members = new Map<string, Set<number>>();
  let run: readonly CertificationKey[] = [];
  let [certification, year] = [-1, -1];
  for (let cell = 0; cell < cells.count; cell++) {
    if (cell % PIECE === PIECE - 1) yield;
    if (cells.certification[cell] !== certification || cells.year[cell] !== year) {
      certification = cells.certification[cell] ?? -1;
      year = cells.year[cell] ?? -1;
      // A horizon that was not surveyed is of no figure; all cells of a cohort have it or none.
      run = (respondents[cell] ?? -1) < 0 ? [] : keysOf(certification, year);
      for (const { name } of run) {
        const own = members.get(name) ?? new Set();
        members.set(name, own.add(certification));
      }
    }
    if (run.length === 0) continue;
    const holder = ofHolder(cell);
    if (holder === null) continue;
    for (const of of run) {
      const name = `${of.name}\n${holder.name}`;
      let sums = groups.get(name);
      if (sums === undefined) {
        const keys = groupBy.map((each) => of.keys.get(each) ?? holder.keys.get(each) ?? null);
        sums = {
          keys,
          of: of.name,
          keySum: 0,
          holders: 0,
          respondents: 0,
          eligible: 0,
          employed: 0,
          inTarget: 0,
        };
        groups.set(name, sums);
        question.maxGroups(groups.size);
      }
      sums.keySum += cells.keys[cell] ?? 0;
      sums.holders += cells.holders[cell] ?? 0;
      sums.respondents += respondents[cell] ?? 0;
      sums.eligible += eligible[cell] ?? 0;
      sums.employed += employed[cell] ?? 0;
      sums.inTarget += inTarget[cell] ?? 0;
    }
  }
  yield;
  const shown: SurveyGroup[] = [];
  for (const sums of groups.values()) {
    shown.push(shownGroup(view, sums, members.get(sums.of) ?? new Set(), { horizon, noise }));
    if (shown.length % 500 === 0) yield;
  }
  return shown.sort((a, b) => order(a.keys, b.keys));
}

interface CertificationKey {
  readonly name: string;
  readonly keys: ReadonlyMap<string, string | null>;
}

/** The keys of a cohort by attributes of certifications: several where it has several values; none when it is not selected. */
function* certificationKeys(
  view: DayView,
  { selection, groupBy }: SurveyQuestion,
): Work<(certification: number, year: number) => readonly CertificationKey[]> {
  const wanted = (dimension: SurveyGroupDimension) =>
    groupBy.includes(dimension) || selection[dimension] !== undefined;
  const columns: { readonly name: SurveyGroupDimension; readonly column: DimensionColumn }[] = [];
  for (const name of ['REGISTER', 'LEVEL', 'SPECIALITY_DOMAIN', 'OCCUPATION_DOMAIN'] as const) {
    if (wanted(name)) columns.push({ name, column: yield* dimensionColumn(view, name) });
  }
  return (certification, year) => {
    const { YEAR: asked } = selection;
    if (asked !== undefined && asked !== String(year)) return [];
    let keys: Map<string, string | null>[] = [
      new Map(groupBy.includes('YEAR') ? [['YEAR', String(year)]] : []),
    ];
    for (const { name, column } of columns) {
      const values = valuesOf(column, certification).filter(
        (value) => selection[name] === undefined || value === selection[name],
      );
      if (!groupBy.includes(name)) {
        if (values.length === 0) return [];
        continue;
      }
      keys = keys.flatMap((own) => values.map((value) => new Map([...own, [name, value]])));
    }
    return keys.map((own) => ({ keys: own, name: [...own.values()].join('\t') }));
  };
}

function valuesOf({ values, keyOf }: DimensionColumn, certification: number): (string | null)[] {
  if (values.of !== 'LIST') return [keyOf(values.value[certification] ?? 0)];
  const all: (string | null)[] = [];
  const end = values.offset[certification + 1] ?? 0;
  for (let at = values.offset[certification] ?? 0; at < end; at++) {
    all.push(keyOf(values.value[at] ?? 0));
  }
  return all;
}

/** The key of a cell by attributes of holders; null when it is not selected. */
function holderKeys(
  cells: SurveyCells,
  { selection, groupBy }: SurveyQuestion,
): (cell: number) => CertificationKey | null {
  const columns: Readonly<Record<HolderDimension, Texts>> = {
    ROUTE: cells.route,
    SEX: cells.sex,
    AGE_BAND: cells.ageBand,
    REGION: cells.region,
  };
  const selected = HOLDER_DIMENSIONS.filter((each) => selection[each] !== undefined);
  const grouped = HOLDER_DIMENSIONS.filter((each) => groupBy.includes(each));
  const known = new Map<string, CertificationKey>();
  return (cell) => {
    for (const each of selected) if (columns[each][cell] !== selection[each]) return null;
    const name = grouped.map((each) => columns[each][cell]).join('\t');
    const before = known.get(name);
    if (before) return before;
    const keys = new Map(grouped.map((each) => [each, columns[each][cell] ?? null]));
    const key = { name, keys };
    known.set(name, key);
    return key;
  };
}

function shownGroup(
  { snapshot }: DayView,
  sums: Sums,
  members: ReadonlySet<number>,
  { horizon, noise }: Pick<SurveyQuestion, 'horizon' | 'noise'>,
): SurveyGroup {
  const { offset, value } = snapshot.bodies.ofCertification;
  const bodies = new Set<number>();
  for (const certification of members) {
    const end = offset[certification + 1] ?? 0;
    for (let at = offset[certification] ?? 0; at < end; at++) bodies.add(value[at] ?? -1);
  }
  const suppressed = groupSuppression({ certifications: members.size, bodies: bodies.size });
  const { keys, keySum, holders } = sums;
  const group = { keySum, certified: holders };
  const perturbed = (name: CountName, count: number) => noise(group, name, count);
  return {
    ...{ keys, suppressed, certifications: members.size },
    counts: suppressed
      ? null
      : {
          holders: perturbed('N', holders),
          respondents: perturbed(`RESPONDENTS:${horizon}`, sums.respondents),
          eligible: perturbed(`ELIGIBLE:${horizon}`, sums.eligible),
          employed: perturbed(`EMPLOYED:${horizon}`, sums.employed),
          inTarget: perturbed(`IN_TARGET:${horizon}`, sums.inTarget),
        },
  };
}

/** By keys, in the order of the grouping; what is not known last. */
function order(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (const [place, own] of a.entries()) {
    const other = b[place] ?? null;
    if (own === other) continue;
    if (own === null || other === null) return Number(own === null) - Number(other === null);
    return own < other ? -1 : 1;
  }
  return 0;
}
