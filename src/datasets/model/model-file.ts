import type { Bilingual } from '../../domain/bilingual.ts';
import type { Language } from '../labels.ts';

/** One file of a form of the model. */
export interface ModelFile {
  /** Its place, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** What a form is written for. */
export interface WrittenFor {
  /** Of names, labels of codes and descriptions. */
  readonly language: Language;
  /** Where the server is reached, without a slash at its end: `https://debouches.example`. */
  readonly url: string;
}

/** A server and a database of PostgreSQL that a reader puts his own in place of. */
export const PLACEHOLDERS = { server: 'postgresql.example', database: 'debouches' } as const;

/** A text in a language; `fr` or `en` of words. */
export function says(text: Bilingual, { language }: Pick<WrittenFor, 'language'>): string {
  return text[language];
}

/** JSON as files have it. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
