import { RATE_STATUSES } from '../../domain/rate/rate-status.ts';
import type {
  CertificationDimension,
  CertificationFilter,
  CertificationOrder,
  RateStatus,
} from '../operations.ts';
import type { QueryValue } from '../page.ts';
import { notAccepted, readChoice } from '../parameters.ts';

/** Orders of a result by their name in the address. */
export const ORDERS = {
  pertinence: [],
  intitule: [{ field: 'TITLE', direction: 'ASC' }],
  code: [{ field: 'CODE', direction: 'ASC' }],
  fin: [{ field: 'REGISTRATION_ENDS_ON', direction: 'ASC' }],
  niveau: [
    { field: 'LEVEL', direction: 'DESC' },
    { field: 'TITLE', direction: 'ASC' },
  ],
} as const satisfies Record<string, readonly CertificationOrder[]>;

export type OrderName = keyof typeof ORDERS;

/** Filters that have a facet, by their name in the address. */
export const FACETS = {
  registre: 'REGISTER',
  niveau: 'LEVEL',
  active: 'ACTIVE',
  type: 'REGISTRATION_TYPE',
  nsf: 'SPECIALITY_DOMAIN',
  rome: 'OCCUPATION_DOMAIN',
  siren: 'CERTIFIER',
} as const satisfies Record<string, CertificationDimension>;

export type FacetName = keyof typeof FACETS;

/** A search: all of it is in the address. */
export interface SearchState {
  readonly q: string;
  readonly filters: Readonly<Record<FacetName, readonly string[]>>;
  /** Months within which the registration ends. */
  readonly fin: number | null;
  /** Status of the global rate at 6 months of some cohort. */
  readonly statut: RateStatus | null;
  /** Conditions that hold, by their name in the address. */
  readonly conditions: readonly ConditionName[];
  readonly tri: OrderName;
}

/** Conditions that are asked for or not: `depot=passe`. */
export const CONDITIONS = {
  depot: { value: 'passe', filter: { filingPassed: true } },
  mediane: { value: 'sous', filter: { belowPeerMedian: {} } },
  promotions: { value: 'anciennes', filter: { newestCohortAge: { from: 5 } } },
} as const satisfies Record<
  string,
  { readonly value: string; readonly filter: CertificationFilter }
>;

export type ConditionName = keyof typeof CONDITIONS;

/** Reads the address of a search; throws `BadUserInputError` for a value that is not accepted. */
export function readState(query: URLSearchParams): SearchState {
  const filters = Object.fromEntries(
    Object.keys(FACETS).map((name) => [name, [...new Set(query.getAll(name))].filter(Boolean)]),
  ) as unknown as SearchState['filters'];
  return {
    q: (query.get('q') ?? '').trim(),
    filters,
    fin: readMonths(query.get('fin')),
    statut: readChoice('statut', query.get('statut'), RATE_STATUSES),
    conditions: (Object.keys(CONDITIONS) as ConditionName[]).filter(
      (name) => readChoice(name, query.get(name), [CONDITIONS[name].value]) !== null,
    ),
    tri:
      readChoice('tri', query.get('tri'), Object.keys(ORDERS) as OrderName[]) ??
      (query.get('q') ? 'pertinence' : 'code'),
  };
}

function readMonths(text: string | null): number | null {
  if (!text) return null;
  const months = Number(text);
  if (Number.isInteger(months) && months >= 0 && months <= 120) return months;
  throw notAccepted('fin', text, '0 … 120');
}

const ACTIVE = { oui: true, non: false } as const;

/** The filter of a search, as its operation takes it. */
export function filterOf({
  q,
  filters,
  fin,
  statut,
  conditions,
}: SearchState): CertificationFilter {
  const { registre, niveau, active, type, nsf, rome, siren } = filters;
  const registers = registre.map((each) => readChoice('registre', each, ['RNCP', 'RS'] as const));
  const [register] = registers;
  const activity = active.map((each) => readChoice('active', each, ['oui', 'non'] as const));
  const [isActive] = activity;
  return {
    ...(q !== '' && { search: q }),
    // Both values of a choice of two are no filter.
    ...(registers.length === 1 && register && { register }),
    ...(activity.length === 1 && isActive && { active: ACTIVE[isActive] }),
    ...(niveau.length > 0 && { levels: niveau.map(levelOf) }),
    ...(type.length > 0 && {
      registrationTypes: type.flatMap(
        (each) => readChoice('type', each, ['BY_LAW', 'ON_REQUEST'] as const) ?? [],
      ),
    }),
    ...(nsf.length > 0 && { specialities: [...nsf] }),
    ...(rome.length > 0 && { occupations: [...rome] }),
    ...(siren.length > 0 && { certifiers: [...siren] }),
    ...(fin !== null && { registrationEndsWithinMonths: fin }),
    ...(statut !== null && {
      rateStatus: { indicator: 'GLOBAL_6_MONTHS' as const, anyOf: [statut] },
    }),
    ...Object.assign({}, ...conditions.map((name) => CONDITIONS[name].filter)),
  };
}

function levelOf(text: string): number {
  if (/^[1-8]$/.test(text)) return Number(text);
  throw notAccepted('niveau', text, '1 … 8');
}

/** The address of a search, with some of it replaced. */
export function queryOf(
  { q, filters, fin, statut, conditions, tri }: SearchState,
  other: Readonly<Record<string, QueryValue>> = {},
): Readonly<Record<string, QueryValue>> {
  return {
    q,
    ...filters,
    fin,
    statut,
    ...Object.fromEntries(conditions.map((name) => [name, CONDITIONS[name].value])),
    tri: tri === 'pertinence' && q !== '' ? null : tri,
    ...other,
  };
}

/** A search with a value of a filter added, or taken away where it was. */
export function toggled(state: SearchState, name: FacetName, value: string): SearchState {
  const values = state.filters[name];
  const other = values.includes(value)
    ? values.filter((each) => each !== value)
    : [...values, value];
  return { ...state, filters: { ...state.filters, [name]: other } };
}

/** A search with a condition added, or taken away where it was. */
export function withCondition(state: SearchState, name: ConditionName): SearchState {
  const conditions = state.conditions.includes(name)
    ? state.conditions.filter((each) => each !== name)
    : [...state.conditions, name];
  return { ...state, conditions };
}
