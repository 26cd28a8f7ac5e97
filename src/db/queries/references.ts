import { type Kysely, sql } from 'kysely';
import type {
  FicheCollectiveAgreement,
  FicheLegalReference,
} from '../../domain/certification/fiche.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import type { DB } from '../tables.ts';

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
