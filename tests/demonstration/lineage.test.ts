import { describe, expect, test } from 'vitest';
import { byCode, code, fiches, predecessors, rncp, successors } from './read-demonstration.ts';

describe('the lineage of the demonstration register', () => {
  test('has a merge, a split, a cycle, a dangling link and one that crosses the registers', () => {
    const merged = rncp.fiches.filter((fiche) => predecessors(fiche).length === 2);
    const split = rncp.fiches.filter((fiche) => successors(fiche).length === 2);
    const cycle = rncp.fiches.filter((fiche) =>
      predecessors(fiche).some((link) => successors(fiche).includes(link)),
    );
    const links = fiches.flatMap((fiche) => [...predecessors(fiche), ...successors(fiche)]);
    expect(merged.length).toBeGreaterThanOrEqual(1);
    expect(split.length).toBeGreaterThanOrEqual(1);
    expect(cycle).toHaveLength(2);
    expect(links.some((link) => !byCode.has(link))).toBe(true);
    expect(
      rncp.fiches.some((fiche) => successors(fiche).some((link) => link.startsWith('RS'))),
    ).toBe(true);
  });

  test('tells most links on both sides and some on one side only', () => {
    const told = rncp.fiches.flatMap((fiche) =>
      successors(fiche).map((after) =>
        predecessors(byCode.get(after) ?? fiche).includes(code(fiche)),
      ),
    );
    const both = told.filter((answered) => answered).length;
    expect(both / told.length).toBeGreaterThan(0.85);
    expect(both).toBeLessThan(told.length);
  });
});
