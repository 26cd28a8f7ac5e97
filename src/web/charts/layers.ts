/** An arrow of a graph. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
}

/** What stands in a place of a layer: a node, or an arrow that goes past it to a later layer. */
export type Slot = { readonly node: string } | { readonly passing: Arrow };

/** The layers of a graph, in the order of its arrows, and the slots of each from above. */
export type Layers = readonly (readonly Slot[])[];

/**
 * Puts each node one layer after the last of those that point to it (longest path from the roots). An
 * arrow that closes a circle is not counted, so that every graph has layers. Arrows between nodes that
 * are not given are left out before.
 */
export function layersOf(nodes: readonly string[], arrows: readonly Arrow[]): Layers {
  const ranks = ranksOf(nodes, arrows);
  const layers: Slot[][] = Array.from({ length: Math.max(-1, ...ranks.values()) + 1 }, () => []);
  for (const node of nodes) layers[ranks.get(node) ?? 0]?.push({ node });
  for (const arrow of arrows) {
    const [first, last] = [ranks.get(arrow.from) ?? 0, ranks.get(arrow.to) ?? 0];
    for (let at = first + 1; at < last; at++) layers[at]?.push({ passing: arrow });
  }
  return sorted(layers, arrows);
}

function ranksOf(nodes: readonly string[], arrows: readonly Arrow[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  const open = new Set<string>();
  const rankOf = (node: string): number => {
    const known = ranks.get(node);
    if (known !== undefined) return known;
    open.add(node);
    const before = arrows.filter(({ from, to }) => to === node && !open.has(from));
    const rank = Math.max(-1, ...before.map(({ from }) => rankOf(from))) + 1;
    open.delete(node);
    ranks.set(node, rank);
    return rank;
  };
  for (const node of nodes) rankOf(node);
  return ranks;
}

/** Orders each layer by where its arrows come from, so that fewer of them cross. */
function sorted(layers: readonly Slot[][], arrows: readonly Arrow[]): Layers {
  const places = new Map<string, number>();
  const placeOf = (node: string, arrow: Arrow) => places.get(keyOf(arrow)) ?? places.get(node) ?? 0;
  return layers.map((layer, at) => {
    const originOf = (slot: Slot) => {
      if ('passing' in slot) return placeOf(slot.passing.from, slot.passing);
      const into = arrows.filter(({ to }) => to === slot.node);
      const sum = into.reduce((all, arrow) => all + placeOf(arrow.from, arrow), 0);
      return into.length === 0 ? 0 : sum / into.length;
    };
    const ordered =
      at === 0
        ? layer
        : layer
            .map((slot) => ({ slot, origin: originOf(slot) }))
            .toSorted((a, b) => a.origin - b.origin)
            .map(({ slot }) => slot);
    // From the middle: a layer of one stands beside the middle of a layer of three.
    ordered.forEach((slot, index) => {
      const key = 'node' in slot ? slot.node : keyOf(slot.passing);
      places.set(key, index - (ordered.length - 1) / 2);
    });
    return ordered;
  });
}

function keyOf({ from, to }: Arrow): string {
  return `${from} ${to}`;
}
