import { describe, expect, test } from 'vitest';
import { MEASURE_UNITS, type Measure } from '../../../src/domain/measures/measure.ts';
import {
  MEASURES,
  type MeasureId,
  measureDescription,
} from '../../../src/domain/measures/measure-catalogue.ts';
import { METHOD_VERSION } from '../../../src/domain/method.ts';
import { INSERTION_INDICATORS } from '../../../src/domain/rate/indicator.ts';

const measures: readonly Measure[] = MEASURES;

/** Units of what has a denominator. */
const RATIOS: readonly string[] = ['PERCENT', 'GROWTH', 'TIMES'];

describe('the catalogue of measures', () => {
  test('names each measure once', () => {
    expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length);
  });

  test.each(INSERTION_INDICATORS)('has %s as published and as pooled', (indicator) => {
    const ids = measures.map(({ id }) => id);
    expect(ids).toContain(indicator);
    expect(ids).toContain(`POOLED_${indicator}`);
  });

  test.each(measures.map((measure) => [measure.id, measure] as const))(
    '%s leaves no question open',
    (_id, measure) => {
      const { labelEn, labelFr, formula, missingCase, caution, source } = measure;
      const definitions = [formula, missingCase, source, ...(caution ? [caution] : [])];
      for (const text of [labelEn, labelFr, ...definitions.flatMap(({ fr, en }) => [fr, en])]) {
        expect(text).toMatch(/\S.*[^.]$/);
      }
      expect(measure.version).toBe(METHOD_VERSION);
      expect(measure.denominator !== null).toBe(RATIOS.includes(measure.unit));
    },
  );
});

describe('measureDescription', () => {
  test('starts with the unit and gives the official term, the formula and the missing case', () => {
    expect(measureDescription('CERTIFIED')).toBe(
      'Heads. Certified (« Nombre de certifiés »): N, as published. Missing case: absent when it is not published; never read as 0. Source: NOMBRE_CERTIFIES in the feed; the fiche page; a statistics file.',
    );
  });

  test.each(MEASURES.map(({ id, unit }) => [id, unit] as const))(
    'of %s starts with its unit and names its denominator',
    (id, unit) => {
      const description = measureDescription(id);
      expect(description.startsWith(MEASURE_UNITS[unit].en)).toBe(true);
      expect(description.includes(' Denominator: ')).toBe(RATIOS.includes(unit));
    },
  );

  test('says what a figure is easily taken for and is not', () => {
    expect(measureDescription('PERCENTILE')).toContain(
      ' Caution: no league table: on a base under 20 a certification is not ranked. Source: ',
    );
  });

  test('refuses what is not in the catalogue', () => {
    expect(() => measureDescription('SALARY' as MeasureId)).toThrow('SALARY is not a measure');
  });
});
