import DataLoader from 'dataloader';
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
import type { ReadPublication } from '../../snapshot/publication-reader.ts';

/** All batches of one operation. A loader's cache must not outlive its operation. */
export type Loaders = ReturnType<typeof createLoaders>;

/**
 * Makes the loaders of one operation, for what the snapshot does not hold. Each sends one statement
 * for all the keys that one level of an operation asks for.
 */
export function createLoaders(read: ReadPublication) {
  return {
    read,
    texts: new DataLoader(async (codes: readonly string[]) => {
      const rows = await read((db) => textsByCertification(db, codes).execute());
      const byCode = new Map<string, (typeof rows)[number]>(
        rows.map((row) => [row.certificationCode, row]),
      );
      return codes.map((code) => byCode.get(code) ?? null);
    }),
    blockTexts: byCertification(read, (db, codes) =>
      blockTextsByCertification(db, codes).execute(),
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
  };
}

type Query<Result> = (
  db: Parameters<Parameters<ReadPublication>[0]>[0],
  codes: readonly string[],
) => Promise<Result>;

/** Many rows for each certification, in the order of the statement. */
function byCertification<Row extends { readonly certificationCode: string }>(
  read: ReadPublication,
  query: Query<readonly Row[]>,
): DataLoader<string, readonly Row[]> {
  return new DataLoader(async (codes: readonly string[]) => {
    const rows = await read((db) => query(db, codes));
    const byCode = Map.groupBy(rows, ({ certificationCode }): string => certificationCode);
    return codes.map((code) => byCode.get(code) ?? []);
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
