import type { PlainDate } from '../../domain/calendar.ts';
import type { EmptyAnswer } from '../../domain/empty/empty-answer.ts';
import { finish, type Work } from '../../domain/work.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import type { Condition } from '../../snapshot/empty/condition.ts';
import { type ChosenList, countChosen, explainEmpty } from '../../snapshot/empty/explain.ts';
import {
  certificationConditions,
  cohortConditions,
  type FilterPart,
} from '../../snapshot/empty/filter-conditions.ts';
import type { CertificationFilter } from '../../snapshot/filter/certification-filter.ts';
import type { CohortCriteria } from '../../snapshot/filter/cohort-filter.ts';
import {
  type ChoosingField,
  type FilterInput,
  type FoundFilter,
  filterOf,
} from '../certification/certification-filter.ts';
import type { CohortFilterInput, FoundCohorts } from '../cohort/cohort-filter.ts';
import { cohortsOf } from '../cohort/cohort-filter.ts';
import type { OperationContext } from '../core/context.ts';
import { askedDay } from './empty-answers.ts';

/** What the input calls otherwise than the filter does. */
const FIELD_OF: Readonly<Record<string, keyof CertificationFilter>> = {
  registrationEndsWithinMonths: 'registrationEnds',
  newestCohortAge: 'newestCohort',
  cohortYears: 'cohortYear',
};

/** What a filter of certifications asks, each field alone; paths begin with `prefix`. */
export function certificationParts(
  input: FilterInput | null | undefined,
  { filter, chosenBy }: FoundFilter,
  prefix = '',
): FilterPart<CertificationFilter>[] {
  return Object.entries(input ?? {}).flatMap(([name, given]) => {
    if (given == null) return [];
    const condition = prefix + name;
    const place = chosenBy.indexOf(name as ChoosingField);
    const mask = filter.chosen?.[place];
    if (mask) return [{ condition, given, filter: { chosen: [mask] } }];
    const field = FIELD_OF[name] ?? (name as keyof CertificationFilter);
    return [{ condition, given, filter: { [field]: filter[field] } }];
  });
}

/** What a filter asks of cohorts themselves, each field alone. */
function criteriaParts(
  input: CohortFilterInput | null | undefined,
  criteria: CohortCriteria,
): FilterPart<CohortCriteria>[] {
  return Object.entries(input ?? {}).flatMap(([name, given]) => {
    if (given == null || name === 'certification') return [];
    const isOfYears = name === 'year' || name === 'years';
    const field = isOfYears ? 'cohortYear' : (name as keyof CohortCriteria);
    return [{ condition: name, given, filter: { [field]: criteria[field] } }];
  });
}

/** Arguments of a list of certifications. */
export interface CertificationQuestion {
  readonly filter?: FilterInput | null | undefined;
  readonly asOf?: PlainDate | null | undefined;
}

/** Why no certification answers; `rows`: those that there are before any condition, null = all. */
export function* explainCertifications(
  { filter, asOf }: CertificationQuestion,
  { found, view, context }: Seen & { readonly found: FoundFilter },
  rows: Int32Array | null = null,
): Work<EmptyAnswer | null> {
  const listOn = function* (day: DayView, each: FoundFilter): Work<ChosenList> {
    const conditions = yield* certificationConditions(day, certificationParts(filter, each));
    return {
      ...{ view: day, of: 'CERTIFICATIONS', rows, own: [] },
      count: day.snapshot.certifications.count,
      ofCertification: { ...conditions, certificationOf: null },
    };
  };
  const day = askedDay(context, asOf, function* (today) {
    const again = filterAgain(filter, found, context, today);
    return again && (yield* countChosen(yield* listOn(today, again)));
  });
  return yield* explainEmpty(yield* listOn(view, found), day);
}

interface Seen {
  readonly view: DayView;
  readonly context: OperationContext;
}

/** A filter read for another day; null when that would take long or wait. */
function filterAgain(
  input: FilterInput | null | undefined,
  found: FoundFilter,
  context: OperationContext,
  view: DayView,
): FoundFilter | null {
  const { belowPeerMedian, funnel, search: _, ...given } = input ?? {};
  if (belowPeerMedian || funnel) return null;
  // Without what chooses, all of it is there. A search finds the same on any day.
  const read = filterOf(given, { ...context, run: finish }, view) as FoundFilter;
  return { ...found, filter: { ...read.filter, chosen: found.filter.chosen } };
}

/** Why no block answers; `ownOn`: conditions of the blocks themselves. */
export function* explainBlocks(
  { filter, asOf }: BlockQuestion,
  { found, view, context }: Seen & { readonly found: FoundFilter },
  ownOn: (view: DayView) => Work<readonly Condition[]>,
): Work<EmptyAnswer | null> {
  const listOn = function* (day: DayView, each: FoundFilter): Work<ChosenList> {
    const { count, certification: certificationOf } = day.snapshot.blocks;
    const parts = certificationParts(filter?.certification, each, 'certification.');
    const conditions = yield* certificationConditions(day, parts);
    return {
      ...{ view: day, of: 'BLOCKS', count, rows: null, own: yield* ownOn(day) },
      ofCertification: { ...conditions, certificationOf },
    };
  };
  const day = askedDay(context, asOf, function* (today) {
    const again = filterAgain(filter?.certification, found, context, today);
    return again && (yield* countChosen(yield* listOn(today, again)));
  });
  return yield* explainEmpty(yield* listOn(view, found), day);
}

interface BlockQuestion {
  readonly filter?: { readonly certification?: FilterInput | null | undefined } | null | undefined;
  readonly asOf?: PlainDate | null | undefined;
}

/** Arguments of a list of cohorts. */
export interface CohortQuestion {
  readonly filter?: CohortFilterInput | null | undefined;
  readonly asOf?: PlainDate | null | undefined;
}

/** Why no cohort answers; `rows`: those that there are before any condition, null = all. */
export function* explainCohorts(
  { filter, asOf }: CohortQuestion,
  { found, view, context }: Seen & { readonly found: FoundCohorts },
  rows: Int32Array | null = null,
): Work<EmptyAnswer | null> {
  const day = askedDay(context, asOf, function* (today) {
    const certification =
      found.asked && filterAgain(filter?.certification, found.asked.certification, context, today);
    if (found.asked && !certification) return null;
    const { certification: _, ...own } = filter ?? {};
    const read = cohortsOf(own, { ...context, run: finish }, today) as FoundCohorts;
    const asked = read.asked && certification && { ...read.asked, certification };
    return yield* countChosen(yield* cohortList(today, filter, { ...read, asked }, null));
  });
  return yield* explainEmpty(yield* cohortList(view, filter, found, rows), day);
}

function* cohortList(
  view: DayView,
  filter: CohortFilterInput | null | undefined,
  { asked }: FoundCohorts,
  rows: Int32Array | null,
): Work<ChosenList> {
  const { count, certification: certificationOf } = view.snapshot.cohorts;
  const list = { view, of: 'COHORTS', count, rows } as const;
  if (!asked) return { ...list, own: [], ofCertification: null };
  const own = yield* cohortConditions(view, criteriaParts(filter, asked.criteria));
  const parts = certificationParts(filter?.certification, asked.certification, 'certification.');
  const conditions = yield* certificationConditions(view, parts);
  return { ...list, own, ofCertification: { ...conditions, certificationOf } };
}
