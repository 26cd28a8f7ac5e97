import { INSERTION_INDICATORS } from '../../domain/rate/indicator.ts';
import type {
  CohortDimension,
  CohortFilter,
  InsertionGroupOrder,
  InsertionIndicator,
} from '../operations.ts';
import { type AskedYears, readChoice, readYears, yearBounds } from '../parameters.ts';
import { filterOf, readState, type SearchState } from '../search/state.ts';
import { GROUP_MEASURES, type GroupMeasure, USUAL_MEASURES } from './measures.ts';

/** What cohorts are grouped by, in the order of the form. */
export const DIMENSIONS = [
  'YEAR',
  'LEVEL',
  'REGISTRATION_TYPE',
  'SPECIALITY_DOMAIN',
  'SPECIALITY_SUBDOMAIN',
  'SPECIALITY',
  'OCCUPATION_DOMAIN',
  'OCCUPATION',
  'FORMACODE',
  'ABBREVIATION',
  'ACCESS_ROUTE',
  'CERTIFIER',
  'ACTIVE',
] as const satisfies readonly CohortDimension[];

type Dimension = (typeof DIMENSIONS)[number];

/** Orders of the groups, by their name in the address. */
export const GROUP_ORDERS = {
  groupe: { by: 'KEY', direction: 'ASC' },
  certifies: { by: 'CERTIFIED', direction: 'DESC' },
  promotions: { by: 'COHORTS', direction: 'DESC' },
  certifications: { by: 'CERTIFICATIONS', direction: 'DESC' },
} as const satisfies Record<string, InsertionGroupOrder>;

export type GroupOrderName = keyof typeof GROUP_ORDERS;

/** A statistic: all of it is in the address. */
export interface StatisticsState {
  /** Filters of certifications, as a search has them. */
  readonly search: SearchState;
  readonly by: Dimension;
  /** A second dimension; null without one. */
  readonly and: Dimension | null;
  /** The rate that is drawn. */
  readonly indicator: InsertionIndicator;
  readonly order: GroupOrderName;
  /** Columns of the table. */
  readonly measures: readonly GroupMeasure[];
  /** Years of cohorts. */
  readonly years: AskedYears;
}

/** Groups that a page shows. */
export const MOST_GROUPS = 200;

/** Reads the address of a statistic; throws `BadUserInputError` for a value that is not accepted. */
export function readStatistics(query: URLSearchParams): StatisticsState {
  const by = readChoice('par', query.get('par'), DIMENSIONS) ?? 'YEAR';
  const and = readChoice('et', query.get('et'), DIMENSIONS);
  return {
    search: readState(query),
    ...{ by, and: and === by ? null : and },
    indicator: readChoice('taux', query.get('taux'), INSERTION_INDICATORS) ?? 'GLOBAL_6_MONTHS',
    order:
      readChoice('ordre', query.get('ordre'), Object.keys(GROUP_ORDERS) as GroupOrderName[]) ??
      'groupe',
    measures: readMeasures(query),
    years: readYears(query),
  };
}

/** The measures that are chosen, in the order of the columns; the usual ones without a choice. */
function readMeasures(query: URLSearchParams): readonly GroupMeasure[] {
  const given = query.getAll('mesures').map((each) => readChoice('mesures', each, GROUP_MEASURES));
  const chosen = GROUP_MEASURES.filter((each) => given.includes(each));
  return chosen.length === 0 ? USUAL_MEASURES : chosen;
}

/** The filter of cohorts, as the operation takes it. */
export function cohortFilterOf({ search, years }: StatisticsState): CohortFilter {
  const certification = filterOf(search);
  const year = yearBounds(years);
  return {
    ...(Object.keys(certification).length > 0 && { certification }),
    ...(year && { year }),
    ...(years.selection !== null && { years: years.selection }),
  };
}
