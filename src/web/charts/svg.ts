import type * as Plot from '@observablehq/plot';
import { LRUCache } from 'lru-cache';
import { type Html, html, raw } from '../html.ts';
import { chartLibrary } from './library.ts';

/** Text alternative of a chart. */
export interface ChartWords {
  readonly title: string;
  /** What it shows, in a sentence or two with the figures that matter. */
  readonly description: string;
}

/** Colours of the series where the theme does not reach: in a file of its own. */
const SERIES_COLOURS = ['#005a9c', '#b34700', '#00704f'] as const;

/** Attributes of what is drawn of a series, by its place among them. */
export function ofSeries(place: number): Html {
  return html`class="series-${place + 1}" color="${SERIES_COLOURS[place] ?? 'currentColor'}"`;
}

/** Attributes that Plot writes as a style and SVG has as attributes. */
const PRESENTATION = new Set(['fill', 'stroke', 'font-size', 'font-weight', 'text-anchor']);

/** Where a value stands on an axis of a chart, in pixels; of a band its middle. */
export type Place = (value: number | string) => number;

export interface Places {
  readonly x: Place;
  readonly y: Place;
}

/** The axes of a chart, and where values stand on them. */
interface Frame {
  /** Without its end, and without its words. */
  readonly text: string;
  readonly places: Places;
}

/** Frames that are remembered: those of the same years or numbers are alike, and take longest to draw. */
const frames = new LRUCache<string, Frame>({ max: 500 });

/**
 * Draws a chart as SVG that a page with a strict policy shows: without a style element or a style
 * attribute, which become attributes or are the theme's. It is one image, whose words are given.
 *
 * Plot draws the `axes`, which are remembered by `key`; null = not remembered. `marks` are written above
 * them as text: as elements of a document some hundred points take longer than all the rest of their
 * page.
 */
export function chartSvg(
  axes: Plot.PlotOptions,
  key: string | null,
  { title, description }: ChartWords,
  marks: (places: Places) => Html,
): Html {
  const frame = (key === null ? undefined : frames.get(key)) ?? drawFrame(axes);
  if (key !== null) frames.set(key, frame);
  return html`<svg role="img" aria-label="${title}. ${description}"${raw(frame.text)}${marks(frame.places)}</svg>`;
}

function drawFrame(axes: Plot.PlotOptions): Frame {
  const { Plot, document } = chartLibrary();
  const plot = Plot.plot({ ...axes, className: 'plot', document });
  const svg = plot as unknown as SvgNode;
  clean(svg);
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.removeAttribute('font-family');
  svg.setAttribute('font-size', String(FONT_SIZE));
  const place = (name: 'x' | 'y'): Place => {
    const scale = plot.scale(name);
    const middle = (scale?.bandwidth ?? 0) / 2;
    return (value) => Math.round(10 * ((scale?.apply(value) ?? 0) + middle)) / 10;
  };
  return {
    text: svg.outerHTML.slice('<svg'.length, -'</svg>'.length),
    places: { x: place('x'), y: place('y') },
  };
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

/** Takes out of an element and all in it what the policy or the one image forbids. */
function clean(node: SvgNode): void {
  unstyle(node);
  if (node.localName === 'text' || node.localName === 'tspan') inPixels(node);
  for (const name of WORDS) node.removeAttribute(name);
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
