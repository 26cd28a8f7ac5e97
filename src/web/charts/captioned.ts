import { type Html, html, raw } from '../html.ts';
import { type KeyEntry, SYMBOL, symbol } from './key.ts';

/** Pixels of a line of text, and those that a character takes at most. */
const LINE = 18;
const CHARACTER = 6.6;
/** Pixels on either side. */
const MARGIN = 8;

/** What a chart says that stands alone. */
export interface Caption {
  readonly title: string;
  readonly key: readonly KeyEntry[];
  /** Where its figures come from, and what is to be known of them; in lines of their own. */
  readonly notes: readonly string[];
}

/** A chart as a file of its own, with its title above and what is to be known beneath. */
export function captioned(drawing: Html, { title, key, notes }: Caption): Html {
  const text = String(drawing);
  const [root = ''] = /^<svg [^>]*>/.exec(text) ?? [];
  const length = (name: string) => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(root)?.[1]);
  const [width, height] = [length('width'), length('height')];
  const most = Math.floor((width - 2 * MARGIN) / CHARACTER);
  const above = wrapped(title, most);
  const beneath = notes.flatMap((note) => wrapped(note, most));
  const top = LINE * above.length + MARGIN;
  const bottom = top + height + LINE * key.length;
  const all = bottom + LINE * beneath.length + MARGIN;
  // One image, with the words that its drawing has.
  const words = / aria-label="[^"]*"/.exec(root)?.[0] ?? '';
  const inner = root
    .replace(words, '')
    .replace(' role="img"', '')
    .replace('<svg ', `<svg y="${top}" `);
  const lines = (of: readonly string[], from: number) =>
    of.map((line, at) => html`<text x="${MARGIN}" y="${from + LINE * (at + 0.75)}">${line}</text>`);
  return html`<svg xmlns="http://www.w3.org/2000/svg" role="img"${raw(words)} width="${width}" height="${all}" viewBox="0 0 ${width} ${all}" fill="currentColor" font-size="12"><g font-weight="700">${lines(above, 0)}</g>${raw(text.replace(root, () => inner))}${key.map(
    ({ place, label }, at) =>
      html`<g transform="translate(${MARGIN} ${top + height + LINE * at})">${symbol(place)}<text x="${SYMBOL.width + 4}" y="${LINE * 0.65}">${label}</text></g>`,
  )}${lines(beneath, bottom)}</svg>`;
}

/** A text in lines of so many characters at most; a longer word has one of its own. */
function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
