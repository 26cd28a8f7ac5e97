import type { PlainDate } from '../../domain/calendar.ts';
import type { EmptyAnswer } from '../../domain/empty/empty-answer.ts';
import type { Range } from '../../domain/range.ts';
import { labelSearch } from '../../domain/search/answer.ts';
import { inRanges, type Work } from '../../domain/work.ts';
import { bodyFigures } from '../../snapshot/body-figures.ts';
import type { DayView, Mask } from '../../snapshot/day-view.ts';
import { type Existing, rangeOfInts } from '../../snapshot/empty/condition.ts';
import {
  type ChosenList,
  countChosen,
  explainEmpty,
  plainList,
} from '../../snapshot/empty/explain.ts';
import { fieldConditions } from '../../snapshot/empty/filter-conditions.ts';
import { type Test, withinTests } from '../../snapshot/filter/cohort-filter.ts';
import { bodyList, type CertifierOrderField as OrderField } from '../../snapshot/list/body-list.ts';
import type { RowList } from '../../snapshot/list/page.ts';
import type { Order } from '../../snapshot/list/row-list.ts';
import { builder } from '../core/builder.ts';
import type { OperationContext } from '../core/context.ts';
import { IntRange, rangeOf } from '../core/ranges.ts';
import { textArgument } from '../core/text-argument.ts';
import { askedDay } from '../empty/empty-answers.ts';

export const CertifierFilter = builder.inputType('CertifierFilter', {
  description: 'Which certifying bodies. An absent field restricts nothing.',
  fields: (t) => ({
    sirens: t.field({ type: ['Siren'], description: 'Their SIREN; any of them.' }),
    name: t.string({
      description:
        'Words of the name, whatever the accents, the case and the endings; or a part of it.',
    }),
    certificationCount: t.field({
      type: IntRange,
      description: 'Certifications. It certifies so many now.',
    }),
    overdueRates: t.field({
      type: IntRange,
      description: 'Cohorts. So many of its rates at 6 months are overdue on the as-of day.',
    }),
    daysLate: t.field({
      type: IntRange,
      description: 'Days. The oldest of its overdue rates is so late on the as-of day.',
    }),
  }),
});

type BodyFilter = typeof CertifierFilter.$inferInput;

/** The column of each range that a filter may give. */
const FIGURES = {
  certificationCount: 'certifications',
  overdueRates: 'overdueRates',
  daysLate: 'daysLate',
} as const;

/** Which certifying bodies, checked. */
interface BodyCriteria {
  readonly sirens: ReadonlySet<string> | null;
  /** Whether a name is looked for. */
  readonly isNamed: ((name: string) => boolean) | null;
  readonly ranges: readonly {
    readonly column: (typeof FIGURES)[keyof typeof FIGURES];
    readonly range: Range<number>;
  }[];
}

function criteriaOf({ sirens, name, ...ranges }: BodyFilter): BodyCriteria {
  const part = textArgument('name', name);
  return {
    sirens: sirens == null ? null : new Set<string>(sirens),
    isNamed: part === null ? null : labelSearch(part, 'name'),
    ranges: Object.entries(FIGURES).flatMap(([field, column]) => {
      const range = rangeOf(field, ranges[field as keyof typeof FIGURES]);
      return range ? { column, range } : [];
    }),
  };
}

/** Certifying bodies of a filter on a day, in an order. */
export function filteredBodies(
  view: DayView,
  filter: BodyFilter,
  orders: readonly Order<OrderField>[],
): Work<RowList> {
  const criteria = criteriaOf(filter);
  return listed(view, criteria, orders);
}

function* listed(
  view: DayView,
  criteria: BodyCriteria,
  orders: readonly Order<OrderField>[],
): Work<RowList> {
  return yield* bodyList(view, orders, yield* bodyMask(view, criteria));
}

/** Bodies that are looked at at a time: names are searched. */
const LOOKED_AT = 200;

/** Certifying bodies of a filter, by row; null = all. */
function* bodyMask(view: DayView, { sirens, isNamed, ranges }: BodyCriteria): Work<Mask | null> {
  const { bodies } = view.snapshot;
  const tests: Test[] = [];
  if (sirens) tests.push((row) => sirens.has(bodies.siren[row] ?? ''));
  if (ranges.length > 0) {
    const figures = yield* bodyFigures(view);
    tests.push(...ranges.flatMap(({ column, range }) => withinTests(figures[column], range)));
  }
  // Last: what takes longest is done for what is left.
  if (isNamed) tests.push((row) => isNamed(bodies.name[row] ?? ''));
  if (tests.length === 0) return null;
  const mask = new Uint8Array(bodies.count);
  const lookAt = (from: number, to: number) => {
    for (let row = from; row < to; row++) mask[row] = Number(tests.every((holds) => holds(row)));
  };
  yield* inRanges(mask.length, lookAt, LOOKED_AT);
  return mask;
}

/** Why no body answers. */
export function* explainBodies(
  view: DayView,
  filter: BodyFilter,
  context: OperationContext,
  asOf: PlainDate | null | undefined,
): Work<EmptyAnswer | null> {
  const listOn = function* (day: DayView): Work<ChosenList> {
    const { bodies } = day.snapshot;
    const figures = yield* bodyFigures(day);
    const existingOf = (field: keyof BodyFilter): Existing | null => {
      if (field === 'sirens') {
        const given = filter.sirens ?? [];
        return { kind: 'CODES', given, codesOf: (row) => [bodies.siren[row] ?? ''] };
      }
      return field === 'name' ? null : rangeOfInts(figures[FIGURES[field]]);
    };
    const maskOf = (alone: BodyFilter) => bodyMask(day, criteriaOf(alone));
    const conditions = yield* fieldConditions(filter, maskOf, existingOf);
    return plainList(day, 'CERTIFIERS', bodies.count, conditions);
  };
  const day = askedDay(context, asOf, function* (today) {
    return yield* countChosen(yield* listOn(today));
  });
  return yield* explainEmpty(yield* listOn(view), day);
}
