import { describe, expect, test } from 'vitest';
import {
  isRegionCode,
  REGIONS,
  regionName,
  regionOfCountry,
  regionOfPostalCode,
} from '../../../src/domain/survey/region.ts';

describe('the region of a postal code', () => {
  test.each([
    ['75009', '11'],
    ['01000', '84'],
    ['13001', '93'],
    ['20000', '94'],
    ['20600', '94'],
    ['97110', '01'],
    ['97200', '02'],
    ['97300', '03'],
    ['97400', '04'],
    ['97600', '06'],
    ['97500', '975'],
    ['97133', '977'],
    ['97150', '978'],
    ['98600', '986'],
    ['98714', '987'],
    ['98800', '988'],
  ])('%s is in %s', (postalCode, region) => {
    expect(regionOfPostalCode(postalCode)).toBe(region);
  });

  test.each(['98000', '99999', '00100', '96000', '97000', '1000', '7500A', 'L-1234', '', '750091'])(
    '%j is of none',
    (postalCode) => {
      expect(regionOfPostalCode(postalCode)).toBeNull();
    },
  );

  test('every department of France is in one region alone', () => {
    const twoDigits = Array.from({ length: 95 }, (_, at) => String(at + 1).padStart(2, '0'));
    const overseas = ['971', '972', '973', '974', '976'];
    const prefixes = REGIONS.flatMap(({ postalPrefixes }) => postalPrefixes);
    expect(prefixes.filter((prefix) => prefix.length === 2).toSorted()).toEqual(twoDigits);
    expect(prefixes).toEqual(expect.arrayContaining(overseas));
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });
});

test('there are 18 regions of two digits; collectivities have three', () => {
  const codes = REGIONS.map(({ code }) => code);
  expect(codes.filter((code) => /^\d\d$/.test(code))).toHaveLength(18);
  expect(codes.every((code) => /^\d{2,3}$/.test(code))).toBe(true);
  expect(regionName('84')).toBe('Auvergne-Rhône-Alpes');
  expect(regionName('99')).toBeNull();
  expect(isRegionCode('01')).toBe(true);
  expect(isRegionCode('1')).toBe(false);
});

test.each([
  ['GP', 'Guadeloupe'],
  ['MQ', 'Martinique'],
  ['GF', 'Guyane'],
  ['RE', 'La Réunion'],
  ['YT', 'Mayotte'],
  ['PM', 'Saint-Pierre-et-Miquelon'],
  ['BL', 'Saint-Barthélemy'],
  ['MF', 'Saint-Martin'],
  ['WF', 'Wallis-et-Futuna'],
  ['PF', 'Polynésie française'],
  ['NC', 'Nouvelle-Calédonie'],
])('the country %s of ISO 3166 is %s', (country, name) => {
  expect(regionName(regionOfCountry(country) ?? '')).toBe(name);
});

test('France and other countries are no region', () => {
  expect(['FR', 'BE', 'MC', 'TF', 're'].map(regionOfCountry)).toEqual([
    ...[null, null, null, null, null],
  ]);
});
