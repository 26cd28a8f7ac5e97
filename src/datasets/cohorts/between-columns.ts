import type { InsertionIndicator } from '../../domain/rate/indicator.ts';
import { USUAL_LEVEL } from '../../domain/rate/interval.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import type { CohortGroup } from '../../snapshot/group/cohort-group.ts';
import { betweenInGroup } from '../../snapshot/group/group-comparisons.ts';
import { figure, ofMeasure } from '../columns.ts';
import type { Column } from '../dataset.ts';
import { betweenName, POOLED_RATE_NAMES, partName } from '../rates/rate-names.ts';

/** The bounds of an interval: which of them, and how its column and its measure are called. */
const BOUNDS = [
  { bound: 'LOW', of: 'lower', measure: 'BETWEEN_LOWER', fr: 'basse', en: 'Lower' },
  { bound: 'HIGH', of: 'upper', measure: 'BETWEEN_UPPER', fr: 'haute', en: 'Upper' },
] as const;

/** How far a pooled rate is to be relied on when certifications differ. */
export function betweenColumns(indicator: InsertionIndicator): Column<CohortGroup>[] {
  const name = indicator.toLowerCase();
  const label = POOLED_RATE_NAMES[indicator].part;
  const between = (group: CohortGroup, { snapshot }: DayView) =>
    betweenInGroup(group.rates[indicator].clusters, USUAL_LEVEL, snapshot.method);
  return [
    ...BOUNDS.map(({ bound, of, measure, fr, en }) =>
      ofMeasure(
        measure,
        figure<CohortGroup>(
          `${name}_${bound.toLowerCase()}_between`,
          'NUMBER',
          'PERCENT',
          betweenName(indicator, bound),
          {
            fr: `Pour cent, de 0 à 100. Borne ${fr} de ${name} à 95\u00a0% quand les certifications diffèrent entre elles\u00a0: c’est par elle que les groupes se comparent. Vide à moins de cinq certifications.`,
            en: `Percent, 0 to 100. ${en} bound of ${name} at 95 % when certifications differ: what groups are compared by. Absent under five certifications.`,
          },
          (group, view) => between(group, view).interval?.[of],
        ),
      ),
    ),
    ofMeasure(
      'DESIGN_EFFECT',
      figure<CohortGroup>(
        `${name}_design_effect`,
        'NUMBER',
        null,
        partName(label, 'effet de plan', 'design effect'),
        {
          fr: `Rapport. Variance de ${name}, rapportée à celle d’autant de certifiés indépendants. Vide à moins de cinq certifications, et à 0 et à 100\u00a0%.`,
          en: `Times. Variance of ${name} beside that of as many independent holders. Absent under five certifications, and at 0 and 100 %.`,
        },
        (group, view) => between(group, view).designEffect,
      ),
    ),
  ];
}
