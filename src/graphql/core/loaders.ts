import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import {
  type ChangeQuestion,
  type ChangeWindow,
  changeCounts,
  changesByCertification,
  figureChangesOf,
  presencesOf,
} from '../../db/queries/changes.ts';
import {
  type PartnerFilter,
  type PartnerRow,
  type PartnerWindow,
  partnersByCertification,
  partnerTotals,
} from '../../db/queries/partners.ts';
import {
  collectiveAgreementsByCertification,
  legalReferencesByCertification,
} from '../../db/queries/references.ts';
import { blockTextsByCertification, textsByCertification } from '../../db/queries/texts.ts';
import { historyOf } from '../../snapshot/history/history.ts';
import type { ReadPublication } from '../../snapshot/publication-reader.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';

/** All batches of one operation. */
export type Loaders = ReturnType<typeof createLoaders>;

/**
 * Makes the loaders of one operation, for what the snapshot does not hold. Each sends one statement
 * for all the keys that one level of an operation asks for. Texts that were read lately are kept
 * with the snapshot.
 */
export function createLoaders(read: ReadPublication, snapshot: Snapshot) {
  const kept = keptTexts(snapshot);
  const history = () => ({ since: historyOf(snapshot).start, until: snapshot.publication.id });
  return {
    read,
    texts: byCertification(read, (db, codes) => textsByCertification(db, codes).execute(), {
      ...{ kept, name: 'texts' },
    }),
    blockTexts: byCertification(
      read,
      (db, codes) => blockTextsByCertification(db, codes).execute(),
      { kept, name: 'blocks' },
    ),
    legalReferences: byCertification(read, (db, codes) =>
      legalReferencesByCertification(db, codes).execute(),
    ),
    collectiveAgreements: byCertification(read, (db, codes) =>
      collectiveAgreementsByCertification(db, codes).execute(),
    ),
    partners: perArguments((window: PartnerWindow) =>
      byCertification<PartnerRow>(read, (db, codes) => partnersByCertification(db, codes, window)),
    ),
    partnerTotals: perArguments(
      (filter: PartnerFilter) =>
        new DataLoader((codes: readonly string[]) =>
          read((db) => partnerTotals(db, codes, filter)),
        ),
    ),
    changes: perArguments(({ question, window }: ChangesOfOne) =>
      byCertification(read, (db, codes) => changesByCertification(db, codes, question, window)),
    ),
    changeCounts: perArguments(
      (question: ChangesOfOne['question']) =>
        new DataLoader((codes: readonly string[]) =>
          read((db) => changeCounts(db, codes, question)),
        ),
    ),
    figureChanges: byCertification(read, (db, codes) => figureChangesOf(db, codes, history())),
    presences: byCertification(read, (db, codes) => presencesOf(db, codes, history())),
  };
}

/** Which changes of each certification. */
interface ChangesOfOne {
  readonly question: Omit<ChangeQuestion, 'codes'>;
  readonly window: ChangeWindow;
}

type Query<Result> = (
  db: Parameters<Parameters<ReadPublication>[0]>[0],
  codes: readonly string[],
) => Promise<Result>;

interface Row {
  readonly certificationCode: string;
}

/** Rows of certifications, by what they are and their code. */
type KeptTexts = LRUCache<string, readonly Row[]>;

/** Bytes of texts that are kept for a publication. */
const MOST_BYTES = 16_000_000;

const texts = new WeakMap<Snapshot, KeptTexts>();

function keptTexts(snapshot: Snapshot): KeptTexts {
  const known = texts.get(snapshot);
  if (known) return known;
  const kept: KeptTexts = new LRUCache({ maxSize: MOST_BYTES, sizeCalculation: bytesOf });
  texts.set(snapshot, kept);
  return kept;
}

/** An estimate: two bytes a character, and something for each row. */
function bytesOf(rows: readonly Row[]): number {
  let bytes = 100;
  for (const row of rows) {
    bytes += 200;
    for (const value of Object.values(row))
      if (typeof value === 'string') bytes += 2 * value.length;
  }
  return bytes;
}

/** Many rows for each certification, in the order of the statement. */
function byCertification<Each extends Row>(
  read: ReadPublication,
  query: Query<readonly Each[]>,
  memory?: { readonly kept: KeptTexts; readonly name: string },
): DataLoader<string, readonly Each[]> {
  return new DataLoader(async (codes: readonly string[]) => {
    const known = new Map<string, readonly Each[]>();
    for (const code of codes) {
      const rows = memory?.kept.get(`${memory.name} ${code}`) as readonly Each[] | undefined;
      if (rows) known.set(code, rows);
    }
    const missing = codes.filter((code) => !known.has(code));
    if (missing.length > 0) {
      const rows = await read((db) => query(db, missing));
      const byCode = Map.groupBy(rows, ({ certificationCode }): string => certificationCode);
      for (const code of missing) {
        const own = byCode.get(code) ?? [];
        known.set(code, own);
        memory?.kept.set(`${memory.name} ${code}`, own);
      }
    }
    return codes.map((code) => known.get(code) ?? []);
  });
}

/** A loader for each set of arguments that is asked with. */
function perArguments<Arguments extends object, Loader>(
  make: (given: Arguments) => Loader,
): (given: Arguments) => Loader {
  const known = new Map<string, Loader>();
  return (given) => {
    const key = JSON.stringify(given);
    const loader = known.get(key) ?? make(given);
    known.set(key, loader);
    return loader;
  };
}
