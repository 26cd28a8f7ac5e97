import { ROSTER_FIELDS, SITUATION_FIELDS, type SurveyField } from '../../domain/survey/layout.ts';
import { REGIONS } from '../../domain/survey/region.ts';
import { SITUATIONS, type SituationCode } from '../../domain/survey/situation.ts';

/** A code that cells accept. */
export interface ValueRow {
  /** Names of the fields that accept it. */
  readonly fields: readonly string[];
  readonly code: string;
  readonly label: string;
  /** What it counts in; null where codes count for nothing but a breakdown. */
  readonly effect: string | null;
}

/** What codes of fields other than `situation` count in. */
const EFFECTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  resultat: {
    CERTIFIE: 'Compte dans les certifiés (N)',
    NON_CERTIFIE: 'Ne compte pas dans les certifiés (N)',
    ABSENT: 'Ne compte pas dans les certifiés (N)',
  },
  statut_reponse: {
    REPONDU: 'Compte dans les répondants (R)',
    INJOIGNABLE: 'Compte dans les certifiés (N), non dans les répondants (R)',
    REFUS: 'Compte dans les certifiés (N), non dans les répondants (R)',
    NON_ENQUETE: 'Compte dans les certifiés (N), non dans les répondants (R)',
  },
  metier_vise: {
    OUI: 'Pour un emploi compté dans E\u00a0: compte dans M, le taux dans le métier visé',
    NON: 'Ne compte pas dans M',
    INDETERMINE: 'Ne compte pas dans M\u00a0; la part de ces emplois est affichée',
  },
};

function effectOfSituation(code: SituationCode): string {
  const { base, employment } = SITUATIONS[code];
  switch (base) {
    case 'COUNTED':
      return employment ? 'Compte dans R, n et E' : 'Compte dans R et n, non dans E';
    case 'NEUTRALISED':
      return 'Compte dans R\u00a0; neutralisée, donc ni dans n ni dans E';
    case 'NEUTRALISED_UNLESS_INTERNATIONAL':
      return 'Compte dans R\u00a0; neutralisée, sauf pour une certification signalée comme internationale\u00a0: alors comme EMPLOI';
  }
}

function codesOf(field: SurveyField): ValueRow[] {
  if (field.type !== 'ENUM') return [];
  return Object.entries(field.codes).map(([code, { fr }]) => ({
    ...{ fields: [field.name], code, label: fr },
    effect:
      field.name === 'situation'
        ? effectOfSituation(code as SituationCode)
        : (EFFECTS[field.name]?.[code] ?? null),
  }));
}

/** All codes, those of a field one after the other: enumerations in the order of the layouts, then regions. */
export function templateValues(): readonly ValueRow[] {
  const fields: readonly SurveyField[] = [...ROSTER_FIELDS, ...SITUATION_FIELDS];
  const ofRegions = fields.filter(({ type }) => type === 'REGION').map(({ name }) => name);
  return [
    ...fields.flatMap(codesOf),
    ...REGIONS.map(({ code, name }) => ({ fields: ofRegions, code, label: name, effect: null })),
  ];
}
