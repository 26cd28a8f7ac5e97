import { describe, expect, test } from 'vitest';
import {
  countHolder,
  eligibleOf,
  neutralisedOf,
  noCounts,
  nonRespondentsOf,
  type SurveyCounts,
} from '../../../src/domain/survey/counts.ts';
import type { Answer } from '../../../src/domain/survey/holder.ts';
import type { SituationCode } from '../../../src/domain/survey/situation.ts';

const UNKNOWN: Answer = {
  ...{ status: 'REPONDU', situation: 'EMPLOI', target: null, contract: null },
  ...{ contractMonths: null, workingTime: null, category: null, pay: null },
  ...{ jobRegion: null, jobCountry: null },
};

/** The counts of one holder who trained in a region: those that are not 0. */
function counted(
  answer: Partial<Answer> | null,
  { region = '11' as string | null, international = false } = {},
): Partial<SurveyCounts> {
  const counts = noCounts();
  countHolder(counts, { region }, answer && { ...UNKNOWN, ...answer }, { international });
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

const ANSWERED = { holders: 1, respondents: 1 };

describe('a holder who did not answer', () => {
  test.each([
    ['INJOIGNABLE', { holders: 1, unreachable: 1 }],
    ['REFUS', { holders: 1, refused: 1 }],
    ['NON_ENQUETE', { holders: 1, notAsked: 1 }],
  ] as const)('is counted as %s', (status, expected) => {
    expect(counted({ status, situation: null })).toEqual(expected);
  });

  test('and of whom there is no row was not asked', () => {
    expect(counted(null)).toEqual({ holders: 1, notAsked: 1 });
  });
});

describe('a situation', () => {
  test.each<readonly [SituationCode, string, number]>([
    ['RECHERCHE', 'searching', 1],
    ['INACTIF', 'inactive', 1],
    ['STAGE_VOLONTARIAT', 'interning', 1],
    ['POURSUITE_ETUDES', 'studying', 0],
    ['ALTERNANCE', 'workStudy', 0],
    ['INCAPACITE', 'unable', 0],
    ['HORS_FRANCE', 'abroad', 0],
  ])('%s is counted as %s, and %i in n', (situation, name, eligible) => {
    const own = counted({ situation });
    expect(own).toEqual({ ...ANSWERED, [name]: 1 });
    const counts = { ...noCounts(), ...own };
    expect([eligibleOf(counts), neutralisedOf(counts), nonRespondentsOf(counts)]).toEqual([
      ...[eligible, 1 - eligible, 0],
    ]);
  });

  test('HORS_FRANCE is a job where the certification is flagged international', () => {
    const job = { situation: 'HORS_FRANCE', contract: 'CDI', target: 'OUI' } as const;
    expect(counted(job)).toEqual({ ...ANSWERED, abroad: 1 });
    expect(counted(job, { international: true })).toEqual({
      ...{ ...ANSWERED, employed: 1, inTarget: 1, permanent: 1, stable: 1, stableBase: 1 },
    });
  });
});

describe('a job is stable', () => {
  test.each<readonly [string, Partial<Answer>, number, number]>([
    ['with a CDI', { contract: 'CDI' }, 1, 1],
    ['of a civil servant', { contract: 'FONCTION_PUBLIQUE' }, 1, 1],
    ['of the self-employed', { contract: 'INDEPENDANT' }, 1, 1],
    ['with a CDD of 7 months', { contract: 'CDD', contractMonths: 7 }, 1, 1],
    ['not with a CDD of 6 months', { contract: 'CDD', contractMonths: 6 }, 0, 1],
    ['not to tell with a CDD without its length', { contract: 'CDD' }, 0, 0],
    ['not in agency work, however long', { contract: 'INTERIM', contractMonths: 18 }, 0, 1],
    ['not with a public contract', { contract: 'CONTRACTUEL_PUBLIC' }, 0, 1],
    ['not with another contract', { contract: 'AUTRE' }, 0, 1],
    ['not to tell without its contract', {}, 0, 0],
  ])('%s', (_what, parts, stable, base) => {
    const { stable: found = 0, stableBase = 0 } = counted(parts);
    expect([found, stableBase]).toEqual([stable, base]);
  });
});

describe('shares have a base of their own:', () => {
  test.each<readonly [string, Partial<Answer>, Partial<SurveyCounts>]>([
    ['target', { target: 'NON' }, {}],
    ['target that cannot be told', { target: 'INDETERMINE' }, { targetUnknown: 1 }],
    ['target that is not told', { target: null }, { targetUnknown: 1 }],
  ])('%s', (_what, parts, expected) => {
    expect(counted(parts)).toEqual({ ...ANSWERED, employed: 1, ...expected });
  });

  test.each<readonly [string, Partial<Answer>, Partial<SurveyCounts>]>([
    ['full time', { workingTime: 'PLEIN' }, { fullTime: 1, fullTimeBase: 1 }],
    ['part time', { workingTime: 'PARTIEL' }, { fullTimeBase: 1 }],
    ['executives', { category: 'CADRE' }, { managers: 1, managersBase: 1 }],
    ['other categories', { category: 'OUVRIER' }, { managersBase: 1 }],
    ['no category', { category: 'SANS_OBJET' }, {}],
  ])('%s', (_what, parts, expected) => {
    expect(counted({ target: 'NON', ...parts })).toEqual({ ...ANSWERED, employed: 1, ...expected });
  });
});

describe('a job is outside the region of the training', () => {
  test.each<readonly [string, string | null, Partial<Answer>, number, number]>([
    ['in another region', '11', { jobRegion: '84' }, 1, 1],
    ['not in the same one', '11', { jobRegion: '11', jobCountry: 'FR' }, 0, 1],
    ['in another country', '11', { jobCountry: 'BE' }, 1, 1],
    ['not to tell in France somewhere', '11', { jobCountry: 'FR' }, 0, 0],
    ['not to tell without a place', '11', {}, 0, 0],
    ['not to tell without that of the training', null, { jobRegion: '11', jobCountry: 'BE' }, 0, 0],
    // ISO 3166 has La Réunion and others as countries.
    ['not overseas where the training was too', '04', { jobRegion: '04', jobCountry: 'RE' }, 0, 1],
    ['not overseas, by its country alone', '04', { jobCountry: 'RE' }, 0, 1],
    ['overseas', '11', { jobCountry: 'RE' }, 1, 1],
  ])('%s', (_what, region, parts, outside, base) => {
    const { outsideRegion = 0, outsideRegionBase = 0 } = counted(parts, { region });
    expect([outsideRegion, outsideRegionBase]).toEqual([outside, base]);
  });
});
