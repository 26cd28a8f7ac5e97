import { inverse, NONE } from '../columns.ts';
import type { Abbreviations, Nomenclature } from '../snapshot.ts';
import type { CertificationHeads } from './certifications.ts';
import { type Child, ChildTable } from './child-table.ts';
import { Commonest } from './commonest.ts';
import type { Interner } from './interner.ts';
import { listsOf } from './list-builder.ts';
import { inPieces } from './pieces.ts';
import { ColumnsOf } from './table.ts';

interface CodeRow extends Child {
  readonly code: string;
  readonly label: string | null;
}

/** Reads the codes of a nomenclature, in the order of the fiches, into columns. */
export async function buildNomenclature(
  pages: AsyncIterable<readonly CodeRow[]>,
  heads: CertificationHeads,
  interner: Interner,
): Promise<Nomenclature> {
  const of = new ColumnsOf<CodeRow>(interner);
  const table = new ChildTable(heads, of.table({ code: of.texts(({ code }) => code) }));
  const labels = new Commonest();
  for await (const page of pages) {
    for (const row of page) if (table.add(row)) labels.add(row.code, row.label);
  }
  return inPieces(
    (function* finish() {
      const { offset, code: carried } = yield* table.finish();
      const code = labels.keys().map((each) => interner.of(each));
      const rowOf = new Map(code.map((each, row) => [each, row]));
      yield;
      const ofCertification = yield* listsOf(heads.count, (row, own) => {
        for (let at = offset[row] ?? 0; at < (offset[row + 1] ?? 0); at++) {
          const each = rowOf.get(carried[at] ?? '') ?? NONE;
          if (!own.includes(each)) own.push(each);
        }
      });
      yield;
      return {
        count: code.length,
        ...{ rowOf, code, ofCertification },
        label: code.map((each) => interner.of(labels.of(each))),
        certifications: inverse(ofCertification, code.length),
      };
    })(),
  );
}

/** Abbreviations whatever their case, each as it is most often typed and spelt out. */
export function buildAbbreviations({
  abbreviation,
  abbreviationLabel,
  count,
}: CertificationHeads): {
  readonly abbreviations: Abbreviations;
  readonly abbreviationRow: Int32Array;
} {
  const spelt = new Commonest();
  const typed = new Commonest();
  for (const [row, code] of abbreviation.entries()) {
    if (code === null) continue;
    const label = abbreviationLabel[row] ?? null;
    const key = code.toLowerCase();
    typed.add(key, code);
    spelt.add(key, label === null ? null : `${code}\0${label}`);
  }
  const key = typed.keys();
  const rowOf = new Map(key.map((each, row) => [each, row]));
  // A pair with a label goes before one without, however often each is typed.
  const pairs = key.map((each) => spelt.of(each)?.split('\0') ?? [typed.of(each) ?? each]);
  const abbreviationRow = new Int32Array(count).fill(NONE);
  for (const [row, code] of abbreviation.entries()) {
    if (code !== null) abbreviationRow[row] = rowOf.get(code.toLowerCase()) ?? NONE;
  }
  return {
    abbreviationRow,
    abbreviations: {
      count: key.length,
      ...{ rowOf, key },
      code: pairs.map(([code = '']) => code),
      label: pairs.map(([, label]) => label ?? null),
    },
  };
}
