import type { Random } from './random.ts';
import { EMPTY_WORDS } from './sentences.ts';
import { type XmlText, xmlText } from './xml.ts';

/** Cuts one long word by a stray space, as text pasted from a formatted page is. */
export function cutWord(random: Random, text: string): string {
  const words = text.split(' ');
  const at = words.findIndex((word) => /^\p{L}{8,}$/u.test(word));
  const word = words[at];
  if (word === undefined) return text;
  const cut = random.int(2, word.length - 2);
  words[at] = `${word.slice(0, cut)} ${word.slice(cut)}`;
  return words.join(' ');
}

/** A title as people type it: mostly well, sometimes all capitals, cut, or over two lines. */
export function typedTitle(random: Random, title: string): string {
  const chance = random.next();
  if (chance < 0.07) return title.toUpperCase();
  if (chance < 0.08) return title.replace(' – ', '\n– ');
  if (chance < 0.086) return cutWord(random, title);
  if (chance < 0.11) return title.replace(' ', '  ');
  return title;
}

/** A label of the day: capitals or a lost accent, on a few rows. Do not key by label. */
export function typedLabel(random: Random, label: string): XmlText {
  const chance = random.next();
  if (chance < 0.02) return xmlText(label.toUpperCase());
  if (chance < 0.05) return xmlText(label.normalize('NFD').replace(/\p{M}/gu, ''));
  return xmlText(label);
}

/** The text of a field that may not apply: itself, a word that means empty, or absent. */
export function orNothing(
  random: Random,
  shares: { readonly absent: number; readonly emptyWord: number },
  text: () => string,
): XmlText | null {
  const chance = random.next();
  if (chance < shares.absent) return null;
  if (chance < shares.absent + shares.emptyWord) return xmlText(random.pick(EMPTY_WORDS));
  return xmlText(text());
}
