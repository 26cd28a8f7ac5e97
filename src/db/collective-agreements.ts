import { type Kysely, sql } from 'kysely';
import type { FicheCollectiveAgreement } from '../domain/fiche.ts';
import type { RegisterCode } from '../domain/register-code.ts';
import type { DB } from './tables.ts';

/** A collective agreement that a fiche names. */
export interface CollectiveAgreementRow extends FicheCollectiveAgreement {
  readonly certificationCode: RegisterCode;
}

/** Collective agreements of the given certifications, in the order of the fiche. */
export function collectiveAgreementsByCertification(db: Kysely<DB>, codes: readonly string[]) {
  return db
    .selectFrom('collective_agreement')
    .where('certification_code', '=', sql<string>`any(${codes}::text[])`)
    .select(['certification_code as certificationCode', 'kind', 'number', 'label'])
    .orderBy('certification_code')
    .orderBy('position')
    .$castTo<CollectiveAgreementRow>();
}
