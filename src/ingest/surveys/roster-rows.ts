import type { PlainDate } from '../../domain/calendar.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import type { AccessRouteCode, OutcomeCode, SexCode } from '../../domain/survey/codes.ts';
import { ageBandOf } from '../../domain/survey/holder.ts';
import { AGE_AT_OBTENTION } from '../../domain/survey/layout.ts';
import type { HolderTable, KeptHolder } from './holder-table.ts';
import type { RowValues } from './row-reader.ts';

/** Keys of holders under the secret. */
export type KeysOf = (
  certification: string,
  holder: string,
) => { readonly recordKey: number; readonly hash: string };

/** A holder who did not obtain the certification. */
const NOT_CERTIFIED = -1;

/** Holders of the files that are read, and their rows by identifier, which is kept no longer than that. */
export class Roster {
  readonly holders: HolderTable;
  readonly #keysOf: KeysOf;
  readonly #rows = new Map<RegisterCode, Map<string, number>>();

  constructor(holders: HolderTable, keysOf: KeysOf) {
    this.holders = holders;
    this.#keysOf = keysOf;
  }

  /** Certifications of which there is a roster. */
  get certifications(): Iterable<RegisterCode> {
    return this.#rows.keys();
  }

  /** Row of a holder; −1 of one who did not obtain the certification, undefined when there is none. */
  rowOf(certification: RegisterCode, id: string): number | undefined {
    return this.#rows.get(certification)?.get(id);
  }

  /** Reads one row of a roster, whose cells could all be read. */
  read(values: RowValues, refuse: (field: string, fr: string, en: string) => void): void {
    const certification = values['certification'] as RegisterCode;
    const id = values['id_titulaire'] as string;
    const outcome = (values['resultat'] ?? 'CERTIFIE') as OutcomeCode;
    const own = this.#rows.get(certification) ?? new Map<string, number>();
    this.#rows.set(certification, own);
    if (own.has(id)) {
      refuse(
        'id_titulaire',
        'ce titulaire est là deux fois pour la même certification\u00a0: une ligne par titulaire est acceptée',
        'this holder is there twice for the same certification: one row for each holder is accepted',
      );
      return;
    }
    if (outcome !== 'CERTIFIE') {
      own.set(id, NOT_CERTIFIED);
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
    own.set(id, this.holders.add(this.#kept({ values, certification, id, obtainedOn, birthYear })));
  }

  #kept(given: {
    readonly values: RowValues;
    readonly certification: RegisterCode;
    readonly id: string;
    readonly obtainedOn: PlainDate;
    readonly birthYear: number | null;
  }): KeptHolder {
    const { values, certification, id, obtainedOn, birthYear } = given;
    return {
      ...this.#keysOf(certification, id),
      ...{ certificationCode: certification, obtainedOn },
      route: values['voie_acces'] as AccessRouteCode | null,
      sex: values['sexe'] as SexCode | null,
      ageBand: ageBandOf(Number(obtainedOn.slice(0, 4)), birthYear),
      region: values['region_formation'] as string | null,
    };
  }
}

/** Whether somebody is in the roster without the certification. */
export function isNotCertified(row: number): boolean {
  return row === NOT_CERTIFIED;
}
