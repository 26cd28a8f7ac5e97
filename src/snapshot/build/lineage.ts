import type { LineageLinkRow } from '../../db/rows/lineage-rows.ts';
import { lineageNumbers } from '../../domain/certification/lineage.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import { NONE } from '../columns.ts';
import type { Lineage, LineageEdge, LineageLink } from '../snapshot.ts';
import type { CertificationHeads } from './certifications.ts';
import type { Interner } from './interner.ts';
import { inPieces } from './pieces.ts';

/** How a fiche declares a link. */
interface Declared {
  /** Place in the fiche. */
  readonly position: number;
  /** Title of the other certification; null = not cited. */
  readonly title: string | null;
}

/** A link between two certifications, as each of the two fiches declares it. */
interface Declarations {
  readonly older: RegisterCode;
  readonly newer: RegisterCode;
  byOlder: Declared | null;
  byNewer: Declared | null;
}

/** Links that are put together between two looks at the clock. */
const PIECE = 500;

/** Puts both sides of all links together: by certification, and by lineage. */
export async function buildLineage(
  pages: AsyncIterable<readonly LineageLinkRow[]>,
  heads: CertificationHeads,
  interner: Interner,
): Promise<{ readonly lineage: Lineage; readonly replaced: Uint8Array }> {
  const edges = new Map<string, Declarations>();
  for await (const page of pages) for (const row of page) declare(edges, row, interner);
  return inPieces(
    (function* finish() {
      const declared = [...edges.values()];
      const links = yield* linksByCode(declared, heads);
      const replaced = new Uint8Array(heads.count);
      for (const { older } of declared) {
        const row = heads.rowOf.get(older);
        if (row !== undefined) replaced[row] = 1;
      }
      yield;
      return { lineage: { links, ...(yield* numbered(declared, heads)) }, replaced };
    })(),
  );
}

function declare(edges: Map<string, Declarations>, row: LineageLinkRow, interner: Interner): void {
  const { certificationCode, direction, position, otherCode, otherTitle } = row;
  const isNewer = direction === 'REPLACES';
  const older = isNewer ? otherCode : certificationCode;
  const newer = isNewer ? certificationCode : otherCode;
  const name = `${older} ${newer}`;
  const known = edges.get(name) ?? {
    older: interner.of(older as RegisterCode),
    newer: interner.of(newer as RegisterCode),
    ...{ byOlder: null, byNewer: null },
  };
  edges.set(name, known);
  const side = isNewer ? 'byNewer' : 'byOlder';
  const title = interner.of(otherTitle);
  const before = known[side];
  known[side] = before
    ? { position: before.position, title: largest(before.title, title) }
    : { position, title };
}

/** The later of two texts: a fiche page and a feed may cite one certification differently. */
function largest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** A link with its place in the own fiche; null when only the other one declares it. */
interface PlacedLink {
  readonly link: LineageLink;
  readonly position: number | null;
}

function* linksByCode(
  edges: readonly Declarations[],
  heads: CertificationHeads,
): Generator<void, Map<string, readonly LineageLink[]>> {
  const placed = new Map<string, PlacedLink[]>();
  const put = (code: string, link: PlacedLink) => {
    const own = placed.get(code);
    if (own) own.push(link);
    else placed.set(code, [link]);
  };
  for (const [made, { older, newer, byOlder, byNewer }] of edges.entries()) {
    put(older, placedLink('REPLACED_BY', newer, { own: byOlder, other: byNewer }, heads));
    put(newer, placedLink('REPLACES', older, { own: byNewer, other: byOlder }, heads));
    if (made % PIECE === 0) yield;
  }
  const links = new Map<string, readonly LineageLink[]>();
  for (const [code, own] of placed) {
    links.set(
      code,
      own.sort(comparePlaced).map(({ link }) => link),
    );
    if (links.size % PIECE === 0) yield;
  }
  return links;
}

function placedLink(
  direction: LineageLink['direction'],
  otherCode: RegisterCode,
  { own, other }: { readonly own: Declared | null; readonly other: Declared | null },
  { rowOf, title }: CertificationHeads,
): PlacedLink {
  const row = rowOf.get(otherCode);
  return {
    position: own?.position ?? null,
    link: {
      ...{ direction, otherCode },
      otherTitle: (row === undefined ? null : title[row]) ?? own?.title ?? null,
      declaredBy: own ? (other ? 'BOTH' : 'OWN') : 'OTHER',
    },
  };
}

/**
 * Those that replace it first. Of each direction as the fiche lists them, then those that only
 * others declare, by code.
 */
function comparePlaced(a: PlacedLink, b: PlacedLink): number {
  if (a.link.direction !== b.link.direction) return a.link.direction < b.link.direction ? -1 : 1;
  if (a.position !== b.position) {
    if (a.position === null || b.position === null) return a.position === null ? 1 : -1;
    return a.position - b.position;
  }
  return a.link.otherCode < b.link.otherCode ? -1 : 1;
}

/** The number of each certification's lineage, and the links of each lineage. */
function* numbered(declared: readonly Declarations[], heads: CertificationHeads) {
  const numbers = lineageNumbers(declared);
  yield;
  const edges: LineageEdge[][] = [];
  for (const { older, newer, byOlder, byNewer } of declared) {
    const number = numbers.get(older) ?? 0;
    const edge = {
      ...{ older, newer },
      declaredByOlder: byOlder !== null,
      declaredByNewer: byNewer !== null,
    };
    const ofLineage = edges[number];
    if (ofLineage) ofLineage.push(edge);
    else edges[number] = [edge];
  }
  yield;
  for (const ofLineage of edges) ofLineage.sort(compareEdges);
  yield;
  const number = Int32Array.from(heads.code, (code) => numbers.get(code) ?? NONE);
  return { number, edges };
}

function compareEdges(a: LineageEdge, b: LineageEdge): number {
  if (a.older !== b.older) return a.older < b.older ? -1 : 1;
  return a.newer < b.newer ? -1 : 1;
}
