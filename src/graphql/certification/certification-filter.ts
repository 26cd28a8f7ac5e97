import { addMonths, type PlainDate } from '../../domain/calendar.ts';

import {
  parseFormacode,
  parseLevel,
  parseOccupationCode,
  parseSpecialityCode,
} from '../../domain/nomenclature/nomenclature.ts';
import { checkedMonths, type Range } from '../../domain/range.ts';
import type { ManyComparisons } from '../../domain/rate/q-values.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import type { CertificationFilter as Filter } from '../../snapshot/filter/certification-filter.ts';
import { cohortCriteria, rateCriteria } from '../cohort/cohort-criteria.ts';
import { builder } from '../core/builder.ts';
import type { OperationContext } from '../core/context.ts';
import { checkCodes } from '../core/known-codes.ts';
import { andThen, type Maybe } from '../core/maybe.ts';
import { DateRange, IntRange, namedYears, rangeOf, refuseBoth } from '../core/ranges.ts';
import { textArgument } from '../core/text-argument.ts';
import { CertificationDimension } from '../insertion/dimension.ts';
import {
  belowMedian,
  FunnelCriterion,
  inFunnel,
  type PeerChoice,
  PeerRuleInput,
} from '../peers/peer-rule.ts';
import { AccessRouteKind } from './access-route-kind.ts';
import { Register, RegistrationType } from './register.ts';
import { type SearchResult, searchResult } from './search.ts';

export const CertificationFilter = builder.inputType('CertificationFilter', {
  description:
    'Which certifications. An absent field restricts nothing; lists mean "any of", ranges include both ends. `cohortYear`, `certified`, `certifiedThroughVae`, `has`, `lacks` and what starts with `rate` are met by one and the same cohort.',
  fields: (t) => ({
    register: t.field({ type: Register, description: 'Of one register.' }),
    active: t.boolean({
      description:
        'Active on the as-of day, or not. Without an end and without a flag of the register it is neither.',
    }),
    codes: t.field({ type: ['RegisterCode'], description: 'Numbers of fiches.' }),
    levels: t.intList({ description: 'Niveaux de qualification, 1 to 8.' }),
    specialities: t.stringList({
      description: 'NSF codes, or their first characters: `32` means all that starts with 32.',
    }),
    occupations: t.stringList({
      description: 'ROME codes, or their first characters: `M18` means all that starts with M18.',
    }),
    formacodes: t.stringList({ description: 'Formacodes, whole.' }),
    certifiers: t.field({
      type: ['Siren'],
      description: 'SIREN of certifying bodies in force; former ones do not count.',
    }),
    registrationTypes: t.field({
      type: [RegistrationType],
      description: 'Types d’enregistrement.',
    }),
    registrationEnds: t.field({
      type: DateRange,
      description: 'End date between two days; a fiche without an end date is left out.',
    }),
    registrationEndsWithinMonths: t.int({
      description:
        'Months, 1 to 600. End date from the as-of day to so many months later, both included; instead of `registrationEnds`.',
    }),
    abbreviations: t.stringList({ description: 'Abrégés (TP, BTS…), in any case.' }),
    accessRoutes: t.field({ type: [AccessRouteKind], description: 'Open access routes.' }),
    cohortYear: t.field({ type: IntRange, description: 'Has a cohort of these years.' }),
    cohortYears: t.field({
      type: 'YearSelection',
      description: 'Has a cohort of these years; instead of `cohortYear`.',
    }),
    ...rateCriteria(t),
    usableCohorts: t.field({
      type: IntRange,
      description: 'Cohorts. Has so many whose global rate at 6 months is published.',
    }),
    newestCohort: t.field({
      type: IntRange,
      description: 'Year of its newest cohort; a certification without cohorts is left out.',
    }),
    newestCohortAge: t.field({
      type: IntRange,
      description:
        'Years from its newest cohort to the year of the as-of day; instead of `newestCohort`.',
    }),
    hasCohorts: t.boolean({ description: 'Has statistics, or has none.' }),
    hasCompleteSixMonthRates: t.boolean({
      description:
        'Publishes a global rate at 6 months and owes none at 6 months on the as-of day; or not.',
    }),
    filingPassed: t.boolean({
      description:
        'The recommended day of filing for renewal, eight months before the end, has passed on the as-of day; or not. Without an end it is neither.',
    }),
    replaced: t.boolean({ description: 'Some fiche says what replaces it; or none does.' }),
    certifierCount: t.field({
      type: IntRange,
      description: 'Bodies. Has so many certifying bodies in force.',
    }),
    hasEquivalences: t.boolean({
      description: 'Declares equivalences (correspondances), or none.',
    }),
    without: t.field({
      type: [CertificationDimension],
      description:
        'Without a value of each of these: what the group holds whose key is null, as the certifications without a certifier known by SIREN.',
    }),
    belowPeerMedian: t.field({
      type: PeerRuleInput,
      description:
        'Its pooled rate is below the median of its peers; those that are not active on the as-of day, without a rate, or with fewer than five peers, are left out.',
    }),
    funnel: t.field({
      type: FunnelCriterion,
      description:
        'Its pooled rate stands so in the funnel around the pooled rate of its peers; those that are not active on the as-of day are left out.',
    }),
    search: t.string({
      description:
        'French full text over number, title, occupations, blocks and skills, whatever the accents, the case and the endings; "quoted phrases", `or` and `-without` are understood; at most 50 words. A number, in any form, gives its fiche first. When no certification has the words, titles that are written alike.',
    }),
  }),
});

export type FilterInput = typeof CertificationFilter.$inferInput;

/** Fields that choose by what no column tells. */
export type ChoosingField = 'belowPeerMedian' | 'funnel' | 'search';

/** A filter that was read, and what its search found. */
export interface FoundFilter {
  readonly filter: Filter;
  /** The field that each of `filter.chosen` is of. */
  readonly chosenBy: readonly ChoosingField[];
  /** null without a search. */
  readonly search: SearchResult | null;
  /** What goes with a list that is chosen by peers; null for any other. */
  readonly comparisons: ManyComparisons | null;
}

/**
 * The filter of an argument, read and checked; an empty one when it was not given. What depends on
 * peers is looked up on the day of the answer, and a search in the database.
 *
 * - Throws `BadUserInputError` for a code that is malformed or that the register lacks, for a range
 *   that ends before it begins, and for a search of too many words.
 */
export function filterOf(
  input: FilterInput | null | undefined,
  context: OperationContext,
  view: DayView,
): Maybe<FoundFilter> {
  if (!input) return NO_FILTER;
  const { belowPeerMedian, funnel, search: text, ...given } = input;
  const filter = readFilter(given, context, view);
  const question = textArgument('search', text);
  const choices: Maybe<PeerChoice>[] = [
    ...(belowPeerMedian ? [belowMedian(context, view, belowPeerMedian)] : []),
    ...(funnel ? [inFunnel(context, view, funnel)] : []),
  ];
  if (question === null && choices.length === 0) return { ...NO_FILTER, filter };
  const found = question === null ? null : searchResult(context, question);
  return andThen(all(choices), (chosen) =>
    andThen(found, (search) => {
      const masks = chosen.map(({ mask }) => mask);
      return {
        filter: { ...filter, chosen: search ? [...masks, search.mask] : masks },
        chosenBy: CHOOSING_FIELDS.filter((field) => (field === 'search' ? search : input[field])),
        search,
        comparisons: chosen[0]?.comparisons ?? null,
      };
    }),
  );
}

const NO_FILTER: FoundFilter = { filter: {}, chosenBy: [], search: null, comparisons: null };

/** In the order of their masks. */
const CHOOSING_FIELDS: readonly ChoosingField[] = ['belowPeerMedian', 'funnel', 'search'];

/** All values, once all are there. */
function all<Value>(values: readonly Maybe<Value>[]): Maybe<readonly Value[]> {
  return values.some((value) => value instanceof Promise)
    ? Promise.all(values)
    : (values as readonly Value[]);
}

type Given = Omit<FilterInput, 'belowPeerMedian' | 'funnel' | 'search'>;

function readFilter(given: Given, context: OperationContext, view: DayView): Filter {
  const { day: asOf } = view;
  const filter: Filter = {
    ...given,
    ...cohortCriteria(given, namedYears(given), view),
    levels: given.levels?.map(parseLevel),
    specialities: given.specialities?.map(parseSpecialityCode),
    occupations: given.occupations?.map(parseOccupationCode),
    formacodes: given.formacodes?.map(parseFormacode),
    abbreviations: given.abbreviations?.map((code) => textArgument('abbreviations', code) ?? ''),
    registrationEnds: endsOf(given, asOf),
    usableCohorts: rangeOf('usableCohorts', given.usableCohorts),
    newestCohort: newestOf(given, asOf),
    certifierCount: rangeOf('certifierCount', given.certifierCount),
  };
  checkCodes(context, 'codes', 'certification', filter.codes);
  checkCodes(context, 'specialities', 'speciality', filter.specialities);
  checkCodes(context, 'occupations', 'occupation', filter.occupations);
  checkCodes(context, 'formacodes', 'formacode', filter.formacodes);
  checkCodes(context, 'abbreviations', 'abbreviation', filter.abbreviations);
  checkCodes(context, 'certifiers', 'certifier', filter.certifiers);
  return filter;
}

/** The days between which the registration ends: named, or counted in months from the as-of day. */
function endsOf(given: Given, asOf: PlainDate): Range<PlainDate> | null {
  const { registrationEnds, registrationEndsWithinMonths: months } = given;
  if (months == null) return rangeOf('registrationEnds', registrationEnds);
  refuseBoth('registrationEnds', registrationEnds, 'registrationEndsWithinMonths');
  return { from: asOf, to: addMonths(asOf, checkedMonths('registrationEndsWithinMonths', months)) };
}

/** The years of the newest cohort: named, or counted back from the as-of day. */
function newestOf(given: Given, asOf: PlainDate): Range<number> | null {
  const { newestCohort, newestCohortAge } = given;
  const age = rangeOf('newestCohortAge', newestCohortAge);
  if (!age) return rangeOf('newestCohort', newestCohort);
  refuseBoth('newestCohort', newestCohort, 'newestCohortAge');
  const year = Number(asOf.slice(0, 4));
  return {
    from: age.to == null ? null : year - age.to,
    to: age.from == null ? null : year - age.from,
  };
}
