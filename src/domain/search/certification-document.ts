import type { RegisterCode } from '../certification/register-code.ts';
import { type SearchDocument, searchDocument, type WeightedText } from './document.ts';
import { cutWords } from './words.ts';

/** What a certification is searched by. */
export interface SearchedTexts {
  readonly code: RegisterCode;
  readonly title: string;
  readonly abbreviation: { readonly code: string; readonly label: string | null } | null;
  readonly occupations: readonly { readonly label: string | null }[];
  readonly blocks: readonly { readonly title: string; readonly skills: string | null }[];
  readonly attestedSkills: string | null;
}

/** The search document of a certification: its title most, its skills least. */
export function certificationDocument(texts: SearchedTexts): SearchDocument {
  const { code, title, abbreviation, occupations, blocks, attestedSkills } = texts;
  const ofWeight = (weight: WeightedText['weight'], each: readonly (string | null)[]) =>
    each.map((text): WeightedText => ({ weight, text }));
  return searchDocument([
    ...ofWeight('A', [title, abbreviation?.label ?? null, abbreviation?.code ?? null, code]),
    ...ofWeight(
      'B',
      occupations.map(({ label }) => label),
    ),
    ...ofWeight(
      'C',
      blocks.map((block) => block.title),
    ),
    ...ofWeight('D', [attestedSkills, ...blocks.map(({ skills }) => skills)]),
  ]);
}

/** More words of a title are not counted: nobody searches for a whole title of so many. */
const MOST_WORDS = 32_767;

/** How many words of a title are no stop words, from 1 to 32,767. */
export function countContentWords(title: string): number {
  const words = cutWords(title).words.filter(({ isStop }) => !isStop).length;
  return Math.min(Math.max(1, words), MOST_WORDS);
}
