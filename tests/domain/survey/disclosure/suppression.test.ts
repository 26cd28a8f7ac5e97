import { describe, expect, test } from 'vitest';
import {
  groupSuppression,
  SUPPRESSION_LABELS,
  SUPPRESSION_REASONS,
} from '../../../../src/domain/survey/disclosure/suppression.ts';

test('every reason has its own label in both languages, with the signs of French', () => {
  expect(Object.keys(SUPPRESSION_LABELS)).toEqual([...SUPPRESSION_REASONS]);
  const labels = Object.values(SUPPRESSION_LABELS);
  expect(new Set(labels.map(({ fr }) => fr)).size).toBe(SUPPRESSION_REASONS.length);
  expect(new Set(labels.map(({ en }) => en)).size).toBe(SUPPRESSION_REASONS.length);
  for (const { fr } of labels) expect(fr).not.toMatch(/'|[^\u00a0][:;!?%]/);
});

describe('a group across certifications', () => {
  test.each([
    [3, 2, null],
    [40, 12, null],
    [2, 2, 'FEW_CERTIFICATIONS'],
    [0, 0, 'FEW_CERTIFICATIONS'],
    [3, 1, 'FEW_BODIES'],
    [Number.NaN, 2, 'FEW_CERTIFICATIONS'],
    [3, Number.NaN, 'FEW_BODIES'],
  ])('of %d certifications of %d bodies: %s', (certifications, bodies, reason) => {
    expect(groupSuppression({ certifications, bodies })?.reason ?? null).toBe(reason);
  });
});
