import { describe, expect, test } from 'vitest';
import {
  absentLabel,
  CERTIFICATION_DIMENSIONS,
  COHORT_DIMENSIONS,
  type Dimension,
  dimensionLabel,
  isMultiple,
  isOverlapping,
  LANGUAGES,
} from '../../../src/domain/insertion/dimension.ts';

const ALL: readonly Dimension[] = [...new Set([...COHORT_DIMENSIONS, ...CERTIFICATION_DIMENSIONS])];

/** Of these a certification has one; of all others it may have several, or none. */
const SINGLE: readonly Dimension[] = [
  'YEAR',
  'REGISTER',
  'LEVEL',
  'REGISTRATION_TYPE',
  'REGISTRATION_YEARS',
  'REGISTRATION_END_MONTH',
  'ABBREVIATION',
  'ACTIVE',
  'CERTIFICATION',
];

const SEVERAL: readonly Dimension[] = [
  'SPECIALITY_DOMAIN',
  'SPECIALITY_SUBDOMAIN',
  'SPECIALITY',
  'OCCUPATION_DOMAIN',
  'OCCUPATION',
  'FORMACODE',
  'CERTIFIER',
  'ACCESS_ROUTE',
];

describe('the dimensions', () => {
  test('are of one value or of several, each of them', () => {
    expect([...ALL].toSorted()).toEqual([...SINGLE, ...SEVERAL].toSorted());
  });

  test.each(SINGLE)('%s has one value: its groups add up', (dimension) => {
    expect(isMultiple(dimension)).toBe(false);
    expect(isOverlapping([dimension])).toBe(false);
  });

  test.each(SEVERAL)('%s may have several: its groups overlap', (dimension) => {
    expect(isMultiple(dimension)).toBe(true);
    expect(isOverlapping([dimension])).toBe(true);
  });

  test('overlap together when one of them does', () => {
    expect(isOverlapping(['YEAR', 'LEVEL', 'REGISTER'])).toBe(false);
    expect(isOverlapping(['YEAR', 'LEVEL', 'OCCUPATION'])).toBe(true);
    expect(isOverlapping(['CERTIFIER', 'YEAR'])).toBe(true);
  });

  test('that are none do not overlap: there is the total alone', () => {
    expect(isOverlapping([])).toBe(false);
  });

  test('of cohorts have a year and a certification, those of certifications their duration and end', () => {
    const only = (some: readonly Dimension[], others: readonly Dimension[]) =>
      some.filter((each) => !others.includes(each));
    expect(only(COHORT_DIMENSIONS, CERTIFICATION_DIMENSIONS)).toEqual(['YEAR', 'CERTIFICATION']);
    expect(only(CERTIFICATION_DIMENSIONS, COHORT_DIMENSIONS)).toEqual([
      'REGISTRATION_YEARS',
      'REGISTRATION_END_MONTH',
    ]);
  });
});

describe('what dimensions are called', () => {
  test.each(LANGUAGES)('in %s, each by a name of its own', (language) => {
    const labels = ALL.map((each) => dimensionLabel(each, language));
    expect(new Set(labels).size).toBe(ALL.length);
    for (const label of labels) expect(label).toMatch(/^\S.*\S$/);
  });

  test('a group whose value is not known is called so, and not as the dimension is', () => {
    for (const language of LANGUAGES) {
      for (const dimension of ALL) {
        expect(absentLabel(dimension, language)).toMatch(
          language === 'FR' ? /non renseigné|^Non|^Sans / : /not known|^Not|^Without /,
        );
        expect(absentLabel(dimension, language)).not.toBe(dimensionLabel(dimension, language));
      }
    }
  });

  test('in the words of the field', () => {
    expect(dimensionLabel('YEAR', 'FR')).toBe('Année de la promotion');
    expect(dimensionLabel('LEVEL', 'FR')).toBe('Niveau de qualification');
    expect(dimensionLabel('OCCUPATION', 'EN')).toContain('ROME');
    expect(dimensionLabel('SPECIALITY', 'EN')).toContain('NSF');
    expect(absentLabel('LEVEL', 'EN')).toBe('Level not known');
  });
});
