import type { EmptyAnswer } from '../domain/empty/empty-answer.ts';
import type { Work } from '../domain/work.ts';
import type { DayView, Mask } from '../snapshot/day-view.ts';
import {
  type AskedDay,
  type ChosenList,
  countChosen,
  explainEmpty,
} from '../snapshot/empty/explain.ts';
import {
  certificationConditions,
  cohortConditions,
  type FilterPart,
} from '../snapshot/empty/filter-conditions.ts';
import { explainNoFigure } from '../snapshot/empty/groups.ts';
import type { CertificationFilter } from '../snapshot/filter/certification-filter.ts';
import type { CohortCriteria } from '../snapshot/filter/cohort-filter.ts';
import { type CohortFilter, cohortMask } from '../snapshot/filter/cohort-mask.ts';
import { cohortGroups } from '../snapshot/group/cohort-groups.ts';
import {
  CERTIFICATION_PARAMETERS,
  certificationFilter,
  cohortFilter,
  YEAR_PARAMETERS,
  yearRange,
} from './filter-parameters.ts';
import type { ParameterValues } from './parameter.ts';

/** Why the rows of a dataset are none, or their rates all absent. */
export interface WhyEmpty {
  /**
   * Why there are no rows; null when there are some.
   *
   * - `today`: today, when another day was asked for; null otherwise.
   */
  readonly noRows: (
    view: DayView,
    values: ParameterValues,
    today: DayView | null,
  ) => Work<EmptyAnswer | null>;
  /** Why rows have no rate, of which the cohorts that the parameters choose are asked. */
  readonly noRates: (view: DayView, values: ParameterValues) => Work<EmptyAnswer | null>;
}

/** What the parameters of a dataset mean on a day. */
type More<Value> = (view: DayView, values: ParameterValues) => Value;

/** Certifications that have rows of another table, by its offsets. */
export function withRows(offset: Int32Array): Mask {
  return Uint8Array.from({ length: offset.length - 1 }, (_, row) =>
    Number((offset[row + 1] ?? 0) > (offset[row] ?? 0)),
  );
}

/** The parameter that gives each field of a filter beside those of all datasets. */
const PARAMETER_OF: Readonly<Record<string, string>> = {
  registrationEnds: 'months',
  filingPassed: 'filing_passed',
  replaced: 'replaced',
  usableCohorts: 'usable_cohorts_to',
};

/** Why a dataset of certifications, or of what they hold, is empty. */
export function emptyCertifications(more: More<CertificationFilter> = () => ({})): WhyEmpty {
  const listOn = function* (view: DayView, values: ParameterValues): Work<ChosenList> {
    const conditions = yield* certificationConditions(view, [
      ...certificationParts(view, values),
      ...moreParts(more(view, values), values),
    ]);
    return {
      ...{ view, of: 'CERTIFICATIONS', rows: null, own: [] },
      count: view.snapshot.certifications.count,
      ofCertification: { ...conditions, certificationOf: null },
    };
  };
  return whyEmpty(listOn, (view, values) => ({
    certification: { ...certificationFilter(view, values), ...more(view, values) },
  }));
}

/** Why a dataset of cohorts, or of groups of them, is empty. */
export function emptyCohorts(more: More<CohortCriteria> = () => ({})): WhyEmpty {
  const listOn = function* (view: DayView, values: ParameterValues): Work<ChosenList> {
    const { count, certification: certificationOf } = view.snapshot.cohorts;
    const own = yield* cohortConditions(view, [
      ...givenOf(YEAR_PARAMETERS, values).map((name) => ({
        ...{ condition: name, given: values[name] },
        filter: { cohortYear: yearRange(view, { [name]: values[name] }) },
      })),
      ...moreParts(more(view, values), values),
    ]);
    const conditions = yield* certificationConditions(view, certificationParts(view, values));
    return {
      ...{ view, of: 'COHORTS', count, rows: null, own },
      ofCertification: { ...conditions, certificationOf },
    };
  };
  return whyEmpty(listOn, (view, values) => ({
    ...cohortFilter(view, values),
    ...more(view, values),
  }));
}

function whyEmpty(listOn: More<Work<ChosenList>>, cohortsOn: More<CohortFilter>): WhyEmpty {
  return {
    noRows: function* (view, values, today) {
      const day = today && askedDay(values, () => listOn(today, values));
      return yield* explainEmpty(yield* listOn(view, values), day);
    },
    noRates: function* (view, values) {
      const mask = yield* cohortMask(view, cohortsOn(view, values));
      const [all] = (yield* cohortGroups(view, { mask, groupBy: [], most: 1 })) ?? [];
      return explainNoFigure(all);
    },
  };
}

function askedDay(values: ParameterValues, listOf: () => Work<ChosenList>): AskedDay {
  return {
    condition: 'as_of',
    given: values['as_of'] as AskedDay['given'],
    remaining: function* () {
      return yield* countChosen(yield* listOf());
    },
  };
}

/** What parameters ask of certifications, each alone. */
function certificationParts(
  view: DayView,
  values: ParameterValues,
): FilterPart<CertificationFilter>[] {
  return givenOf(CERTIFICATION_PARAMETERS, values).map((name) => ({
    ...{ condition: name, given: values[name] },
    filter: certificationFilter(view, { [name]: values[name] }),
  }));
}

/** What else a dataset asks, each thing alone: by its parameter, or as its own. */
function moreParts<Filter extends object>(
  filter: Filter,
  values: ParameterValues,
): FilterPart<Filter>[] {
  return Object.entries(filter).flatMap(([field, value]) => {
    if (value == null) return [];
    const alone = { [field]: value } as Filter;
    const parameter = PARAMETER_OF[field];
    if (parameter !== undefined && values[parameter] !== undefined) {
      return [{ condition: parameter, given: values[parameter], filter: alone }];
    }
    // Masks have no form in words.
    const given = field === 'chosen' ? true : value;
    return [{ condition: `report.${field}`, given, filter: alone }];
  });
}

function givenOf(
  parameters: readonly { readonly name: string }[],
  values: ParameterValues,
): string[] {
  return parameters.map(({ name }) => name).filter((name) => values[name] !== undefined);
}
