import { beforeAll, describe, expect, test } from 'vitest';
import { CERTIFICATION_DIMENSIONS } from '../../src/domain/insertion/dimension.ts';
import { orderGroups } from '../../src/domain/insertion/insertion-grouping.ts';
import { finish, type Work } from '../../src/domain/work.ts';
import { bodyFigures } from '../../src/snapshot/body-figures.ts';
import { cohortChanges } from '../../src/snapshot/changes.ts';
import { type DayView, viewOn } from '../../src/snapshot/day-view.ts';
import { certificationMask } from '../../src/snapshot/filter/certification-filter.ts';
import { cohortMask } from '../../src/snapshot/filter/cohort-mask.ts';
import { findingMask } from '../../src/snapshot/findings.ts';
import { certificationGroups } from '../../src/snapshot/group/certification-groups.ts';
import { cohortGroups } from '../../src/snapshot/group/cohort-groups.ts';
import { facets } from '../../src/snapshot/group/facets.ts';
import { findingGroups } from '../../src/snapshot/group/finding-groups.ts';
import { certificationList } from '../../src/snapshot/list/certification-list.ts';
import { cohortList } from '../../src/snapshot/list/lists.ts';
import { peerBoard, peerPercentiles, peerQValues } from '../../src/snapshot/peers/boards.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { storeOf, TODAY } from '../support/client.ts';
import { openMigratedPglite } from '../support/database.ts';
import { enlarged } from '../support/large-snapshot.ts';
import { publishRandom, registerOfSeed } from '../support/random-register.ts';

let large: Snapshot;

beforeAll(async () => {
  await using database = await openMigratedPglite();
  await publishRandom(database, registerOfSeed(2026));
  const snapshot = await storeOf(database).refresh();
  large = enlarged(snapshot, Math.ceil(4_500 / snapshot.certifications.count));
});

const ALL = { mask: null, most: 10_000 };
const RULE = {
  indicator: 'GLOBAL_6_MONTHS',
  peersBy: 'FORMACODE',
  sameLevel: true,
  lastCohorts: 3,
} as const;

/** What each work gives, as it can be compared. */
const WORKS: Readonly<Record<string, (view: DayView) => Work<unknown>>> = {
  'a filter of certifications by what depends on the day': (view) =>
    certificationMask(view, {
      ...{ active: true, filingPassed: false, hasCompleteSixMonthRates: false },
      ...{ without: ['FORMACODE'], levels: [5, 6] },
    }),
  'a filter of cohorts': (view) =>
    cohortMask(view, {
      certified: { from: 5 },
      rateStatus: { indicator: 'GLOBAL_6_MONTHS', anyOf: ['PUBLISHED', 'OVERDUE'] },
    }),
  'a filter of findings': (view) => findingMask(view, { severities: ['WARNING'] }),
  'changes of cohorts': (view) => cohortChanges(view, 'GLOBAL_6_MONTHS'),
  'figures of certifying bodies': bodyFigures,
  'facets of all dimensions': (view) =>
    facets(view, {
      filter: { active: true },
      dimensions: CERTIFICATION_DIMENSIONS,
      ...{ acrossOwn: true, first: 10 },
    }),
  'groups of certifications': function* (view) {
    const groupBy = ['LEVEL', 'CERTIFIER', 'ACCESS_ROUTE'] as const;
    const groups = yield* certificationGroups(view, { ...ALL, groupBy });
    return groups?.map(({ keys, certifications, active }) => [keys, certifications, active]);
  },
  'groups of cohorts, their medians and statuses': function* (view) {
    const groupBy = ['FORMACODE', 'YEAR'] as const;
    const groups = (yield* cohortGroups(view, { ...ALL, groupBy })) ?? [];
    yield* groups[0]?.ready('GLOBAL_6_MONTHS') ?? [];
    const by = { by: 'MEDIAN', indicator: 'GLOBAL_6_MONTHS', direction: 'DESC' } as const;
    const ordered = yield* orderGroups(groups, groupBy, [by]);
    return ordered.map((group) => [
      ...[group.keys, group.cohorts, group.rates.GLOBAL_6_MONTHS.quartiles],
      group.statuses('GLOBAL_6_MONTHS'),
    ]);
  },
  'groups of findings': function* (view) {
    const groups = yield* findingGroups(view, { ...ALL, groupBy: ['RULE', 'CERTIFIER'] });
    return groups?.map(({ keys, findings, certifications }) => [keys, findings, certifications]);
  },
  'certifications by title': (view) =>
    orderOf(certificationList(view.snapshot, [{ field: 'TITLE', direction: 'DESC' }], null)),
  'cohorts by rate': (view) =>
    orderOf(cohortList(view.snapshot, [{ field: 'GLOBAL_6_MONTHS', direction: 'ASC' }], null)),
  'comparisons with peers': function* (view) {
    const board = yield* peerBoard(view, RULE);
    const { q } = yield* peerQValues(view, board);
    return [q, yield* peerPercentiles(view, board)];
  },
};

function* orderOf(list: Work<{ readonly order: Int32Array | null }>): Work<unknown> {
  return (yield* list).order;
}

/** A view of which nothing was computed yet. */
function freshView(): DayView {
  return viewOn({ ...large, ...{ formacodes: { ...large.formacodes } } }, TODAY);
}

describe.each(Object.entries(WORKS))('the work for %s', (_, make) => {
  test('gives way, and gives the same in pieces as at once, and without a yield the next time', () => {
    const view = freshView();
    const work = make(view);
    let yields = 0;
    let step = work.next();
    for (; !step.done; step = work.next()) yields += 1;
    expect(yields).toBeGreaterThan(0);
    expect(step.value).toEqual(finish(make(freshView())));
    expect(make(view).next()).toMatchObject({ done: true });
  });

  test('gives the same when two do it by turns, and when one was left in the middle', () => {
    const view = freshView();
    const expected = finish(make(freshView()));
    const [left, ...works] = [make(view), make(view), make(view)];
    const results = new Map<Work<unknown>, unknown>();
    for (let turn = 0; results.size < works.length; turn++) {
      if (turn < 2) left.next();
      else left.return(undefined);
      for (const work of works) {
        const step = work.next();
        if (step.done && !results.has(work)) results.set(work, step.value);
      }
    }
    expect(works.map((work) => results.get(work))).toEqual([expected, expected]);
  });
});
