import { describe, expect, test } from 'vitest';
import { layersOf } from '../../../src/web/charts/layers.ts';

/** `A>B C>D` as arrows. */
function arrowsOf(text: string) {
  return text.split(' ').map((arrow) => {
    const [from = '', to = ''] = arrow.split('>');
    return { from, to };
  });
}

/** Layers as text: `A | B (A>C) | C`, what goes past in brackets. */
function shown(nodes: string, arrows: string): string {
  return layersOf(nodes.split(''), arrowsOf(arrows))
    .map((layer) =>
      layer
        .map((slot) => ('node' in slot ? slot.node : `(${slot.passing.from}>${slot.passing.to})`))
        .join(' '),
    )
    .join(' | ');
}

describe('layers of a graph', () => {
  test.each([
    ['a chain, whichever node comes first', 'BAC', 'A>B B>C', 'A | B | C'],
    ['several that replace one', 'ABC', 'A>B A>C', 'A | B C'],
    ['one that replaces several', 'CAB', 'A>C B>C', 'A B | C'],
    ['an arrow past a layer', 'ABC', 'A>B B>C A>C', 'A | B (A>C) | C'],
    ['less crossing by where arrows come from', 'ABDC', 'A>C B>D', 'A B | C D'],
    ['a circle', 'ABC', 'A>B B>C C>A', 'B | C | A'],
    ['two that replace each other', 'AB', 'A>B B>A', 'B | A'],
    ['one that replaces itself', 'AB', 'A>A A>B', 'A | B'],
  ])('%s', (_what, nodes, arrows, expected) => {
    expect(shown(nodes, arrows)).toBe(expected);
  });

  test('a chain of thirty that is closed to a circle has thirty layers', () => {
    const nodes = Array.from({ length: 30 }, (_, at) => `RNCP${at}`);
    const arrows = nodes.map((from, at) => ({ from, to: nodes[(at + 1) % 30] ?? '' }));
    expect(layersOf(nodes, arrows).map(({ length }) => length)).toEqual(Array(30).fill(1));
  });

  test('thirty that all replace each other have layers, and soon', () => {
    const nodes = Array.from({ length: 30 }, (_, at) => `RNCP${at}`);
    const arrows = nodes.flatMap((from) => nodes.map((to) => ({ from, to })));
    const layers = layersOf(nodes, arrows);
    expect(layers.flat().filter((slot) => 'node' in slot)).toHaveLength(30);
  });
});
