import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePlainDate } from '../../../src/domain/calendar.ts';
import type { Change } from '../../../src/domain/changes/change.ts';
import {
  addedFiche,
  compareFiches,
  removedFiche,
} from '../../../src/domain/changes/compare-fiches.ts';
import type {
  ComparedFiche,
  ComparedFigure,
  ComparedItem,
  ComparedList,
} from '../../../src/domain/changes/compared-fiche.ts';
import { CODE, fiche, fiches, list } from './compared-fiches.ts';

const DAY = parsePlainDate('2026-03-01');

/** `kind year field item: before → after (source)`, without what is absent. */
function told({ kind, cohortYear, field, item, before, after, sourceId }: Change): string {
  const where = [kind, cohortYear, field, item].filter((each) => each !== null).join(' ');
  return `${where}: ${before} → ${after}${sourceId === null ? '' : ` (${sourceId})`}`;
}

const compare = (before: Partial<ComparedFiche>, after: Partial<ComparedFiche>, day = DAY) =>
  compareFiches(fiche(before), fiche(after), day).map(told);

test('a fiche is new, back or gone as a whole', () => {
  const head = { code: CODE, title: 'Chargé de communication', sourceId: 7 };
  expect(told(addedFiche(head, false))).toBe('CREATED: null → Chargé de communication (7)');
  expect(told(addedFiche(head, true))).toBe('REAPPEARED: null → Chargé de communication (7)');
  expect(told(removedFiche(head))).toBe('REMOVED: Chargé de communication → null');
  expect(removedFiche(head).certificationCode).toBe(CODE);
});

test('what a fiche has one of is told field by field, in the order of the fiche', () => {
  expect(
    compare(
      {
        values: {
          OBJECTIVES: 'Savoir',
          TITLE: 'Un',
          LEVEL_CODE: 'NIV5',
          DECISION_ON: '2020-01-01',
        },
      },
      {
        values: { OBJECTIVES: null, TITLE: 'Deux', LEVEL_CODE: 'NIV5', EDITORIAL_STATE: 'Publiée' },
      },
    ),
  ).toEqual([
    'UPDATED TITLE: Un → Deux',
    'UPDATED EDITORIAL_STATE: null → Publiée',
    'UPDATED DECISION_ON: 2020-01-01 → null',
    'UPDATED OBJECTIVES: Savoir → null',
  ]);
});

describe('a registration', () => {
  const period = (flag: string | null, end: string | null) => ({
    values: { ACTIVE_FLAG: flag, REGISTRATION_ENDS_ON: end },
  });

  test.each<[string, [string | null, string | null], [string | null, string | null], string[]]>([
    [
      'ends when the flag is turned, whatever the dates say',
      ['true', '2026-02-28'],
      ['false', '2026-02-28'],
      ['ENDED ACTIVE_FLAG: true → false'],
    ],
    [
      'ends by the flag alone when its date is moved as well',
      ['true', '2026-05-01'],
      ['false', '2026-02-01'],
      ['ENDED ACTIVE_FLAG: true → false', 'UPDATED REGISTRATION_ENDS_ON: 2026-05-01 → 2026-02-01'],
    ],
    [
      'ends when its date is moved into the past',
      ['true', '2026-05-01'],
      ['true', '2026-02-28'],
      ['ENDED REGISTRATION_ENDS_ON: 2026-05-01 → 2026-02-28'],
    ],
    [
      'ends when an active one gets a date of the past',
      ['true', null],
      ['true', '2026-02-28'],
      ['ENDED REGISTRATION_ENDS_ON: null → 2026-02-28'],
    ],
    [
      'has not ended on its last day',
      ['true', '2026-05-01'],
      ['true', '2026-03-01'],
      ['UPDATED REGISTRATION_ENDS_ON: 2026-05-01 → 2026-03-01'],
    ],
    [
      'does not end again when an ended one gets a date of the past',
      ['false', null],
      ['false', '2026-02-28'],
      ['UPDATED REGISTRATION_ENDS_ON: null → 2026-02-28'],
    ],
    [
      'is active again when the flag is turned back',
      ['false', '2026-02-28'],
      ['true', '2029-02-28'],
      [
        'REACTIVATED ACTIVE_FLAG: false → true',
        'UPDATED REGISTRATION_ENDS_ON: 2026-02-28 → 2029-02-28',
      ],
    ],
    [
      'is active again when its date is moved out of the past',
      [null, '2026-02-28'],
      [null, '2029-02-28'],
      ['REACTIVATED REGISTRATION_ENDS_ON: 2026-02-28 → 2029-02-28'],
    ],
    [
      'of which nothing was known does not end when the flag is first published',
      [null, null],
      ['false', null],
      ['UPDATED ACTIVE_FLAG: null → false'],
    ],
    [
      'that goes on for longer is updated',
      ['true', '2026-05-01'],
      ['true', '2029-05-01'],
      ['UPDATED REGISTRATION_ENDS_ON: 2026-05-01 → 2029-05-01'],
    ],
  ])('%s', (_what, [flag, end], [newFlag, newEnd], expected) => {
    expect(compare(period(flag, end), period(newFlag, newEnd))).toEqual(expected);
  });
});

describe('lists', () => {
  const blocks = (...items: readonly (readonly [string, string, string | null])[]) => ({
    lists: [
      {
        fields: ['BLOCK', 'BLOCK_SKILLS'],
        items: items.map(([code, ...cells]) => ({ key: code, item: code, cells })),
      } satisfies ComparedList,
    ],
  });

  test('tell what is new, gone and altered, whatever the order', () => {
    expect(
      compare(
        blocks(['BC01', 'Concevoir', 'Dessiner'], ['BC02', 'Vendre', null], ['BC03', 'Gérer', 'x']),
        blocks(['BC04', 'Former', 'y'], ['BC03', 'Gérer', 'x'], ['BC01', 'Créer', 'Peindre']),
      ),
    ).toEqual([
      'UPDATED BLOCK BC01: Concevoir → Créer',
      'UPDATED BLOCK_SKILLS BC01: Dessiner → Peindre',
      'UPDATED BLOCK BC02: Vendre → null',
      'UPDATED BLOCK BC04: null → Former',
    ]);
  });

  test('pair those of one key, of which the same ones are no change', () => {
    expect(
      compare(
        blocks(['BC01', 'A', null], ['BC01', 'B', null], ['BC01', 'C', null]),
        blocks(['BC01', 'C', null], ['BC01', 'A', null], ['BC01', 'D', null], ['BC01', 'E', null]),
      ),
    ).toEqual(['UPDATED BLOCK BC01: B → D', 'UPDATED BLOCK BC01: null → E']);
  });

  test('tell what an item has when what it is called is absent', () => {
    const route = (...cells: readonly (string | null)[]) => ({
      lists: [
        {
          fields: ['ACCESS_ROUTE', 'ACCESS_ROUTE_JURY'] as const,
          items: cells.length > 0 ? [{ key: 'VAE', item: 'VAE', cells }] : [],
        },
      ],
    });
    expect(compare(route(), route(null, 'Trois membres'))).toEqual([
      'UPDATED ACCESS_ROUTE_JURY VAE: null → Trois membres',
    ]);
    expect(compare(route('true', 'Trois membres'), route())).toEqual([
      'UPDATED ACCESS_ROUTE VAE: true → null',
    ]);
  });

  test('links between certifications come after all else of the fiche', () => {
    expect(
      compare(
        { lists: [list('REPLACES', 'RNCP1'), list('SPECIALITY', '326')] },
        { lists: [list('REPLACES', 'RNCP2'), list('REPLACED_BY', 'RNCP3'), list('SPECIALITY')] },
      ),
    ).toEqual([
      'UPDATED SPECIALITY 326: 326 → null',
      'LINEAGE REPLACES RNCP1: RNCP1 → null',
      'LINEAGE REPLACES RNCP2: null → RNCP2',
      'LINEAGE REPLACED_BY RNCP3: null → RNCP3',
    ]);
  });
});

describe('figures', () => {
  const figure = (
    year: number,
    field: ComparedFigure['field'],
    value: number,
    sourceId = 1,
  ): ComparedFigure => ({ year, field, value, sourceId });

  test('are added, altered and withdrawn, newest cohort first, with the source that says so', () => {
    expect(
      compare(
        {
          figures: [
            figure(2020, 'CERTIFIED', 20),
            figure(2020, 'GLOBAL_6_MONTHS', 80),
            figure(2021, 'CERTIFIED', 0),
            figure(2021, 'TARGET_OCCUPATION_2_YEARS', 50.5),
          ],
        },
        {
          figures: [
            figure(2020, 'CERTIFIED', 21, 2),
            figure(2020, 'GLOBAL_6_MONTHS', 80, 2),
            figure(2021, 'CERTIFIED', 0, 2),
            figure(2021, 'CERTIFIED_THROUGH_VAE', 0, 2),
            figure(2022, 'GLOBAL_6_MONTHS', 0, 3),
          ],
        },
      ),
    ).toEqual([
      'RATE_ADDED 2022 GLOBAL_6_MONTHS: null → 0 (3)',
      'CERTIFIED_ADDED 2021 CERTIFIED_THROUGH_VAE: null → 0 (2)',
      'RATE_WITHDRAWN 2021 TARGET_OCCUPATION_2_YEARS: 50.5 → null',
      'CERTIFIED_ALTERED 2020 CERTIFIED: 20 → 21 (2)',
    ]);
    expect(compare({ figures: [figure(2020, 'GLOBAL_6_MONTHS', 80)] }, {})).toEqual([
      'RATE_WITHDRAWN 2020 GLOBAL_6_MONTHS: 80 → null',
    ]);
    expect(
      compare(
        { figures: [figure(2020, 'CERTIFIED', 8)] },
        { figures: [figure(2020, 'CERTIFIED', 0)] },
      ),
    ).toEqual(['CERTIFIED_ALTERED 2020 CERTIFIED: 8 → 0 (1)']);
  });
});

describe('partners', () => {
  test('are told by their number in force', () => {
    expect(
      compare(
        { partnersInForce: 2, partners: ['A (Actif)', 'B (Actif)'] },
        { partnersInForce: 1, partners: ['A (Actif)', 'B (Inactif)'] },
      ),
    ).toEqual(['PARTNERS PARTNERS_IN_FORCE: 2 → 1']);
  });

  test('are told by name where their number stays', () => {
    expect(
      compare(
        { partnersInForce: 2, partners: ['A', 'B', 'C'] },
        { partnersInForce: 2, partners: ['D', 'C', 'E', 'A'] },
      ),
    ).toEqual(['PARTNERS PARTNER: B → D ; E']);
  });
});

/** The same without what another fiche has alike. */
function reduced(own: ComparedFiche, other: ComparedFiche): ComparedFiche {
  const name = (each: unknown) => JSON.stringify(each);
  const without = <Item>(items: readonly Item[], others: readonly Item[]): Item[] => {
    const left = others.map(name);
    return items.filter((item) => {
      const place = left.indexOf(name(item));
      if (place >= 0) left.splice(place, 1);
      return place < 0;
    });
  };
  return {
    ...own,
    values: name(own.values) === name(other.values) ? {} : own.values,
    lists: own.lists.map((each, place) => ({
      ...each,
      items: without<ComparedItem>(each.items, other.lists[place]?.items ?? []),
    })),
    figures: without(own.figures, other.figures),
    partners: without(own.partners, other.partners),
  };
}

describe('of any two fiches', () => {
  test('a fiche has not changed from itself, whatever the order of what it has', () => {
    fc.assert(
      fc.property(fiches, (one) => {
        const turned = {
          ...one,
          lists: one.lists.map((each) => ({ ...each, items: each.items.toReversed() })),
          figures: one.figures.toReversed(),
          partners: one.partners.toReversed(),
        };
        expect(compareFiches(one, turned, DAY)).toEqual([]);
      }),
    );
  });

  test('each change has two sides that differ, and one place of its own', () => {
    fc.assert(
      fc.property(fiches, fiches, (before, after) => {
        const changes = compareFiches(before, after, DAY);
        for (const change of changes) expect(change.before).not.toBe(change.after);
        const places = changes
          .filter(
            ({ field }) => field !== 'BLOCK' && field !== 'BLOCK_SKILLS' && field !== 'REPLACES',
          )
          .map(({ cohortYear, field, item }) => `${cohortYear} ${field} ${item}`);
        expect(new Set(places).size).toBe(places.length);
      }),
    );
  });

  test('the way back is told by the same fields, old and new turned round', () => {
    const turned: Partial<Record<Change['kind'], Change['kind']>> = {
      ...{ ENDED: 'REACTIVATED', REACTIVATED: 'ENDED' },
      ...{ RATE_ADDED: 'RATE_WITHDRAWN', RATE_WITHDRAWN: 'RATE_ADDED' },
      ...{ CERTIFIED_ADDED: 'CERTIFIED_WITHDRAWN', CERTIFIED_WITHDRAWN: 'CERTIFIED_ADDED' },
    };
    const there = ({ sourceId: _, ...change }: Change) => JSON.stringify(change);
    const back = ({ sourceId: _, ...change }: Change) =>
      JSON.stringify({
        ...change,
        kind: turned[change.kind] ?? change.kind,
        before: change.after,
        after: change.before,
      });
    fc.assert(
      fc.property(fiches, fiches, (one, other) => {
        const ways = [
          compareFiches(one, other, DAY).map(there).toSorted(),
          compareFiches(other, one, DAY).map(back).toSorted(),
        ];
        expect(ways[0]).toEqual(ways[1]);
      }),
    );
  });

  test('nothing is told otherwise when what both have alike is left out', () => {
    fc.assert(
      fc.property(fiches, fiches, (before, after) => {
        expect(compareFiches(reduced(before, after), reduced(after, before), DAY)).toEqual(
          compareFiches(before, after, DAY),
        );
      }),
    );
  });

  test('what changed, done to the older one, makes the figures and values of the newer one', () => {
    fc.assert(
      fc.property(fiches, fiches, (before, after) => {
        const values: Record<string, string | null> = { ...before.values };
        const figures = new Map(
          before.figures.map((each) => [`${each.year} ${each.field}`, String(each.value)]),
        );
        for (const { field, cohortYear, item, after: now } of compareFiches(before, after, DAY)) {
          const name = `${cohortYear} ${field}`;
          if (cohortYear === null) {
            if (item === null && field && field in values) values[field] = now;
          } else if (now === null) figures.delete(name);
          else figures.set(name, now);
        }
        expect(values).toEqual(after.values);
        expect([...figures].toSorted()).toEqual(
          after.figures
            .map(({ year, field, value }) => [`${year} ${field}`, String(value)])
            .toSorted(),
        );
      }),
    );
  });
});
