import { describe, expect, test } from 'vitest';
import { DEMONSTRATION_EXPORTED_ON } from '../../src/demonstration/demonstration.ts';
import { parseFrenchDate } from '../../src/domain/calendar.ts';
import type { Register } from '../../src/domain/certification/register-code.ts';
import { INSERTION_INDICATORS, type InsertionIndicator } from '../../src/domain/rate/indicator.ts';
import { RATE_STATUSES, type RateStatus } from '../../src/domain/rate/rate-status.ts';
import { rateStatus } from '../support/figures.ts';
import { byCode, code, cohorts, fiches, predecessors, rncp, texts } from './read-demonstration.ts';
import { type Element, textAt } from './read-fiches.ts';

function statusOf(fiche: Element, cohort: Element, indicator: InsertionIndicator): RateStatus {
  const number = (path: string) => {
    const text = textAt(cohort, path);
    return text === null ? null : Number(text);
  };
  const endsOn = textAt(fiche, 'DATE_FIN_ENREGISTREMENT');
  const tag = {
    GLOBAL_6_MONTHS: 'TAUX_INSERTION_GLOBAL_6MOIS',
    TARGET_OCCUPATION_6_MONTHS: 'TAUX_INSERTION_METIER_6MOIS',
    TARGET_OCCUPATION_2_YEARS: 'TAUX_INSERTION_METIER_2ANS',
  }[indicator];
  return rateStatus({
    register: code(fiche).replace(/\d/g, '') as Register,
    year: number('ANNEE') ?? 0,
    indicator,
    value: number(tag),
    firstSeenOn: DEMONSTRATION_EXPORTED_ON,
    inSource: indicator !== 'TARGET_OCCUPATION_6_MONTHS',
    certified: number('NOMBRE_CERTIFIES'),
    registrationEndsOn: endsOn === null ? null : parseFrenchDate(endsOn),
    asOf: DEMONSTRATION_EXPORTED_ON,
  });
}

describe('the cohorts of the demonstration register', () => {
  test('has rates of every status on the day of its export', () => {
    const seen = new Map<RateStatus, number>();
    for (const fiche of fiches) {
      for (const cohort of cohorts(fiche)) {
        for (const indicator of INSERTION_INDICATORS) {
          const status = statusOf(fiche, cohort, indicator);
          seen.set(status, (seen.get(status) ?? 0) + 1);
        }
      }
    }
    for (const status of RATE_STATUSES) {
      // Every rate of the demonstration can be read.
      if (status === 'UNREADABLE') continue;
      expect(seen.get(status) ?? 0, status).toBeGreaterThanOrEqual(
        status === 'PUBLISHED_EARLY' ? 3 : 20,
      );
    }
    expect(seen.get('PUBLISHED')).toBeGreaterThan(3000);
  });

  test('has plausible rates: global ones around 75 to 90, target ones at 2 years below', () => {
    const mean = (tag: string) => {
      const rates = rncp.fiches
        .flatMap((fiche) => texts(fiche, `STATISTIQUES_PROMOTIONS/STATISTIQUES_PROMOTION/${tag}`))
        .map(Number)
        .filter((rate) => rate <= 100);
      return rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    };
    expect(mean('TAUX_INSERTION_GLOBAL_6MOIS')).toBeGreaterThan(75);
    expect(mean('TAUX_INSERTION_GLOBAL_6MOIS')).toBeLessThan(90);
    expect(mean('TAUX_INSERTION_METIER_2ANS')).toBeGreaterThan(55);
    expect(mean('TAUX_INSERTION_METIER_2ANS')).toBeLessThan(80);
  });

  test('has small cohorts, cohorts without heads, without VAE, and years in no order', () => {
    const rows = rncp.fiches.flatMap(cohorts);
    const heads = rows.map((row) => textAt(row, 'NOMBRE_CERTIFIES'));
    expect(
      heads.filter((n) => n !== null && Number(n) > 0 && Number(n) < 11).length,
    ).toBeGreaterThan(200);
    expect(heads).toContain(null);
    expect(rows.some((row) => textAt(row, 'NOMBRE_CERTIFIES_VAE') === null)).toBe(true);
    const unsorted = rncp.fiches.filter((fiche) => {
      const years = cohorts(fiche).map((row) => textAt(row, 'ANNEE') ?? '');
      return (
        years.join() !== years.toSorted().join() &&
        years.join() !== years.toSorted().reverse().join()
      );
    });
    expect(unsorted.length).toBeGreaterThan(50);
  });

  test('tells the same figures of a cohort in two versions of a certification', () => {
    let shared = 0;
    for (const fiche of rncp.fiches) {
      for (const before of predecessors(fiche)) {
        const older = byCode.get(before);
        for (const row of older ? cohorts(older) : []) {
          const same = cohorts(fiche).find(
            (other) => textAt(other, 'ANNEE') === textAt(row, 'ANNEE'),
          );
          const [one, two] = [row, same].map((of) => of && textAt(of, 'NOMBRE_CERTIFIES'));
          if (!one || !two || Number(code(fiche).slice(4)) <= 900_030) continue;
          expect(two).toBe(one);
          shared += 1;
        }
      }
    }
    expect(shared).toBeGreaterThan(50);
  });
});
