import { type RemovedRow, removedCertifications } from '../../db/queries/changes.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import type { CertificationFilter } from '../filter/certification-filter.ts';
import type { ReadPublication } from '../publication-reader.ts';
import type { Snapshot } from '../snapshot.ts';
import { historyOf } from './history.ts';

/** Certifications that are no longer in the registers, by code. */
export type Removed = ReadonlyMap<RegisterCode, RemovedRow>;

const known = new WeakMap<Snapshot, Removed>();

/** Certifications that are gone, once they were read; undefined before. */
export function knownRemoved(snapshot: Snapshot): Removed | undefined {
  return known.get(snapshot);
}

/** Certifications that history knows and the registers of a snapshot have not. Remembered. */
export function removedOf(snapshot: Snapshot, read: ReadPublication): Removed | Promise<Removed> {
  const before = known.get(snapshot);
  if (before) return before;
  const { start: since } = historyOf(snapshot);
  const range = { since, until: snapshot.publication.id };
  return read((db) => removedCertifications(db, range)).then((rows) => {
    const { rowOf } = snapshot.certifications;
    const gone = rows.filter(({ code }) => !rowOf.has(code));
    const removed = new Map(gone.map((row) => [row.code, row]));
    known.set(snapshot, removed);
    return removed;
  });
}

/** What is known of a certification that is gone. */
type KnownFilter = Pick<CertificationFilter, 'codes' | 'register' | 'levels' | 'certifiers'>;

/**
 * Those of a filter, as they last were: by number, register, level and certifying bodies. Whatever else
 * it asks is not known of any.
 */
export function removedWithin(removed: Removed, filter: CertificationFilter): RegisterCode[] {
  const { codes, register, levels, certifiers, chosen = [], ...others } = filter;
  if (chosen.length > 0 || Object.values(others).some((given) => given != null)) return [];
  return [...removed.values()]
    .filter(
      (row) =>
        (codes == null || codes.includes(row.code)) &&
        (register == null || register === row.register) &&
        (levels == null || levels.some((level) => level === row.level)) &&
        (certifiers == null || certifiers.some((siren) => row.certifiers.includes(siren))),
    )
    .map(({ code }) => code);
}

/** A filter without the names that only certifications that are gone have: the registers lack them. */
export function withoutGone<Filter extends Pick<KnownFilter, 'codes' | 'certifiers'>>(
  filter: Filter,
  { certifications, bodies }: Snapshot,
  removed: Removed,
): Filter {
  const { codes, certifiers } = filter;
  const bodiesOfGone = new Set([...removed.values()].flatMap((row) => row.certifiers));
  const isGone = (siren: string) => bodiesOfGone.has(siren) && !bodies.rowOf.has(siren);
  return {
    ...filter,
    codes: codes?.filter((code) => certifications.rowOf.has(code) || !removed.has(code)),
    certifiers: certifiers?.filter((siren) => !isGone(siren)),
  };
}

/** The codes of certifications that a mask keeps. */
export function codesOf(
  { certifications: { code } }: Snapshot,
  mask: Uint8Array,
): readonly RegisterCode[] {
  return code.filter((_, row) => mask[row] === 1);
}
