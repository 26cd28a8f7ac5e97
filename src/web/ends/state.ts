import { parseSiren } from '../../domain/nomenclature/siret.ts';
import type { CertificationFilter } from '../operations.ts';
import { notAccepted, readChoice } from '../parameters.ts';

/** Months that are looked ahead without `mois`, and at most. */
const USUAL_MONTHS = 12;
export const MOST_MONTHS = 36;

/** State of the page: all of it is in the address. */
export interface EndsState {
  readonly mois: number;
  readonly niveau: string | null;
  readonly siren: string | null;
  /** Whether the recommended day of filing has passed. */
  readonly depot: 'passe' | 'a-venir' | null;
  /** Whether some fiche says what replaces it. */
  readonly remplacee: 'oui' | 'non' | null;
}

export const LEVELS = ['1', '2', '3', '4', '5', '6', '7', '8'] as const;

/** Reads the address; throws `BadUserInputError` for a value that is not accepted. */
export function readState(query: URLSearchParams): EndsState {
  const siren = query.get('siren')?.trim();
  return {
    mois: readMonths(query.get('mois')),
    niveau: readChoice('niveau', query.get('niveau'), LEVELS),
    siren: siren ? parseSiren(siren) : null,
    depot: readChoice('depot', query.get('depot'), ['passe', 'a-venir'] as const),
    remplacee: readChoice('remplacee', query.get('remplacee'), ['oui', 'non'] as const),
  };
}

function readMonths(text: string | null): number {
  if (!text) return USUAL_MONTHS;
  const months = Number(text);
  if (Number.isInteger(months) && months >= 1 && months <= MOST_MONTHS) return months;
  throw notAccepted('mois', text, `1 … ${MOST_MONTHS}`);
}

/** The filter of the page, as its operation takes it. */
export function filterOf({
  mois,
  niveau,
  siren,
  depot,
  remplacee,
}: EndsState): CertificationFilter {
  return {
    active: true,
    registrationEndsWithinMonths: mois,
    ...(niveau !== null && { levels: [Number(niveau)] }),
    ...(siren !== null && { certifiers: [siren] }),
    ...(depot !== null && { filingPassed: depot === 'passe' }),
    ...(remplacee !== null && { replaced: remplacee === 'oui' }),
  };
}
