import { describe, expect, test } from 'vitest';
import {
  cutGiven,
  type EmptyAnswer,
  type EmptyCondition,
} from '../../../src/domain/empty/empty-answer.ts';
import { emptyMessage, noFigure, nothingThere } from '../../../src/domain/empty/empty-message.ts';
import type { RateSource } from '../../../src/domain/rate/rate-source.ts';

function conditionOf(parts: Partial<EmptyCondition> & { condition: string }): EmptyCondition {
  return {
    ...{ given: true, state: 'MET_BY_SOME', alone: 1, remainingWithout: 0, nearest: [] },
    ...{ exists: null, ...parts },
  };
}

function messageOf(parts: Partial<EmptyAnswer>) {
  return emptyMessage({
    ...{ reason: 'CONDITION_EXCLUDES_ALL', of: 'BLOCKS', rows: 3, conditions: [], leaveOut: [] },
    ...{ figures: [], away: [], ...parts },
  });
}

describe('the message of an empty answer', () => {
  test('agrees with what the rows are, in both languages', () => {
    expect(messageOf({})).toEqual({
      en: 'none of 3 blocks meets all conditions',
      fr: 'aucun des 3 blocs ne remplit toutes les conditions',
    });
    expect(messageOf({ of: 'FINDINGS', rows: 1 })).toEqual({
      en: 'none of 1 finding meets all conditions',
      fr: 'aucune anomalie ne remplit toutes les conditions',
    });
    expect(nothingThere('PARTNERS').message).toEqual({
      en: 'there are no partners here, whatever is asked',
      fr: 'il n’y a ici aucun partenaire, quoi qu’on demande',
    });
  });

  test('names three sets of conditions at most, with what remains and what that has', () => {
    const conditions = [
      conditionOf({ condition: 'a.codes', given: ['X', 'Y'], nearest: ['X1'] }),
      conditionOf({ condition: 'year', given: { to: 2010 }, exists: { from: 2019, to: 2021 } }),
      conditionOf({ condition: 'ends', given: 'never', exists: { from: 5, to: 5 } }),
      conditionOf({ condition: 'active' }),
    ];
    const leaveOut = conditions.map(({ condition }, place) => ({
      ...{ conditions: [condition], remaining: 4 - place },
    }));
    expect(messageOf({ conditions, leaveOut })).toEqual({
      en: 'none of 3 blocks meets all conditions: without a.codes (X, Y), 4 remain (with codes X1); without year (to 2010), 3 remain (with year 2019 to 2021); without ends (never), 2 remain (with ends 5)',
      fr: 'aucun des 3 blocs ne remplit toutes les conditions : sans a.codes (X, Y), il en reste 4 (avec codes X1) ; sans year (to 2010), il en reste 3 (avec year 2019 à 2021) ; sans ends (never), il en reste 2 (avec ends 5)',
    });
    expect(
      messageOf({ conditions, leaveOut: [{ conditions: ['year', 'active'], remaining: 1 }] }).fr,
    ).toContain(': sans year (to 2010) ni active (true), il en reste 1');
  });

  test('counts cohorts by the status of a rate that none has', () => {
    const statuses = [
      { status: 'OVERDUE', cohorts: 2 },
      { status: 'NO_HOLDER', cohorts: 1 },
    ] as const;
    const messageBy = (source: RateSource) =>
      noFigure('COHORTS', {
        ...{ rows: 3, source, figures: [{ indicator: 'GLOBAL_6_MONTHS', statuses }] },
      }).message;
    expect(messageBy('REGISTER')).toEqual({
      en: 'there are rows, and none has a rate that can be pooled, which one of the RNCP with a number of certified can: Insertion rate at 6 months, any employment (Overdue 2, Nobody certified 1)',
      fr: 'il y a des lignes, et aucune n’a de taux qui puisse être regroupé, ce que peut celui du RNCP avec un nombre de certifiés : Taux d’insertion global à 6 mois (En retard 2, Aucun certifié 1)',
    });
    expect(messageBy('SURVEY').en).toBe(
      'there are rows, and no survey of them with a rate that everybody may see. What the register says: Insertion rate at 6 months, any employment (Overdue 2, Nobody certified 1)',
    );
    expect(messageBy('BEST').fr).toContain('ne peut être regroupé, ce que peut celui du RNCP');
  });
});

test('what was given is repeated in part', () => {
  expect(cutGiven(Array.from({ length: 9 }, (_, index) => index))).toEqual([
    ...[0, 1, 2, 3, 4, 5, 6, 7, '…'],
  ]);
  expect(cutGiven({ from: null, to: 3, list: ['a'.repeat(101)] })).toEqual({
    ...{ to: 3, list: [`${'a'.repeat(100)}…`] },
  });
  // Half a sign is no text.
  expect(cutGiven('😀'.repeat(60))).toBe(`${'😀'.repeat(50)}…`);
  expect(cutGiven(`a${'😀'.repeat(60)}`)).toBe(`a${'😀'.repeat(49)}\ufffd…`);
  expect(cutGiven(undefined)).toBeNull();
});
