import type { PlainDate } from '../../domain/calendar.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import type { AccessRouteCode, OutcomeCode, SexCode } from '../../domain/survey/codes.ts';
import { ageBandOf } from '../../domain/survey/holder.ts';
import { AGE_AT_OBTENTION } from '../../domain/survey/layout.ts';
import { HashMapColumn } from './columns.ts';
import type { HolderTable } from './holder-table.ts';
import type { RowValues } from './row-reader.ts';

/** Keys of holders under the secret. */
export type KeysOf = (
  certification: string,
  holder: string,
) => { readonly recordKey: number; readonly hash: string };

type HolderKeys = ReturnType<KeysOf>;

/** In place of a row: a holder who did not obtain the certification. */
const NOT_CERTIFIED = 2 ** 32 - 1;

/** Holders of the files that are read, and their rows by the keyed hash of their identifier. */
export class Roster {
  readonly holders: HolderTable;
  readonly #rows = new HashMapColumn();
  readonly #certifications = new Set<RegisterCode>();

  constructor(holders: HolderTable) {
    this.holders = holders;
  }

  /** Certifications of which there is a roster. */
  get certifications(): Iterable<RegisterCode> {
    return this.#certifications;
  }

  /** Row of a holder, which `isNotCertified` may tell of; undefined when there is none. */
  rowOf({ hash }: HolderKeys): number | undefined {
    return this.#rows.get(hash);
  }

  /** Reads one row of a roster, whose cells could all be read. */
  read(
    values: RowValues,
    keys: HolderKeys,
    refuse: (field: string, fr: string, en: string) => void,
  ): void {
    const certification = values['certification'] as RegisterCode;
    const outcome = (values['resultat'] ?? 'CERTIFIE') as OutcomeCode;
    this.#certifications.add(certification);
    if (this.#rows.get(keys.hash) !== undefined) {
      refuse(
        'id_titulaire',
        'ce titulaire est là deux fois pour la même certification\u00a0: une ligne par titulaire est acceptée',
        'this holder is there twice for the same certification: one row for each holder is accepted',
      );
      return;
    }
    if (outcome !== 'CERTIFIE') {
      this.#rows.set(keys.hash, NOT_CERTIFIED);
      return;
    }
    const obtainedOn = values['date_obtention'] as PlainDate | null;
    if (obtainedOn === null) {
      refuse(
        'date_obtention',
        'est vide\u00a0: le jour de l’obtention est demandé de qui est CERTIFIE',
        'is empty: the day of the award is wanted of who is CERTIFIE',
      );
      return;
    }
    const birthYear = values['annee_naissance'] as number | null;
    const age = birthYear === null ? null : Number(obtainedOn.slice(0, 4)) - birthYear;
    if (age !== null && (age < AGE_AT_OBTENTION.min || age > AGE_AT_OBTENTION.max)) {
      const { min, max } = AGE_AT_OBTENTION;
      refuse(
        'annee_naissance',
        `donne un âge hors de ${min} à ${max} ans à l’obtention`,
        `gives an age outside ${min} to ${max} years at the award`,
      );
      return;
    }
    const row = this.holders.add({
      certificationCode: certification,
      obtainedOn,
      recordKey: keys.recordKey,
      hash: keys.hash,
      route: values['voie_acces'] as AccessRouteCode | null,
      sex: values['sexe'] as SexCode | null,
      ageBand: ageBandOf(Number(obtainedOn.slice(0, 4)), birthYear),
      region: values['region_formation'] as string | null,
    });
    this.#rows.set(keys.hash, row);
  }
}

/** Whether somebody is in the roster without the certification. */
export function isNotCertified(row: number): boolean {
  return row === NOT_CERTIFIED;
}
