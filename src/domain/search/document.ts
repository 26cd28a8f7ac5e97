import { cutWords } from './words.ts';

/** How much a word counts: in a title most, in skills least. */
export const WEIGHTS = ['A', 'B', 'C', 'D'] as const;
export type Weight = (typeof WEIGHTS)[number];

/** A text with the weight of its words. */
export interface WeightedText {
  readonly weight: Weight;
  readonly text: string | null;
}

/**
 * Where the words of some texts stand: lexeme → places. Lexemes and places are in the order of the
 * texts.
 */
export type SearchDocument = ReadonlyMap<string, readonly Place[]>;

/** A place, counted in words from 1, and the weight of what stands there: `place * 4 + weight`. */
export type Place = number & { readonly __brand: 'Place' };

/** Counted words between two texts: no phrase goes from one to the next. */
const GAP = 10;

/** The place of a word, counted from 1. */
export function positionOf(place: Place): number {
  return place >> 2;
}

export function weightOf(place: Place): Weight {
  return WEIGHTS[place & 3] ?? 'D';
}

/**
 * The search document of texts, those of the highest weight first. Stop words are found in texts of
 * weight A alone; in all they have a place.
 */
export function searchDocument(texts: readonly WeightedText[]): SearchDocument {
  const document = new Map<string, Place[]>();
  let position = 1;
  for (const { weight, text } of texts) {
    if (!text) continue;
    const { words, joined } = cutWords(text);
    const rank = WEIGHTS.indexOf(weight);
    let place = position;
    for (const { lexemes, isStop } of words) {
      if (rank === 0 || !isStop) addPlace(document, lexemes, (place * 4 + rank) as Place);
      place++;
    }
    for (const { word, last } of joined) {
      addPlace(document, word.lexemes, ((position + last) * 4 + rank) as Place);
    }
    position += words.length + GAP;
  }
  return document;
}

function addPlace(document: Map<string, Place[]>, lexemes: readonly string[], place: Place): void {
  for (const lexeme of lexemes) {
    const places = document.get(lexeme);
    if (places) places.push(place);
    else document.set(lexeme, [place]);
  }
}
