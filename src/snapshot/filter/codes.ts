import { memoOf } from '../memo.ts';
import type { Nomenclature, Snapshot } from '../snapshot.ts';
import { firstFrom, nearestOfSorted } from './nearest-codes.ts';

/** Rows of the codes that begin with a prefix, of codes in order. */
export function codesBelow(codes: readonly string[], prefix: string): number[] {
  const rows: number[] = [];
  for (let row = firstFrom(codes, prefix); codes[row]?.startsWith(prefix); row++) rows.push(row);
  return rows;
}

/** Whether one of some codes in order begins with a prefix. */
export function hasCodeBelow(codes: readonly string[], prefix: string): boolean {
  return codes[firstFrom(codes, prefix)]?.startsWith(prefix) ?? false;
}

/** Rows of the certifications that carry one of some codes, ascending; codes by row. */
export function certificationsOfCodes(
  { certifications: { offset, value } }: Nomenclature,
  codes: readonly number[],
): Int32Array {
  const [only] = codes;
  if (only !== undefined && codes.length === 1)
    return value.subarray(offset[only], offset[only + 1]);
  const rows = new Set<number>();
  for (const code of codes) {
    for (let at = offset[code] ?? 0; at < (offset[code + 1] ?? 0); at++) rows.add(value[at] ?? 0);
  }
  return Int32Array.from(rows).sort();
}

/** Codes of a certification by row, each once, in the order of the fiche. */
export function codesOfRow({ code, ofCertification }: Nomenclature, row: number): string[] {
  const { offset, value } = ofCertification;
  return Array.from(value.subarray(offset[row], offset[row + 1]), (each) => code[each] ?? '');
}

/** What codes of a filter are codes of. */
export type CodeNoun =
  | 'certification'
  | 'speciality'
  | 'occupation'
  | 'formacode'
  | 'abbreviation'
  | 'certifier';

/** Whether the register has a code; of an NSF or ROME code, it or one below it. */
export function isKnownCode(snapshot: Snapshot, noun: CodeNoun, code: string): boolean {
  switch (noun) {
    case 'certification':
      return snapshot.certifications.rowOf.has(code);
    case 'speciality':
      return hasCodeBelow(snapshot.specialities.code, code);
    case 'occupation':
      return hasCodeBelow(snapshot.occupations.code, code);
    case 'formacode':
      return snapshot.formacodes.rowOf.has(code);
    case 'abbreviation':
      return snapshot.abbreviations.rowOf.has(code.toLowerCase());
    case 'certifier':
      return snapshot.bodies.rowOf.has(code);
  }
}

/**
 * Some codes that the register has, nearest to one that it lacks first: those that begin alike, then
 * in their order.
 */
export function nearestCodes(snapshot: Snapshot, noun: CodeNoun, code: string): string[] {
  // Abbreviations are taken in any case.
  const written = noun === 'abbreviation' ? code.toLowerCase() : code;
  const { sorted, keys } = sortedCodes(snapshot, noun);
  return nearestOfSorted(sorted, keys, written);
}

/** Codes in order, and what they are compared by. */
interface SortedCodes {
  readonly sorted: readonly string[];
  readonly keys: readonly string[];
}

function sortedCodes(snapshot: Snapshot, noun: CodeNoun): SortedCodes {
  const inOrder = (sorted: readonly string[]): SortedCodes => ({ sorted, keys: sorted });
  switch (noun) {
    case 'certification':
      // Rows are by number, and numbers are looked for by their first digits.
      return memoOf(snapshot).of('codes as texts', () =>
        inOrder(snapshot.certifications.code.toSorted()),
      );
    case 'speciality':
      return inOrder(snapshot.specialities.code);
    case 'occupation':
      return inOrder(snapshot.occupations.code);
    case 'formacode':
      return inOrder(snapshot.formacodes.code);
    case 'abbreviation':
      return { sorted: snapshot.abbreviations.code, keys: snapshot.abbreviations.key };
    case 'certifier':
      return inOrder(snapshot.bodies.siren);
  }
}
