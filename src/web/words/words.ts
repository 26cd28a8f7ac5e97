import type { Language } from '../../datasets/labels.ts';
import { EN } from './en.ts';
import { FR } from './fr.ts';

/** What pages say, by page. */
export type Words = typeof FR;

const WORDS: Readonly<Record<Language, Words>> = { fr: FR, en: EN };

/** What pages say in a language. */
export function wordsOf(language: Language): Words {
  return WORDS[language];
}
