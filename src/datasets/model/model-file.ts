import { stringify } from 'yaml';
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

/** JSON as files have it. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** YAML as files have it: every text on a line, and nothing written once for two places. */
export function yamlText(value: unknown): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}
