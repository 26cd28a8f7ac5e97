import { type Kysely, sql } from 'kysely';
import type { FicheLegalReference } from '../domain/fiche.ts';
import type { RegisterCode } from '../domain/register-code.ts';
import type { DB } from './tables.ts';

/** A text that a certification rests on, as a fiche cites it. */
export interface LegalReferenceRow extends FicheLegalReference {
  readonly certificationCode: RegisterCode;
}

/** Legal references of the given certifications, in the order of the fiche. */
export function legalReferencesByCertification(db: Kysely<DB>, codes: readonly string[]) {
  return db
    .selectFrom('legal_reference')
    .where('certification_code', '=', sql<string>`any(${codes}::text[])`)
    .select([
      'certification_code as certificationCode',
      'kind',
      'title',
      'published_on as publishedOn',
    ])
    .orderBy('certification_code')
    .orderBy('position')
    .$castTo<LegalReferenceRow>();
}
