import { exactRegisterCode, REGISTERS, type RegisterCode } from '../certification/register-code.ts';
import { foldText } from './fold-text.ts';

interface FicheNumber {
  /** The fiches that it may mean, the likeliest first. */
  readonly codes: readonly RegisterCode[];
  /** The number as words. */
  readonly text: string;
}

const BEFORE = String.raw`(?:(?:fiche|certification|code|numero|num|no|n)\W*)*`;
const NUMBER = String.raw`0*(\d{1,3}(?:[ .]\d{3})+|\d{1,9})`;
/** Also the code of a block: `RNCP35746BC01`. */
const WRITTEN = new RegExp(
  String.raw`^[^\w-]*${BEFORE}(?:(rncp|rs)\W*)?${BEFORE}${NUMBER}(?:bc\d+)?\W*$`,
);
const PAGE = /francecompetences\.fr\/recherche\/(rncp|rs)\/0*(\d{1,9})\b/;

/**
 * The fiches whose number a question is, in whatever form: `35746` (of either register),
 * `RNCP35746`, `rncp n° 35 746`, the address of the public page; null when it is something else.
 */
export function parseFicheNumber(question: string): FicheNumber | null {
  const folded = foldText(question);
  const match = PAGE.exec(folded) ?? WRITTEN.exec(folded);
  const digits = match?.[2]?.replace(/\D/g, '');
  if (!digits) return null;
  const register = match?.[1]?.toUpperCase();
  const codes = (register ? [register] : REGISTERS).flatMap(
    (each) => exactRegisterCode(`${each}${digits}`) ?? [],
  );
  const text = `${register ?? ''} ${Number(digits)}`.trim();
  return codes.length === 0 ? null : { codes, text };
}
