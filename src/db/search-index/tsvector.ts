import {
  positionOf,
  type SearchDocument,
  WEIGHTS,
  type Weight,
  weightOf,
} from '../../domain/search/document.ts';

/** What PostgreSQL holds in one tsvector: bytes, places of a lexeme, and how far places are counted. */
const MOST_BYTES = 1_000_000;
const MOST_PLACES = 255;
const LAST_POSITION = 16_383;
/** Headings stay in their row, which has to fit a page of 8 kB. */
const MOST_HEADING_BYTES = 6_000;

/**
 * A document as the text of a tsvector. What PostgreSQL cannot hold is left out: the last words of a
 * very long one, and places after the 16,383rd word.
 */
export function tsvectorText(document: SearchDocument): string {
  let text = '';
  let bytes = 0;
  for (const [lexeme, places] of document) {
    bytes += entryBytes(lexeme, Math.min(places.length, MOST_PLACES));
    if (bytes > MOST_BYTES) break;
    text += text === '' ? wordText(lexeme) : ` ${wordText(lexeme)}`;
    let left = MOST_PLACES;
    for (const place of places) {
      const position = positionOf(place);
      if (position > LAST_POSITION || left === 0) break;
      text += left === MOST_PLACES ? ':' : ',';
      text += position;
      // D is what a place without a weight has.
      const weight = weightOf(place);
      if (weight !== 'D') text += weight;
      left--;
    }
  }
  return text;
}

/**
 * The lexemes of titles, occupations and blocks alone as the text of a tsvector: each once for each
 * weight that it has, which is what a rank looks at.
 */
export function headingsText(document: SearchDocument): string {
  let text = '';
  let bytes = 0;
  for (const [lexeme, places] of document) {
    // Lexemes come by their best weight: what is cut of very long headings is not the title.
    const weights = new Set<Weight>();
    for (const place of places) {
      const weight = weightOf(place);
      if (weight === 'D') break;
      weights.add(weight);
    }
    if (weights.size === 0) break;
    bytes += entryBytes(lexeme, weights.size);
    if (bytes > MOST_HEADING_BYTES) break;
    let separator = ':';
    text += text === '' ? wordText(lexeme) : ` ${wordText(lexeme)}`;
    for (const weight of weights) {
      text += `${separator}${WEIGHTS.indexOf(weight) + 1}${weight}`;
      separator = ',';
    }
  }
  return text;
}

/** A lexeme as PostgreSQL reads it in a tsvector and a tsquery, whatever characters it has. */
export function quoteLexeme(lexeme: string): string {
  return `'${lexeme.replace(/['\\]/g, '$&$&')}'`;
}

/** Most lexemes need no quotation marks. */
function wordText(lexeme: string): string {
  return /^[a-z0-9]+$/.test(lexeme) ? lexeme : quoteLexeme(lexeme);
}

/** Bytes of a lexeme with its places, and of the entry that points at it. */
function entryBytes(lexeme: string, places: number): number {
  return Buffer.byteLength(lexeme) + 1 + 2 + 2 * places + 4;
}
