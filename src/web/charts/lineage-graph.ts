import { type Html, html, NOTHING, raw } from '../html.ts';
import { type Arrow, type Layers, layersOf } from './layers.ts';
import { type ChartWords, imageSvg } from './svg.ts';

/** A certification of the graph. */
export interface GraphNode {
  readonly code: string;
  /** What stands under its code. */
  readonly state: string;
  readonly outline: Outline;
  readonly isOwn: boolean;
  readonly hint: string;
}

/** How a box is drawn: in words beneath the code, and without colours. */
export type Outline = 'active' | 'inactive' | 'unknown';

/** Most nodes and arrows that are drawn: more would not be read. */
export const MOST = { nodes: 30, arrows: 60 } as const;

/** Pixels of a box, and between boxes. */
const BOX = { width: 124, height: 42 } as const;
const BETWEEN = { x: 44, y: 14 } as const;
/** Pixels around all, and from the lowest boxes to arrows that lead back beneath them. */
const MARGIN = 4;
const BENEATH = 12;
/** Pixels that they leave a box beneath the others. */
const ASIDE = 11;

const DASHES = {
  active: NOTHING,
  inactive: raw(' stroke-dasharray="5 3"'),
  unknown: raw(' stroke-dasharray="1 4" stroke-linecap="round"'),
} as const;

/** What leads from the older certifications, left, to the newer ones, right. */
export function lineageGraph(
  nodes: readonly GraphNode[],
  arrows: readonly Arrow[],
  words: ChartWords,
): Html {
  const layers = layersOf(
    nodes.map(({ code }) => code),
    arrows,
  );
  const { places, passed, width, height } = placed(layers);
  const drawn = arrows.flatMap((arrow) => {
    const [from, to] = [places.get(arrow.from), places.get(arrow.to)];
    if (!from || !to || arrow.from === arrow.to) return [];
    const isBack = to.x <= from.x;
    return [{ path: isBack ? back(from, height, to) : forth(from, passed(arrow), to), isBack }];
  });
  const boxes = nodes.map((node) => {
    const place = places.get(node.code);
    return place ? box(node, place) : NOTHING;
  });
  const content = html`<g fill="none" stroke="currentColor">${drawn.map(({ path }) => path)}</g>${boxes}`;
  if (!drawn.some(({ isBack }) => isBack)) return imageSvg({ width, height }, content, words);
  // Room for what leads back, on three sides.
  const size = { width: width + BETWEEN.x, height: height + BENEATH + MARGIN };
  return imageSvg(size, html`<g transform="translate(${BETWEEN.x / 2} 0)">${content}</g>`, words);
}

/** The middle of the left side of a box. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where each node stands, and the places that an arrow goes past. */
function placed(layers: Layers) {
  const most = Math.max(1, ...layers.map(({ length }) => length));
  const step = { x: BOX.width + BETWEEN.x, y: BOX.height + BETWEEN.y };
  const middle = MARGIN + (most * step.y - BETWEEN.y) / 2;
  const places = new Map<string, Place>();
  const passings: { readonly arrow: Arrow; readonly place: Place }[] = [];
  layers.forEach((layer, column) => {
    layer.forEach((slot, row) => {
      const place = {
        x: MARGIN + column * step.x,
        y: middle + (row - (layer.length - 1) / 2) * step.y,
      };
      if ('node' in slot) places.set(slot.node, place);
      else passings.push({ arrow: slot.passing, place });
    });
  });
  return {
    places,
    passed: (arrow: Arrow) =>
      passings.filter((each) => each.arrow === arrow).map(({ place }) => place),
    width: 2 * MARGIN + layers.length * step.x - BETWEEN.x,
    height: 2 * MARGIN + most * step.y - BETWEEN.y,
  };
}

/** Pixels of the head of an arrow. */
const HEAD = 8;

/** An arrow to the right, straight past the layers between. */
function forth(from: Place, past: readonly Place[], to: Place): Html {
  const stops = [from, ...past, to];
  const path = stops.map(({ x, y }, at) => {
    const before = stops[at - 1];
    const end = x + BOX.width;
    if (!before) return `M${end} ${y}`;
    const middle = x - BETWEEN.x / 2;
    const onto = (left: number) => `C${middle} ${before.y} ${middle} ${y} ${left} ${y}`;
    return at === stops.length - 1 ? onto(x - HEAD) : `${onto(x)}H${end}`;
  });
  return html`<path d="${path.join('')}"/>${head(to)}`;
}

/** An arrow that closes a circle: between the layers and beneath all of them, across no box. */
function back(from: Place, lowest: number, to: Place): Html {
  const [right, left] = [from.x + BOX.width, to.x - BETWEEN.x / 2];
  return html`<path d="M${right} ${from.y + ASIDE}h${BETWEEN.x / 4}V${lowest + BENEATH}H${left}V${to.y + ASIDE}H${to.x - HEAD}"/>${head({ x: to.x, y: to.y + ASIDE })}`;
}

/** The head of an arrow to the right, at the side of a box. */
function head({ x, y }: Place): Html {
  return html`<path fill="currentColor" stroke="none" d="M${x - 1} ${y}l${-HEAD} -4v8z"/>`;
}

function box({ code, state, outline, isOwn, hint }: GraphNode, { x, y }: Place): Html {
  const middle = x + BOX.width / 2;
  return html`<g><title>${hint}</title><rect x="${x}" y="${y - BOX.height / 2}" width="${BOX.width}" height="${BOX.height}" rx="4" fill="none" pointer-events="all" stroke="currentColor" stroke-width="${isOwn ? 3 : 1.25}"${DASHES[outline]}/><text x="${middle}" y="${y - 3}" text-anchor="middle"${isOwn ? html` font-weight="bold"` : NOTHING}>${code}</text><text x="${middle}" y="${y + 13}" text-anchor="middle">${state}</text></g>`;
}
