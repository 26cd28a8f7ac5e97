import { expect, test } from 'vitest';
import { readOperations } from '../../../src/app.ts';
import { schema } from '../../../src/graphql/schema.ts';
import type { YearsPlan } from '../../../src/http/tools/answer-plan.ts';
import { createTools } from '../../../src/http/tools/tools.ts';

const tools = createTools(schema, await readOperations());

/** Rates of a plan, each with whether it says its years, or stands under a year. */
function ratesOf({ inside, rate, year, keyYear }: YearsPlan, outer = false): boolean[] {
  const dated = outer || year !== null || keyYear !== null;
  return [
    ...(rate ? [rate.years !== null || dated] : []),
    ...inside.flatMap((each) => ratesOf(each, dated)),
  ];
}

test.each(tools.map((tool) => [tool.name, tool] as const))(
  'each rate of %s has its period, its status and its base',
  (_, { plan, operation }) => {
    const rates = ratesOf(plan.years);
    expect(rates.every(Boolean)).toBe(true);
    expect(rates.length > 0).toBe(plan.hasRates);
    if (!plan.hasRates) return;
    expect(plan.measures).toContain('BASE');
    expect(operation.text).toMatch(/\bstatus(es)?\b/);
  },
);

test('figures with a caution have it in the words of the catalogue', () => {
  const benchmark = tools.find(({ name }) => name === 'benchmark');
  expect(benchmark?.plan.measures).toContain('PEER_MEDIAN');
  expect(benchmark?.cautions.fr.length).toBeGreaterThan(4);
  expect(benchmark?.cautions.fr.length).toBe(benchmark?.cautions.en.length);
});
