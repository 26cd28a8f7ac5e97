import { type Kysely, sql } from 'kysely';
import type { FicheEquivalence } from '../domain/fiche.ts';
import type { RegisterCode } from '../domain/register-code.ts';
import type { DB } from './tables.ts';

/** An equivalence that a fiche declares. */
export interface EquivalenceRow extends FicheEquivalence {
  readonly certificationCode: RegisterCode;
}

/** Equivalences that the given certifications declare, in the order of the fiche. */
export function equivalencesByCertification(db: Kysely<DB>, codes: readonly string[]) {
  return db
    .selectFrom('equivalence')
    .where('certification_code', '=', sql<string>`any(${codes}::text[])`)
    .select([
      'certification_code as certificationCode',
      'source_blocks as sourceBlocks',
      'target_code as targetCode',
      'target_blocks as targetBlocks',
    ])
    .orderBy('certification_code')
    .orderBy('position')
    .$castTo<EquivalenceRow>();
}
