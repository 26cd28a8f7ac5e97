import type * as Plot from '@observablehq/plot';
import { type Html, html, raw } from '../html.ts';
import { chartLibrary } from './library.ts';

/** Text alternative of a chart. */
export interface ChartWords {
  readonly title: string;
  /** What it shows, in a sentence or two with the figures that matter. */
  readonly description: string;
}

/** Colours of the series where the theme does not reach: in a file of its own. */
export const SERIES_COLOURS = {
  'series-1': '#005a9c',
  'series-2': '#b34700',
  'series-3': '#00704f',
};

/** Attributes that Plot writes as a style and SVG has as attributes. */
const PRESENTATION = new Set(['fill', 'stroke', 'font-size', 'font-weight', 'text-anchor']);

/** Where a value stands on the axes of a chart, in pixels. */
export interface Places {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/**
 * Draws a chart as SVG that a page with a strict policy shows: without a style element or a style
 * attribute, which become attributes or are the theme's. It is one image, whose words are given.
 *
 * `points` writes what stands above all marks as text: some hundred points as elements of a document
 * take longer than all the rest of their page.
 */
export function chartSvg(
  options: Plot.PlotOptions,
  { title, description }: ChartWords,
  points?: (places: Places) => Html,
): Html {
  const { Plot, document } = chartLibrary();
  const plot = Plot.plot({ ...options, className: 'plot', document });
  const svg = plot as unknown as SvgNode;
  clean(svg);
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', `${title}. ${description}`);
  svg.removeAttribute('font-family');
  svg.setAttribute('font-size', String(FONT_SIZE));
  const text = svg.outerHTML;
  if (!points) return raw(text);
  const place = (name: 'x' | 'y') => (value: number) =>
    Math.round(10 * (plot.scale(name)?.apply(value) ?? 0)) / 10;
  const above = points({ x: place('x'), y: place('y') });
  return raw(`${text.slice(0, -'</svg>'.length)}${String(above)}</svg>`);
}

/** An image that is drawn by hand, in pixels: like a chart it is one image, whose words are given. */
export function imageSvg(
  { width, height }: { readonly width: number; readonly height: number },
  content: Html,
  { title, description }: ChartWords,
): Html {
  return html`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${title}. ${description}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" fill="currentColor" font-size="${FONT_SIZE}">${content}</svg>`;
}

/** As much of an element as is used here: linkedom's types are those of browsers. */
interface SvgNode {
  readonly outerHTML: string;
  readonly localName: string;
  readonly children: readonly SvgNode[];
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  remove(): void;
}

/** Words of single marks: the image has its own. */
const WORDS = ['aria-label', 'aria-description', 'aria-hidden'];

/** Size of text, in pixels: the theme has the same. */
const FONT_SIZE = 12;

/** Writes offsets in parts of the font size as pixels: not every program that draws SVG reads `em`. */
function inPixels(node: SvgNode): void {
  for (const name of ['y', 'dy']) {
    const value = node.getAttribute(name);
    if (!value?.endsWith('em')) continue;
    node.setAttribute(name, String(Math.round(Number.parseFloat(value) * FONT_SIZE * 100) / 100));
  }
}

/** Takes out of an element and all in it what the policy or the one image forbids; colours series. */
function clean(node: SvgNode): void {
  unstyle(node);
  if (node.localName === 'text' || node.localName === 'tspan') inPixels(node);
  for (const name of WORDS) node.removeAttribute(name);
  const colour = SERIES_COLOURS[(node.getAttribute('class') ?? '') as keyof typeof SERIES_COLOURS];
  if (colour) node.setAttribute('color', colour);
  for (const child of [...node.children]) {
    if (child.localName === 'style') child.remove();
    else clean(child);
  }
}

function unstyle(node: SvgNode): void {
  const style = node.getAttribute('style');
  if (style === null) return;
  node.removeAttribute('style');
  for (const declaration of style.split(';')) {
    const [name = '', value = ''] = declaration.split(':', 2).map((part) => part.trim());
    if (PRESENTATION.has(name)) node.setAttribute(name, value);
  }
}
