import { describe, expect, test } from 'vitest';
import { compareFiches } from '../../../src/domain/changes/compare-fiches.ts';
import type { ComparedFigure } from '../../../src/domain/changes/compared-fiche.ts';
import { changedFigures } from '../../../src/domain/changes/figure-changed.ts';
import type { QualityCohort } from '../../../src/domain/findings/cohort-quality.ts';
import { INSERTION_INDICATORS } from '../../../src/domain/rate/indicator.ts';
import { COHORTS, cohort, DAY } from '../findings/quality-records.ts';
import { fiche } from './compared-fiches.ts';

/** The figures of cohorts, as they are compared. */
function figuresOf(cohorts: readonly QualityCohort[]): ComparedFigure[] {
  return cohorts.flatMap(({ year, certified, certifiedThroughVae, rates }) => {
    const all = {
      ...{ CERTIFIED: certified, CERTIFIED_THROUGH_VAE: certifiedThroughVae },
      ...Object.fromEntries(INSERTION_INDICATORS.map((each) => [each, rates[each].value])),
    };
    return Object.entries(all).flatMap(([field, value]) =>
      value === null ? [] : [{ year, value, sourceId: 1, field } as ComparedFigure],
    );
  });
}

const findings = (before: readonly QualityCohort[], after: readonly QualityCohort[]) => {
  const of = (cohorts: readonly QualityCohort[]) => fiche({ figures: figuresOf(cohorts) });
  return changedFigures(compareFiches(of(before), of(after), DAY));
};

/** What changed, as year, tag and values, when the cohorts of RNCP35746 become these. */
const changes = (after: readonly QualityCohort[], before: readonly QualityCohort[] = COHORTS) =>
  findings(before, after).map(
    ({ rule, cohortYear, element, given }) => `${rule} ${cohortYear} ${element} ${given}`,
  );
const [OF_2019, OF_2020, OF_2018] = COHORTS;
if (!OF_2019 || !OF_2020 || !OF_2018) throw new Error('three cohorts are there');

describe('nothing has changed', () => {
  test.each<[string, QualityCohort[]]>([
    ['when all is the same, in another order', COHORTS.toReversed()],
    ['when a rate is there for the first time', [OF_2018, OF_2019, cohort(2020, 23, [86, 50, 61])]],
    ['when a cohort is there for the first time', [...COHORTS, cohort(2021, 9, [78, null, null])]],
    [
      'when the same is seen on another day',
      [OF_2019, OF_2018, cohort(2020, 23, [86, 50, null], { seenOn: '2021-01-01' })],
    ],
    [
      'when those through VAE are counted anew',
      [OF_2019, OF_2018, cohort(2020, 23, [86, 50, null], { vae: 5 })],
    ],
  ])('%s', (_when, after) => {
    expect(changes(after)).toEqual([]);
  });

  test('when there was nothing before', () => {
    expect(changes(COHORTS, [])).toEqual([]);
    expect(changes([cohort(2020, 23, [86, 50, 61])], [cohort(2020, null, [null])])).toEqual([]);
  });
});

describe('a finding for each figure', () => {
  test('that is another one, newest cohort first', () => {
    const after = [cohort(2018, 18, [100, 57, 48]), OF_2019, cohort(2020, 23, [87, 50, null])];
    expect(changes(after)).toEqual([
      'FIGURE_CHANGED 2020 TAUX_INSERTION_GLOBAL_6MOIS 86 → 87',
      'FIGURE_CHANGED 2018 NOMBRE_CERTIFIES 17 → 18',
      'FIGURE_CHANGED 2018 TAUX_INSERTION_METIER_2ANS 47 → 48',
    ]);
  });

  test('that has become 0 or was 0: 0 is a figure', () => {
    expect(changes([cohort(2020, 0, [0])], [cohort(2020, 5, [20])])).toEqual([
      'FIGURE_CHANGED 2020 NOMBRE_CERTIFIES 5 → 0',
      'FIGURE_CHANGED 2020 TAUX_INSERTION_GLOBAL_6MOIS 20 → 0',
    ]);
    expect(changes([cohort(2020, 5, [20])], [cohort(2020, 0, [0])])).toEqual([
      'FIGURE_CHANGED 2020 NOMBRE_CERTIFIES 0 → 5',
      'FIGURE_CHANGED 2020 TAUX_INSERTION_GLOBAL_6MOIS 0 → 20',
    ]);
  });

  test('that is gone, alone or with its cohort', () => {
    expect(changes([OF_2018, cohort(2019, 21, [93, null, 57])])).toEqual([
      'FIGURE_CHANGED 2020 NOMBRE_CERTIFIES 23 → absent',
      'FIGURE_CHANGED 2020 TAUX_INSERTION_GLOBAL_6MOIS 86 → absent',
      'FIGURE_CHANGED 2020 TAUX_INSERTION_METIER_6MOIS 50 → absent',
      'FIGURE_CHANGED 2019 TAUX_INSERTION_METIER_6MOIS 53 → absent',
    ]);
  });
});

test('a finding says what was published and what is', () => {
  const before = [cohort(2020, 23, [86])];
  expect(findings(before, [cohort(2020, 25, [null])])).toEqual([
    {
      rule: 'FIGURE_CHANGED',
      certificationCode: 'RNCP35746',
      cohortYear: 2020,
      element: 'NOMBRE_CERTIFIES',
      given: '23 → 25',
      message:
        '23 was published for the cohort of 2020, then 25: a cohort is closed, so only a correction should change its figures',
    },
    {
      rule: 'FIGURE_CHANGED',
      certificationCode: 'RNCP35746',
      cohortYear: 2020,
      element: 'TAUX_INSERTION_GLOBAL_6MOIS',
      given: '86 → absent',
      message:
        '86 was published for the cohort of 2020 and is no longer: what was once published should stay, or be corrected',
    },
  ]);
});
