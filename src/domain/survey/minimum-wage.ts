/** Gross monthly minimum wage (SMIC) for 35 hours on 1 January, in euros. Source: INSEE, series 000822484. */
const MONTHLY: Readonly<Record<number, number>> = {
  2010: 1343.77,
  2011: 1365,
  2012: 1398.37,
  2013: 1430.22,
  2014: 1445.38,
  2015: 1457.52,
  2016: 1466.62,
  2017: 1480.27,
  2018: 1498.47,
  2019: 1521.22,
  2020: 1539.42,
  2021: 1554.58,
  2022: 1603.12,
  2023: 1709.28,
  2024: 1766.92,
  2025: 1801.8,
  2026: 1823.03,
};

const YEARS = Object.keys(MONTHLY).map(Number);
const [FIRST, LAST] = [Math.min(...YEARS), Math.max(...YEARS)];

/**
 * The gross yearly minimum wage for a full time, in euros, as it was on 1 January of a year; after the
 * last known year that of the last.
 *
 * - null before 2010.
 */
export function yearlyMinimumWage(year: number): number | null {
  if (year < FIRST) return null;
  return 12 * (MONTHLY[Math.min(year, LAST)] ?? 0);
}
