import { describe, expect, test } from 'vitest';
import {
  answerFault,
  answerFindings,
  type GivenAnswer,
} from '../../../src/domain/survey/answer-checks.ts';
import type { RowsFindingRule } from '../../../src/domain/survey/survey-finding.ts';
import { day } from '../../support/factories.ts';

/** An answer of which nothing is known but that the holder is employed. */
function job(parts: Partial<GivenAnswer> = {}): GivenAnswer {
  return {
    ...{ horizon: 6, status: 'REPONDU', situation: 'EMPLOI', observedOn: null },
    ...{ target: null, contract: null, contractMonths: null, workingTime: null, quota: null },
    ...{ category: null, pay: null, jobRegion: null, jobCountry: null },
    ...parts,
  };
}

/** A job of which all is told, and nothing remarkable. */
function plainJob(parts: Partial<GivenAnswer> = {}): GivenAnswer {
  return job({
    ...{ target: 'OUI', contract: 'CDI', workingTime: 'PLEIN', quota: 100, pay: 30_000 },
    ...{ category: 'EMPLOYE', ...parts },
  });
}

const CONTEXT = { obtainedOn: day('2024-03-15'), today: day('2026-11-24') };
const fault = (answer: GivenAnswer, context = CONTEXT) => answerFault(answer, context);
const findings = (answer: GivenAnswer, international = false) =>
  answerFindings(answer, CONTEXT.obtainedOn, { international });

describe('an answer is refused', () => {
  test('when it answers and has no situation', () => {
    expect(fault(job({ situation: null }))).toMatchObject({
      field: 'situation',
      text: { en: /empty while statut_reponse is REPONDU/ },
    });
  });

  test.each(['INJOIGNABLE', 'REFUS', 'NON_ENQUETE'] as const)(
    'when its status is %s and it has a situation',
    (status) => {
      expect(fault(job({ status }))?.text.en).toMatch(
        `is EMPLOI while statut_reponse is ${status}`,
      );
      expect(fault(job({ status, situation: null }))).toBeNull();
    },
  );

  describe.each([
    'RECHERCHE',
    'INACTIF',
    'STAGE_VOLONTARIAT',
    'POURSUITE_ETUDES',
    'ALTERNANCE',
    'INCAPACITE',
  ] as const)('when it describes a job and its situation is %s:', (situation) => {
    test.each<readonly [string, Partial<GivenAnswer>]>([
      ['contrat', { contract: 'CDI' }],
      ['duree_contrat_mois', { contractMonths: 6 }],
      ['temps_travail', { workingTime: 'PARTIEL' }],
      ['quotite', { quota: 50 }],
      ['remuneration_brute_annuelle', { pay: 30_000 }],
      ['metier_vise', { target: 'OUI' }],
    ])('%s', (field, parts) => {
      expect(fault(job({ situation, ...parts }))?.field).toBe(field);
    });

    test('but not for a target occupation that is none, or not known', () => {
      expect(fault(job({ situation, target: 'NON' }))).toBeNull();
      expect(fault(job({ situation, target: 'INDETERMINE' }))).toBeNull();
    });
  });

  test('when nobody answered and a job is described', () => {
    const given = job({ status: 'REFUS', situation: null, pay: 30_000 });
    expect(fault(given)).toMatchObject({
      field: 'remuneration_brute_annuelle',
      text: { en: /while situation is empty/ },
    });
  });

  test('never for a job in France or abroad, whose details may be told', () => {
    expect(fault(plainJob())).toBeNull();
    expect(fault(plainJob({ situation: 'HORS_FRANCE' }))).toBeNull();
  });
});

describe('a situation belongs to its horizon', () => {
  // Two months before it: 2024-03-15 + 4, + 10 and + 22 months.
  test.each([
    [6, '2024-07-14', '2024-07-15'],
    [12, '2025-01-14', '2025-01-15'],
    [24, '2026-01-14', '2026-01-15'],
  ] as const)('of %i months: %s is refused, %s accepted', (horizon, early, first) => {
    const at = (text: string) => fault(plainJob({ horizon, observedOn: day(text) }));
    expect(at(early)).toMatchObject({
      field: 'date_observation',
      text: {
        fr: `${early} est trop tôt pour l’horizon de ${horizon} mois\u00a0: acceptée à partir du ${first}`,
        en: `${early} is too early for the horizon of ${horizon} months: accepted from ${first} on`,
      },
    });
    expect(at(first)).toBeNull();
  });

  test('counted from the last day of a month to that of a shorter one', () => {
    const context = { ...CONTEXT, obtainedOn: day('2023-10-31') };
    // 2024 is a leap year: 31 October and 4 months is 29 February.
    const at = (text: string) => fault(plainJob({ observedOn: day(text) }), context);
    expect(at('2024-02-28')?.field).toBe('date_observation');
    expect(at('2024-02-29')).toBeNull();
  });

  test('without a day of its own, when the horizon is reached today', () => {
    const at = (today: string) => fault(plainJob(), { ...CONTEXT, today: day(today) });
    expect(at('2024-07-14')).toMatchObject({
      field: 'horizon',
      text: { en: /6 months is not reached: a situation is accepted from 2024-07-15 on/ },
    });
    expect(at('2024-07-15')).toBeNull();
  });

  test('and is told to be late from six months and a day after it', () => {
    const at = (text: string) => findings(plainJob({ observedOn: day(text) }));
    // 2024-03-15 + 12 months.
    expect(at('2025-03-15')).toEqual([]);
    expect(at('2025-03-16')).toEqual(['OBSERVED_LATE']);
    const later = findings(plainJob({ horizon: 24, observedOn: day('2026-09-15') }));
    expect(later).toEqual([]);
    const late = findings(plainJob({ horizon: 24, observedOn: day('2026-09-16') }));
    expect(late).toEqual(['OBSERVED_LATE']);
  });
});

describe('a job lacks', () => {
  test.each<readonly [string, Partial<GivenAnswer>]>([
    ['its contract', { contract: null }],
    ['its hours', { workingTime: null, quota: null }],
    ['its pay', { pay: null }],
  ])('%s', (_what, parts) => {
    expect(findings(plainJob(parts))).toEqual(['JOB_DETAILS_MISSING']);
  });

  test.each([null, 'INDETERMINE'] as const)(
    'whether it is in the target occupation: %s',
    (target) => {
      expect(findings(plainJob({ target }))).toEqual(['TARGET_UNKNOWN']);
    },
  );

  test('nothing when all is told, and whoever has none lacks nothing', () => {
    expect(findings(plainJob())).toEqual([]);
    expect(findings(plainJob({ target: 'NON' }))).toEqual([]);
    expect(findings(job({ situation: 'RECHERCHE' }))).toEqual([]);
    expect(findings(job({ status: 'REFUS', situation: null }))).toEqual([]);
  });

  test('something abroad only where the certification is flagged international', () => {
    const abroad = job({ situation: 'HORS_FRANCE' });
    expect(findings(abroad)).toEqual([]);
    expect(findings(abroad, true)).toEqual(['JOB_DETAILS_MISSING', 'TARGET_UNKNOWN']);
  });
});

describe('details of a job disagree', () => {
  const DISAGREE: RowsFindingRule[] = ['JOB_DETAILS_DISAGREE'];
  test.each<readonly [string, Partial<GivenAnswer>, boolean]>([
    ['self-employed with a category', { contract: 'INDEPENDANT', category: 'CADRE' }, true],
    ['self-employed, SANS_OBJET', { contract: 'INDEPENDANT', category: 'SANS_OBJET' }, false],
    ['self-employed, without a category', { contract: 'INDEPENDANT', category: null }, false],
    ['CDD without its length', { contract: 'CDD' }, true],
    ['CDD with its length', { contract: 'CDD', contractMonths: 1 }, false],
    ['agency work without its length', { contract: 'INTERIM' }, false],
    ['agency work with its length', { contract: 'INTERIM', contractMonths: 3 }, false],
    ['CDI with a length', { contract: 'CDI', contractMonths: 12 }, true],
    ['full time of 100 %', { workingTime: 'PLEIN', quota: 100 }, false],
    ['full time of 99 %', { workingTime: 'PLEIN', quota: 99 }, true],
    ['part time of 100 %', { workingTime: 'PARTIEL', quota: 100 }, true],
    ['part time of 99 %', { workingTime: 'PARTIEL', quota: 99 }, false],
    ['full time without a share', { workingTime: 'PLEIN', quota: null }, false],
    ['part time without a share', { workingTime: 'PARTIEL', quota: null }, false],
  ])('%s', (_what, parts, isFound) => {
    expect(findings(plainJob(parts))).toEqual(isFound ? DISAGREE : []);
  });
});

describe('pay is unlikely', () => {
  const UNLIKELY: RowsFindingRule[] = ['PAY_UNLIKELY'];
  const observedOn = day('2025-01-15');
  const at = (parts: Partial<GivenAnswer>, international = false) =>
    findings(plainJob({ observedOn, ...parts }), international);

  test('under 5,000 and over 200,000 euros', () => {
    const selfEmployed = { contract: 'INDEPENDANT', category: 'SANS_OBJET' } as const;
    expect(at({ ...selfEmployed, pay: 4_999 })).toEqual(UNLIKELY);
    expect(at({ ...selfEmployed, pay: 5_000 })).toEqual([]);
    expect(at({ pay: 200_000 })).toEqual([]);
    expect(at({ pay: 200_001 })).toEqual(UNLIKELY);
  });

  // 1,801.80 × 12 = 21,621.60 in 2025; 1,766.92 × 12 = 21,203.04 in 2024.
  test('under the minimum wage of the year in which it was observed', () => {
    expect(at({ pay: 21_621 })).toEqual(UNLIKELY);
    expect(at({ pay: 21_622 })).toEqual([]);
    expect(at({ pay: 21_203, observedOn: day('2024-12-31') })).toEqual(UNLIKELY);
    expect(at({ pay: 21_204, observedOn: day('2024-12-31') })).toEqual([]);
  });

  test('of a year that is not told: that of the horizon', () => {
    // 2024-03-15 and 6 months is in 2024, and 12 months in 2025.
    expect(at({ pay: 21_400, observedOn: null })).toEqual([]);
    expect(at({ pay: 21_400, observedOn: null, horizon: 12 })).toEqual(UNLIKELY);
  });

  // Half of 21,621.60 is 10,810.80.
  test('under the share of it that a part time has', () => {
    const half = { workingTime: 'PARTIEL', quota: 50 } as const;
    expect(at({ ...half, pay: 10_810 })).toEqual(UNLIKELY);
    expect(at({ ...half, pay: 10_811 })).toEqual([]);
    expect(at({ workingTime: 'PARTIEL', quota: null, pay: 6_000 })).toEqual([]);
    expect(at({ workingTime: 'PLEIN', quota: null, pay: 21_621 })).toEqual(UNLIKELY);
  });

  test('never under a minimum that nobody owes: to the self-employed, or abroad', () => {
    const selfEmployed = { contract: 'INDEPENDANT', category: 'SANS_OBJET' } as const;
    expect(at({ ...selfEmployed, pay: 12_000 })).toEqual([]);
    expect(at({ situation: 'HORS_FRANCE', pay: 12_000 }, true)).toEqual([]);
    expect(at({ situation: 'HORS_FRANCE', pay: 4_999 }, true)).toEqual(UNLIKELY);
  });
});
