import { describe, expect, test } from 'vitest';
import { isLevelCode, LEVELS, levelOf } from '../../../src/domain/certification/level.ts';

describe('levelOf', () => {
  test.each([
    ['NIV1', 1],
    ['NIV3', 3],
    ['NIV6', 6],
    ['NIV8', 8],
    [' niv6 ', 6],
  ])('reads "%s" as %i', (code, level) => {
    expect(levelOf(code)).toBe(level);
  });

  test.each(['AUCUN', 'REPRISE', 'NIV0', 'NIV9', 'NIV66', 'Niveau 6', '6', '', null])(
    'reads no level in %j',
    (code) => {
      expect(levelOf(code)).toBeNull();
    },
  );
});

describe('the vocabulary of levels', () => {
  test.each(['NIV1', 'NIV8', 'AUCUN', 'REPRISE', ' niv6 ', 'aucun'])('has "%s"', (code) => {
    expect(isLevelCode(code)).toBe(true);
  });

  test.each(['NIV0', 'NIV9', 'Niveau 6', '6', ''])('has not "%s"', (code) => {
    expect(isLevelCode(code)).toBe(false);
  });
});

test('the eight levels are named in order, each as levelOf reads it', () => {
  expect(LEVELS.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(LEVELS.map(({ code }) => levelOf(code))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(LEVELS.map(({ labelFr }) => labelFr)).toContain('Niveau 6');
  for (const { level, usualDiplomasFr } of LEVELS) expect(usualDiplomasFr === null).toBe(level < 3);
});
