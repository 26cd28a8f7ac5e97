import { parseRegisterCode, type RegisterCode } from '../../domain/certification/register-code.ts';
import {
  FINDING_RULES,
  FINDING_SEVERITIES,
  type FindingRule,
  type FindingSeverity,
} from '../../domain/findings/finding.ts';
import { parseSiren } from '../../domain/nomenclature/siret.ts';
import type { FindingFilter } from '../operations.ts';
import { readChoice } from '../parameters.ts';

export const RULES = Object.keys(FINDING_RULES) as FindingRule[];

/** State of the page: all of it is in the address. */
export interface FindingsState {
  readonly regle: FindingRule | null;
  readonly gravite: FindingSeverity | null;
  readonly siren: string | null;
  readonly code: RegisterCode | null;
}

/** Reads the address; throws `BadUserInputError` for a value that is not accepted. */
export function readState(query: URLSearchParams): FindingsState {
  const [siren, code] = [query.get('siren')?.trim(), query.get('code')?.trim()];
  return {
    regle: readChoice('regle', query.get('regle'), RULES),
    gravite: readChoice('gravite', query.get('gravite'), FINDING_SEVERITIES),
    siren: siren ? parseSiren(siren) : null,
    code: code ? parseRegisterCode(code) : null,
  };
}

/** Filters of the page: of its list, and of its counts, among whose rules one is chosen. */
export function filtersOf({ regle, gravite, siren, code }: FindingsState) {
  const others: FindingFilter = {
    ...(siren !== null && { certifier: siren }),
    ...(code !== null && { certification: code }),
  };
  const filter: FindingFilter = {
    ...others,
    ...(regle !== null && { rules: [regle] }),
    ...(gravite !== null && { severities: [gravite] }),
  };
  return { others, filter };
}
