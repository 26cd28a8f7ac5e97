import type { PlainDate } from '../../domain/calendar.ts';
import { foldText } from '../../domain/search/fold-text.ts';
import type { Work } from '../../domain/work.ts';
import { inverse, type Lists, NONE } from '../columns.ts';
import type { Bodies, CertifierLines } from '../snapshot.ts';
import type { CertificationHeads } from './certifications.ts';
import { type Child, ChildTable } from './child-table.ts';
import { Commonest } from './commonest.ts';
import type { Interner } from './interner.ts';
import { listsOf } from './list-builder.ts';
import { inPieces } from './pieces.ts';
import { ColumnsOf } from './table.ts';

interface CertifierRow extends Child {
  readonly siret: string | null;
  readonly siren: string | null;
  readonly name: string;
  readonly state: string | null;
  readonly active: boolean;
  readonly stateChangedOn: PlainDate | null;
  readonly tradeName: string | null;
  readonly website: string | null;
}

/** Reads the lines of certifiers, in the order of the fiches, into columns, and the bodies they name. */
export async function buildCertifiers(
  pages: AsyncIterable<readonly CertifierRow[]>,
  heads: CertificationHeads,
  interner: Interner,
) {
  const of = new ColumnsOf<CertifierRow>(interner);
  const table = new ChildTable(
    heads,
    of.table({
      siret: of.texts(({ siret }) => siret),
      siren: of.texts(({ siren }) => siren),
      name: of.texts(({ name }) => name),
      state: of.texts(({ state }) => state),
      active: of.bytes(({ active }) => active),
      stateChangedOn: of.days(({ stateChangedOn }) => stateChangedOn),
      tradeName: of.texts(({ tradeName }) => tradeName),
      website: of.texts(({ website }) => website),
    }),
  );
  const names = new Commonest();
  for await (const page of pages) {
    for (const line of page) {
      if (table.add(line) && line.siren !== null) names.add(line.siren, line.name);
    }
  }
  return inPieces(
    (function* finish() {
      const { certification: _, siren: sirenOf, ...lines } = yield* table.finish();
      const siren = names.keys();
      const rowOf = new Map(siren.map((each, row) => [each, row]));
      yield;
      const body = Int32Array.from(sirenOf, (each) => rowOf.get(each ?? '') ?? NONE);
      const certifiers: CertifierLines = { ...lines, body };
      yield;
      const ofCertification = yield* bodiesInForce(certifiers);
      yield;
      const bodies: Bodies = {
        count: siren.length,
        ...{ rowOf, siren, ofCertification },
        name: siren.map((each) => names.of(each) ?? ''),
        certifications: inverse(ofCertification, siren.length),
      };
      yield;
      return { certifiers, bodies, bodiesInForce: countInForce(certifiers, ofCertification) };
    })(),
  );
}

/** Bodies in force that are known by SIREN, of each certification, each once, by SIREN. */
function bodiesInForce({ offset, body, active }: CertifierLines): Work<Lists> {
  return listsOf(offset.length - 1, (row, own) => {
    for (let line = offset[row] ?? 0; line < (offset[row + 1] ?? 0); line++) {
      const of = body[line] ?? NONE;
      if (active[line] === 1 && of !== NONE && !own.includes(of)) own.push(of);
    }
    if (own.length > 1) own.sort((a, b) => a - b);
  });
}

/** Numbers of bodies in force: those of one SIREN are one, and those without go by their name. */
function countInForce({ offset, body, active, name }: CertifierLines, known: Lists): Int32Array {
  const counts = new Int32Array(offset.length - 1);
  // The same names stand on many fiches.
  const folded = new Map<string, string>();
  const names = new Set<string>();
  for (let row = 0; row < counts.length; row++) {
    names.clear();
    for (let line = offset[row] ?? 0; line < (offset[row + 1] ?? 0); line++) {
      if (active[line] !== 1 || body[line] !== NONE) continue;
      const written = name[line] ?? '';
      const known = folded.get(written) ?? foldText(written);
      folded.set(written, known);
      names.add(known);
    }
    counts[row] = (known.offset[row + 1] ?? 0) - (known.offset[row] ?? 0) + names.size;
  }
  return counts;
}
