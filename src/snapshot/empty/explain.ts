import type { PlainDate } from '../../domain/calendar.ts';
import {
  cutGiven,
  type EmptyAnswer,
  type EmptyCondition,
  type LeaveOut,
  type ListNoun,
} from '../../domain/empty/empty-answer.ts';
import { type Away, emptyMessage } from '../../domain/empty/empty-message.ts';
import type { EmptyReason } from '../../domain/empty/empty-reason.ts';
import type { Work } from '../../domain/work.ts';
import type { DayView } from '../day-view.ts';
import { wholeOf } from '../past.ts';
import { statisticsAway } from './away.ts';
import { type Condition, nearestOn, rangeOn } from './condition.ts';
import type { CertificationConditions } from './filter-conditions.ts';
import { type Tally, tally } from './tally.ts';

/** A list, and what it is chosen by. */
export interface ChosenList {
  readonly view: DayView;
  readonly of: ListNoun;
  /** Rows that there are, whatever the list holds of them. */
  readonly count: number;
  /** Those that the list has before any condition; null = all. */
  readonly rows: Int32Array | null;
  /** Conditions of the rows themselves. */
  readonly own: readonly Condition[];
  /** Conditions of their certifications; null for rows that have none. */
  readonly ofCertification:
    | (CertificationConditions & {
        /** Certification of each row; null = rows are certifications. */
        readonly certificationOf: Int32Array | null;
      })
    | null;
}

/** A list of rows whose certifications are asked nothing. */
export function plainList(
  view: DayView,
  of: ListNoun,
  count: number,
  own: readonly Condition[],
): ChosenList {
  return { view, of, count, own, rows: null, ofCertification: null };
}

/** A day that was asked for, where today the same list may have rows. */
export interface AskedDay {
  /** What the argument is called. */
  readonly condition: string;
  readonly given: PlainDate;
  /** Rows of the same list today; null when that is not known. */
  readonly remaining: () => Work<number | null>;
}

/** Sets of conditions that an answer names. */
const MOST_SETS = 5;

/** Why a list has no rows; null when it has some. */
export function* explainEmpty(
  list: ChosenList,
  day: AskedDay | null = null,
): Work<EmptyAnswer | null> {
  const found = yield* tallyOf(list);
  if (found.met > 0) return null;
  const conditions = conditionsOf(list);
  const explained: EmptyCondition[] = [];
  for (const [index, condition] of conditions.entries()) {
    explained.push(explainOne(condition, index, found));
    yield;
  }
  const without = day ? yield* day.remaining() : null;
  const ofDay: readonly EmptyCondition[] = day
    ? [
        {
          ...{ condition: day.condition, given: day.given, state: 'MET_BY_SOME', alone: null },
          ...{ remainingWithout: without, nearest: [], exists: null },
        },
      ]
    : [];
  const sets = found.leaveOut.slice(0, MOST_SETS).map(
    (set): LeaveOut => ({
      conditions: set.conditions.flatMap((index) => conditions[index]?.condition ?? []),
      remaining: set.remaining,
    }),
  );
  const ofToday: readonly LeaveOut[] =
    day && without !== null && without > 0
      ? [{ conditions: [day.condition], remaining: without }]
      : [];
  const away = awayOf(list, conditions, found);
  const few = sets.some(({ conditions: names }) => names.length === 1);
  const answer = {
    reason: reasonOf(list, { away, few, rows: found.rows, today: ofToday.length > 0 }),
    ...{ of: list.of, rows: found.rows },
    conditions: [...explained, ...ofDay],
    // The day alone is fewer than several conditions.
    leaveOut: few || ofToday.length === 0 ? [...sets, ...ofToday] : ofToday,
    figures: [],
  };
  return { ...answer, message: emptyMessage({ ...answer, away }) };
}

/** Rows that a list has. */
export function* countChosen(list: ChosenList): Work<number> {
  const { met } = yield* tallyOf(list);
  return met;
}

function tallyOf({ view, count, rows, own, ofCertification }: ChosenList): Work<Tally> {
  return tally({
    ...{ count, rows, own: own.map(({ mask }) => mask) },
    certificationOf: ofCertification ? ofCertification.certificationOf : new Int32Array(count),
    certifications: ofCertification?.certifications.map(({ mask }) => mask) ?? [],
    cohorts: ofCertification?.cohorts.map(({ mask }) => mask) ?? [],
    cohortOffset: view.snapshot.cohorts.offset,
  });
}

/** In the order that a tally numbers them. */
function conditionsOf({ own, ofCertification }: ChosenList): readonly Condition[] {
  return [...own, ...(ofCertification?.certifications ?? []), ...(ofCertification?.cohorts ?? [])];
}

function explainOne(
  { condition, given, existing, away }: Condition,
  index: number,
  { alone, leaveOut, failing }: Tally,
): EmptyCondition {
  const rows = failing[index] ?? new Set<number>();
  const without = leaveOut.find(
    ({ conditions }) => conditions.length === 1 && conditions[0] === index,
  );
  const met = alone[index] ?? 0;
  return {
    ...{ condition, given: cutGiven(given), alone: met },
    state: met > 0 ? 'MET_BY_SOME' : away ? 'SOURCE_AWAY' : 'VOID',
    remainingWithout: without?.remaining ?? 0,
    nearest: nearestOn(existing, rows),
    exists: rangeOn(existing, rows),
  };
}

/** Conditions whose source was not imported. */
function awayOf(
  { view, of }: ChosenList,
  conditions: readonly Condition[],
  { rows, alone }: Tally,
): readonly Away[] {
  const missing = rows === 0 && of === 'COHORTS' ? statisticsAway(view.snapshot) : null;
  if (missing) return [{ condition: null, text: missing }];
  return conditions.flatMap(({ condition, given, away }, index) =>
    away && alone[index] === 0
      ? [{ condition: { condition, given: cutGiven(given) }, text: away }]
      : [],
  );
}

function reasonOf(
  { view: { snapshot }, of, count }: ChosenList,
  {
    away,
    few,
    rows,
    today,
  }: {
    readonly away: readonly Away[];
    readonly few: boolean;
    readonly rows: number;
    readonly today: boolean;
  },
): EmptyReason {
  if (away.length > 0) return 'SOURCE_AWAY';
  if (few) return of === 'GROUPS' ? 'HAVING_EXCLUDES_ALL' : 'CONDITION_EXCLUDES_ALL';
  const hidden = of === 'COHORTS' && count === 0 && wholeOf(snapshot).cohorts.count > 0;
  if (today || hidden) return 'HIDDEN_UNDER_AS_OF';
  if (rows === 0) return 'NOTHING_THERE';
  return of === 'GROUPS' ? 'HAVING_EXCLUDES_ALL' : 'CONDITIONS_EXCLUDE_ALL_TOGETHER';
}
