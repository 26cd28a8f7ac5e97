import type { CountName, GroupNoise } from '../../domain/survey/disclosure/group-noise.ts';
import {
  groupSuppression,
  perturbedSuppression,
  type Suppressed,
} from '../../domain/survey/disclosure/suppression.ts';
import type { Horizon } from '../../domain/survey/layout.ts';
import { checkSurveyGrouping } from '../../domain/survey/survey-grouping.ts';
import type { Work } from '../../domain/work.ts';
import type { DayView } from '../day-view.ts';
import {
  certificationKeys,
  holderKeys,
  type PartialKey,
  type SurveyGrouping,
} from './group-keys.ts';

/** What is asked of surveys across certifications. */
export interface SurveyQuestion extends SurveyGrouping {
  readonly horizon: Horizon;
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
  /**
   * In the order of the grouping; null = not known, and what holders have in common where too few
   * certifications or bodies are selected.
   */
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

/** Surveyed cohorts that attributes of certifications and the year select together. */
interface Selected {
  readonly key: PartialKey;
  readonly certifications: Set<number>;
}

/**
 * Groups of the holders of all surveyed cohorts, with noise, by attributes of certifications and of
 * holders. Nobody gets other figures, whatever their role.
 *
 * Which groups there are must not tell of a single holder either. Where too few certifications or
 * bodies are selected, one group stands for all of it, whoever its holders are; a group whose N is 0
 * with noise is left out, as one without holders is.
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
  const name = `holders of ${JSON.stringify({ horizon, selection, groupBy })}`;
  const known = yield* view.memo.work(name, function* () {
    const groups = yield* madeGroups(view, question);
    return { groups, noise, bytes: GROUP_BYTES * groups.length };
  });
  return known.noise === noise ? known.groups : yield* madeGroups(view, question);
}

/** Bytes of a group with its keys and counts; an estimate. */
const GROUP_BYTES = 400;

function* madeGroups(view: DayView, question: SurveyQuestion): Work<SurveyGroup[]> {
  const { horizon, groupBy, noise } = question;
  const { cells } = view.snapshot.surveys;
  const { respondents, eligible, employed, inTarget } = cells.at[horizon];
  const keysOf = yield* certificationKeys(view, question);
  const ofHolder = holderKeys(cells, question);
  const groups = new Map<string, Sums>();
  const selected = new Map<string, Selected>();
  let run: readonly PartialKey[] = [];
  let [certification, year] = [-1, -1];
  for (let cell = 0; cell < cells.count; cell++) {
    if (cell % PIECE === PIECE - 1) yield;
    if (cells.certification[cell] !== certification || cells.year[cell] !== year) {
      certification = cells.certification[cell] ?? -1;
      year = cells.year[cell] ?? -1;
      // A horizon that was not surveyed is of no figure; all cells of a cohort have it or none.
      run = (respondents[cell] ?? -1) < 0 ? [] : keysOf(certification, year);
      for (const key of run) {
        const own = selected.get(key.name) ?? { key, certifications: new Set() };
        own.certifications.add(certification);
        selected.set(key.name, own);
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
  const given: SurveyGroup[] = [];
  const tooFew = new Set<string>();
  for (const [name, { key, certifications }] of selected) {
    const suppressed = selectionSuppression(view, certifications);
    if (suppressed === null) continue;
    tooFew.add(name);
    const keys = groupBy.map((each) => key.keys.get(each) ?? null);
    given.push({ keys, suppressed, certifications: certifications.size, counts: null });
  }
  let seen = 0;
  for (const sums of groups.values()) {
    if (++seen % 500 === 0) yield;
    if (tooFew.has(sums.of)) continue;
    const counts = perturbedCounts(sums, { horizon, noise });
    if (counts.holders === 0) continue;
    const suppressed = perturbedSuppression(counts);
    given.push({
      ...{ keys: sums.keys, suppressed, counts: suppressed ? null : counts },
      certifications: selected.get(sums.of)?.certifications.size ?? 0,
    });
  }
  return given.sort((a, b) => order(a.keys, b.keys));
}

/** Why nothing is shown of holders of some certifications; null when it is. */
function selectionSuppression(
  { snapshot }: DayView,
  certifications: ReadonlySet<number>,
): Suppressed | null {
  const { offset, value } = snapshot.bodies.ofCertification;
  const bodies = new Set<number>();
  for (const certification of certifications) {
    const end = offset[certification + 1] ?? 0;
    for (let at = offset[certification] ?? 0; at < end; at++) bodies.add(value[at] ?? -1);
  }
  return groupSuppression({ certifications: certifications.size, bodies: bodies.size });
}

function perturbedCounts(
  { keySum, holders, respondents, eligible, employed, inTarget }: Sums,
  { horizon, noise }: Pick<SurveyQuestion, 'horizon' | 'noise'>,
): PerturbedCounts {
  const group = { keySum, certified: holders };
  const perturbed = (name: CountName, count: number) => noise(group, name, count);
  return {
    holders: perturbed('N', holders),
    respondents: perturbed(`RESPONDENTS:${horizon}`, respondents),
    eligible: perturbed(`ELIGIBLE:${horizon}`, eligible),
    employed: perturbed(`EMPLOYED:${horizon}`, employed),
    inTarget: perturbed(`IN_TARGET:${horizon}`, inTarget),
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
