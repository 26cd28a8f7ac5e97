import { type Kysely, sql } from 'kysely';
import {
  compareRegisterCodes,
  type RegisterCode,
} from '../../domain/certification/register-code.ts';
import type { FicheHead } from '../../domain/changes/compared-fiche.ts';
import { STILL_VALID } from '../load/versions.ts';
import type { DB } from '../tables.ts';

/** A fiche that a publication has otherwise than the one before: numbers of both versions. */
export interface VersionPair {
  readonly code: RegisterCode;
  readonly before: number;
  readonly after: number;
  /** The source that gives the fiche now. */
  readonly sourceId: number;
}

/** A fiche that a publication has written anew, brought in or lost. */
export type WrittenFiche =
  | { readonly kind: 'REPLACED'; readonly code: RegisterCode; readonly pair: VersionPair }
  | { readonly kind: 'ADDED' | 'REMOVED'; readonly code: RegisterCode; readonly head: FicheHead };

/** Condition: a version of `was` that a publication replaced or ended. */
const isEnded = (publicationId: number) =>
  sql`was.until = ${publicationId} and was.since < ${publicationId}`;

/** Condition: a version of `now` that a publication has written and that is valid. */
const isNew = (publicationId: number) =>
  sql`now.until = ${sql.lit(STILL_VALID)} and now.since = ${publicationId}`;

/** All fiches whose version is another one since a publication, in the order of codes. */
export async function writtenFiches(
  db: Kysely<DB>,
  publicationId: number,
): Promise<WrittenFiche[]> {
  const { rows: replaced } = await sql<VersionPair>`
    select was.code, was.version as before, now.version as after, now.source_id as "sourceId"
    from versions.certification as was join versions.certification as now on now.code = was.code
    where ${isEnded(publicationId)} and ${isNew(publicationId)}`.execute(db);
  const { rows: added } = await sql<FicheHead>`
    select now.code, now.title, now.source_id as "sourceId" from versions.certification as now
    where ${isNew(publicationId)} and not exists (
      select from versions.certification as was
      where was.code = now.code and ${isEnded(publicationId)})`.execute(db);
  const { rows: removed } = await sql<FicheHead>`
    select was.code, was.title, was.source_id as "sourceId" from versions.certification as was
    where ${isGone(publicationId)}`.execute(db);
  return [
    ...replaced.map((pair) => ({ kind: 'REPLACED' as const, code: pair.code, pair })),
    ...added.map((head) => ({ kind: 'ADDED' as const, code: head.code, head })),
    ...removed.map((head) => ({ kind: 'REMOVED' as const, code: head.code, head })),
  ].toSorted((a, b) => compareRegisterCodes(a.code, b.code));
}

/** Condition: a version of `was` that a publication ended, and that no other one replaced. */
export function isGone(publicationId: number) {
  return sql`${isEnded(publicationId)} and not exists (
    select from versions.certification as now
    where now.code = was.code and now.until = ${sql.lit(STILL_VALID)})`;
}
