import { parsePlainDate } from '../../../src/domain/calendar.ts';
import { parseRegisterCode } from '../../../src/domain/certification/register-code.ts';
import type { QualityCohort } from '../../../src/domain/findings/cohort-quality.ts';
import type { QualityRecord } from '../../../src/domain/findings/fiche-quality.ts';

const day = parsePlainDate;

/** The day that the data of these tests are of. */
export const DAY = day('2023-01-15');

/** A cohort: global and target rate at 6 months, target rate at 2 years; all seen on one day. */
export function cohort(
  year: number,
  certified: number | null,
  [global, target, twoYears]: readonly (number | null)[],
  { vae = 0 as number | null, seenOn = '2022-06-01' as string | null } = {},
): QualityCohort {
  const rate = (value: number | null = null) => ({
    value,
    seenOn: value === null || seenOn === null ? null : day(seenOn),
  });
  return {
    year,
    certified,
    certifiedThroughVae: vae,
    rates: {
      GLOBAL_6_MONTHS: rate(global),
      TARGET_OCCUPATION_6_MONTHS: rate(target),
      TARGET_OCCUPATION_2_YEARS: rate(twoYears),
    },
  };
}

/** The cohorts of RNCP35746, out of order as in the feed: docs/method.md#worked-example. */
export const COHORTS: readonly QualityCohort[] = [
  cohort(2019, 21, [93, 53, 57]),
  cohort(2020, 23, [86, 50, null]),
  cohort(2018, 17, [100, 57, 47]),
];

/**
 * RNCP35746 with nothing to find: without its second certifying body, which has no SIRET, and with
 * a predecessor that names it back.
 */
export const CLEAN: QualityRecord = {
  code: parseRegisterCode('RNCP35746'),
  registrationType: 'ON_REQUEST',
  activeFlag: true,
  registrationEndsOn: day('2023-07-08'),
  decisionOn: day('2021-07-08'),
  registrationYears: 2,
  levelCode: 'NIV6',
  descriptionLink: 'https://ecole-pstc.fr/metiers-de-la-communication',
  blockCodes: ['RNCP35746BC01', 'RNCP35746BC02', 'RNCP35746BC03', 'RNCP35746BC04'],
  certifiers: [
    {
      name: 'INSTITUT PROMOTION FORMATION',
      siretUnreadable: false,
      siret: '32800778600077',
      active: true,
    },
  ],
  // That of 2021 would be missing: its rates at 6 months are due on 2022-12-31.
  cohorts: [...COHORTS, cohort(2021, 25, [null, null, null])],
  lineage: [
    {
      ...{ direction: 'REPLACES', otherCode: 'RNCP28766', declaredBy: 'BOTH' },
      ...{ otherExists: true, otherUnreadable: false },
    },
  ],
  refused: { level: false, certifier: false, cohort: false },
  figuresChanged: null,
};

/** The same as a certification of the RS: no level, no blocks, no rates. */
export const CLEAN_RS: QualityRecord = {
  ...CLEAN,
  code: parseRegisterCode('RS6232'),
  levelCode: null,
  blockCodes: [],
  cohorts: [cohort(2021, 40, [null, null, null]), cohort(2020, 40, [null, null, null])],
};
