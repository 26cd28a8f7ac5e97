import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { type Html, html, raw } from '../html.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** Text alternative of a chart. */
export interface ChartWords {
  readonly title: string;
  /** What it shows, in a sentence or two with the figures that matter. */
  readonly description: string;
}

/** Colours of the series where the theme does not reach: in a file of its own. */
const COLOURS = { 'series-1': '#005a9c', 'series-2': '#b34700', 'series-3': '#00704f' };

/** Attributes that Plot writes as a style and SVG has as attributes. */
const PRESENTATION = new Set(['fill', 'stroke', 'font-size', 'font-weight', 'text-anchor']);

/**
 * Draws a chart as SVG that a page with a strict policy shows: without a style element or a style
 * attribute, which become attributes or are the theme's. It is one image, whose words are given.
 */
export function chartSvg(options: Plot.PlotOptions, { title, description }: ChartWords): Html {
  const svg = Plot.plot({
    ...options,
    className: 'plot',
    document: document as unknown as Document,
  }) as unknown as SvgNode;
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const node of [svg, ...svg.querySelectorAll('[style]')]) unstyle(node);
  for (const node of svg.querySelectorAll('[aria-label], [aria-description], [aria-hidden]')) {
    for (const name of ['aria-label', 'aria-description', 'aria-hidden'])
      node.removeAttribute(name);
  }
  for (const [name, colour] of Object.entries(COLOURS)) {
    for (const node of svg.querySelectorAll(`.${name}`)) node.setAttribute('color', colour);
  }
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', `${title}. ${description}`);
  svg.removeAttribute('font-family');
  return raw(svg.outerHTML);
}

/** An image that is drawn by hand, in pixels: like a chart it is one image, whose words are given. */
export function imageSvg(
  { width, height }: { readonly width: number; readonly height: number },
  content: Html,
  { title, description }: ChartWords,
): Html {
  return html`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${title}. ${description}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" fill="currentColor" font-size="12">${content}</svg>`;
}

/** As much of an element as is used here: linkedom's types are those of browsers. */
interface SvgNode {
  readonly outerHTML: string;
  querySelectorAll(selectors: string): Iterable<SvgNode>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  remove(): void;
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
