import type { YearsPlan } from './answer-plan.ts';

type Value = Readonly<Record<string, unknown>>;

/** The years that the figures of an answer are of. */
export function coveredYears(data: Value, plan: YearsPlan, hasRates: boolean): number[] {
  const years = new Set<number>();
  const add = (year: unknown) => {
    if (typeof year === 'number') years.add(year);
  };
  const look = (value: Value, plan: YearsPlan, outer: unknown) => {
    const { inside, rate, counts, keyYear } = plan;
    const keyed = keyYear && (value[keyYear[0]] as Value | null)?.[keyYear[1]];
    const year = (plan.year === null ? undefined : value[plan.year]) ?? keyed ?? outer;
    if (rate) {
      const known = rate.years === null ? [year] : (value[rate.years] as readonly unknown[]);
      if (value[rate.value] !== null) for (const each of known) add(each);
    } else if (!hasRates && counts.some((key) => (value[key] ?? null) !== null)) {
      add(year);
    }
    for (const each of inside) {
      const below = value[each.key];
      if (Array.isArray(below)) for (const item of below) look(item as Value, each, year);
      else if (below) look(below as Value, each, year);
    }
  };
  look(data, plan, undefined);
  return [...years].sort((a, b) => a - b);
}
