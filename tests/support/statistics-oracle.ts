import type { PlainDate } from '../../src/domain/calendar.ts';
import { activityOn } from '../../src/domain/certification/activity.ts';
import type { Fiche, FicheCohort } from '../../src/domain/certification/fiche.ts';
import { levelOf } from '../../src/domain/certification/level.ts';
import { registerOf } from '../../src/domain/certification/register-code.ts';
import type { CohortDimension } from '../../src/domain/insertion/dimension.ts';
import type { GroupSums, RateSums } from '../../src/domain/insertion/insertion-summary.ts';
import { quartilesOf } from '../../src/domain/peers/quantile.ts';
import { isWithin, type Range } from '../../src/domain/range.ts';
import { byIndicator, type InsertionIndicator } from '../../src/domain/rate/indicator.ts';
import { rateDueOn } from '../../src/domain/rate/rate-status.ts';
import type { CohortCriteria } from '../../src/snapshot/filter/cohort-filter.ts';
import type { CohortFilter } from '../../src/snapshot/filter/cohort-mask.ts';
import { poolCohorts, rateStatus } from './figures.ts';
import { DATED_ON, type RandomRegister } from './random-register.ts';

/** A cohort with the fiche it is of. */
export interface KnownCohort {
  readonly fiche: Fiche;
  readonly cohort: FicheCohort;
  readonly targetAt6MonthsInSource: boolean;
}

/** All cohorts of a register. */
export function allCohorts({ fiches, withTargetAt6Months }: RandomRegister): KnownCohort[] {
  return fiches.flatMap((fiche) =>
    fiche.cohorts.map((cohort) => ({
      ...{ fiche, cohort },
      targetAt6MonthsInSource:
        withTargetAt6Months.has(fiche.code) || cohort.rates.TARGET_OCCUPATION_6_MONTHS !== null,
    })),
  );
}

/** Whether the year of a cohort had begun on a day. */
export function hasBegun({ year }: Pick<FicheCohort, 'year'>, asOf: PlainDate): boolean {
  return year <= Number(asOf.slice(0, 4));
}

/**
 * Whether a certification is registered on a day: from its day of effect, else of decision; null = not
 * known.
 */
export function isActive(fiche: Fiche, asOf: PlainDate): boolean | null {
  const registrationStartsOn = fiche.effectiveOn ?? fiche.decisionOn;
  return activityOn({ ...fiche, registrationStartsOn }, asOf);
}

/** The status of a rate on a day, as docs/method.md#status has it. */
export function statusOf(
  { fiche, cohort, targetAt6MonthsInSource }: KnownCohort,
  indicator: InsertionIndicator,
  asOf: PlainDate,
) {
  const value = cohort.rates[indicator];
  return rateStatus({
    ...{ register: registerOf(fiche.code), year: cohort.year, indicator, value, asOf },
    firstSeenOn: value === null ? null : DATED_ON,
    inSource: indicator !== 'TARGET_OCCUPATION_6_MONTHS' || targetAt6MonthsInSource,
    unreadable: cohort.unreadableRates?.includes(indicator) ?? false,
    certified: cohort.certified,
    registrationEndsOn: fiche.registrationEndsOn,
  });
}

/** The cohorts that a filter selects on a day: only what random filters ask is looked at. */
export function selectedCohorts(
  register: RandomRegister,
  filter: CohortFilter,
  asOf: PlainDate,
): KnownCohort[] {
  const all = allCohorts(register).filter(({ cohort }) => hasBegun(cohort, asOf));
  const { certification = {}, ...criteria } = filter;
  return all.filter(
    (known) =>
      meets(known, criteria, asOf) && isSelected(known.fiche, certification ?? {}, all, asOf),
  );
}

function meets(known: KnownCohort, criteria: CohortCriteria, asOf: PlainDate): boolean {
  const { cohortYear, certified, certifiedThroughVae, has, lacks } = criteria;
  const { rateStatus: status, rateDue } = criteria;
  const { cohort, fiche } = known;
  return (
    isWithin(cohort.year, cohortYear) &&
    isWithin(cohort.certified, certified) &&
    isWithin(cohort.certifiedThroughVae, certifiedThroughVae) &&
    (has ?? []).every((indicator) => cohort.rates[indicator] !== null) &&
    (lacks ?? []).every((indicator) => cohort.rates[indicator] === null) &&
    (!status || status.anyOf.includes(statusOf(known, status.indicator, asOf))) &&
    (!rateDue ||
      (registerOf(fiche.code) === 'RNCP' &&
        isDayWithin(rateDueOn(cohort.year, rateDue.indicator), rateDue)))
  );
}

function isDayWithin(day: PlainDate, { from, to }: Range<PlainDate>): boolean {
  return (from == null || day >= from) && (to == null || day <= to);
}

function isSelected(
  fiche: Fiche,
  filter: NonNullable<CohortFilter['certification']>,
  all: readonly KnownCohort[],
  asOf: PlainDate,
): boolean {
  const { register, active, levels, registrationTypes, abbreviations, formacodes } = filter;
  const { cohortYear, certified, certifiedThroughVae, has, lacks } = filter;
  const criteria = {
    ...{ cohortYear, certified, certifiedThroughVae, has, lacks },
    ...{ rateStatus: filter.rateStatus, rateDue: filter.rateDue },
  };
  const level = levelOf(fiche.level?.code ?? null);
  const any = <T>(asked: readonly T[] | null | undefined, holds: (value: T) => boolean) =>
    asked == null || asked.some(holds);
  const asksCohorts = Object.values(criteria).some(
    (value) => value != null && Object.values(value).some((each) => each != null),
  );
  return (
    (register == null || registerOf(fiche.code) === register) &&
    (active == null || isActive(fiche, asOf) === active) &&
    any(filter.codes, (code) => fiche.code === code) &&
    any(levels, (each) => level === each) &&
    any(filter.specialities, (start) => fiche.specialities.some((e) => e.code.startsWith(start))) &&
    any(filter.occupations, (start) => fiche.occupations.some((e) => e.code.startsWith(start))) &&
    any(formacodes, (code) => fiche.formacodes.some((each) => each.code === code)) &&
    any(filter.certifiers, (siren) => sirensInForce(fiche).includes(siren)) &&
    any(registrationTypes, (type) => fiche.registrationType === type) &&
    any(abbreviations, (code) => fiche.abbreviation?.code.toLowerCase() === code.toLowerCase()) &&
    any(filter.accessRoutes, (route) => openRoutes(fiche).includes(route)) &&
    (!asksCohorts || all.some((known) => known.fiche === fiche && meets(known, criteria, asOf)))
  );
}

/** Bodies that certify now and have a SIRET; without a state they are in force. */
function sirensInForce({ certifiers }: Fiche): string[] {
  return certifiers.flatMap(({ siret, state }) =>
    siret !== null && (state === null || state === 'Actif') ? siret.slice(0, 9) : [],
  );
}

function openRoutes({ accessRoutes }: Fiche): string[] {
  return accessRoutes.flatMap(({ route, open }) => (open ? route : []));
}

/** The keys that a cohort has of a dimension: one at least, null where nothing is known. */
function keysOf(
  { fiche, cohort }: KnownCohort,
  dimension: CohortDimension,
  asOf: PlainDate,
): (string | null)[] {
  const starts = (codes: readonly { readonly code: string }[], length: number) =>
    codes.map(({ code }) => code.slice(0, length));
  const all = {
    YEAR: () => [String(cohort.year)],
    REGISTER: () => [registerOf(fiche.code)],
    LEVEL: () => [levelOf(fiche.level?.code ?? null)?.toString() ?? null],
    REGISTRATION_TYPE: () => [fiche.registrationType],
    ABBREVIATION: () => [fiche.abbreviation?.code.toLowerCase() ?? null],
    ACTIVE: () => [isActive(fiche, asOf)?.toString() ?? null],
    CERTIFICATION: () => [fiche.code],
    SPECIALITY_DOMAIN: () => starts(fiche.specialities, 1),
    SPECIALITY_SUBDOMAIN: () => starts(fiche.specialities, 2),
    SPECIALITY: () => starts(fiche.specialities, 3),
    OCCUPATION_DOMAIN: () => starts(fiche.occupations, 3),
    OCCUPATION: () => starts(fiche.occupations, 5),
    FORMACODE: () => starts(fiche.formacodes, 5),
    CERTIFIER: () => sirensInForce(fiche),
    ACCESS_ROUTE: () => openRoutes(fiche),
  }[dimension]();
  return all.length === 0 ? [null] : [...new Set(all)];
}

/** The groups of some cohorts, each computed by itself from the cohorts that are in it. */
export function naiveGroups(
  cohorts: readonly KnownCohort[],
  groupBy: readonly CohortDimension[],
  asOf: PlainDate,
): GroupSums[] {
  const members = new Map<string, KnownCohort[]>();
  for (const known of cohorts) {
    const keys = groupBy.reduce<(string | null)[][]>(
      (lists, dimension) =>
        lists.flatMap((list) => keysOf(known, dimension, asOf).map((key) => [...list, key])),
      [[]],
    );
    for (const key of keys) {
      const name = JSON.stringify(key);
      members.set(name, [...(members.get(name) ?? []), known]);
    }
  }
  return [...members].map(([name, group]) => ({ keys: JSON.parse(name), ...sumsOf(group) }));
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

function sumsOf(group: readonly KnownCohort[]): Omit<GroupSums, 'keys'> {
  const cohorts = group.map(({ cohort }) => cohort);
  const withBoth = cohorts.filter(
    (each) => each.certified !== null && each.certifiedThroughVae !== null,
  );
  return {
    certifications: new Set(group.map(({ fiche }) => fiche.code)).size,
    cohorts: cohorts.length,
    cohortsWithoutCertified: cohorts.filter(({ certified }) => certified === null).length,
    certified: sum(cohorts.map(({ certified }) => certified)),
    certifiedThroughVae: sum(cohorts.map((each) => each.certifiedThroughVae)),
    certifiedWithVaeKnown: sum(withBoth.map(({ certified }) => certified)),
    vaeWithCertifiedKnown: sum(withBoth.map((each) => each.certifiedThroughVae)),
    rates: byIndicator((indicator) => rateSumsOf(group, indicator)),
  };
}

/** Each certification pools its own cohorts of the group, and counts once. */
function rateSumsOf(group: readonly KnownCohort[], indicator: InsertionIndicator): RateSums {
  const own = [...Map.groupBy(group, ({ fiche }) => fiche)].map(([fiche, known]) =>
    poolCohorts(
      known.map(({ cohort }) => cohort),
      indicator,
      registerOf(fiche.code),
    ),
  );
  const rated = own.filter(({ value }) => value !== null);
  const values = own.flatMap(({ value }) => value ?? []).toSorted((a, b) => a - b);
  const counted = group.filter(({ fiche }) => registerOf(fiche.code) === 'RNCP');
  return {
    cohortsWithRate: sum(own.map(({ coverage }) => coverage.cohortsWithRate)),
    base: sum(own.map(({ base }) => base)),
    certified: sum(own.map(({ coverage }) => coverage.certifiedWithRate)),
    ...{ cohortsFromSurvey: 0, baseFromSurvey: 0 },
    weighted: sum(
      counted.map(({ cohort: { certified, rates } }) => (certified ?? 0) * (rates[indicator] ?? 0)),
    ),
    certifications: values.length,
    mean: values.length === 0 ? null : sum(values) / values.length,
    quartiles: quartilesOf(values),
    clusters: {
      rows: new Int32Array(0),
      heads: Float64Array.from(rated, ({ base }) => base),
      rates: Float64Array.from(rated, ({ value }) => value ?? Number.NaN),
    },
  };
}

/** Groups in an order of their own, means and quartiles to the ninth decimal. */
export function comparable(groups: readonly GroupSums[]) {
  const cut = (value: number | null | undefined) =>
    value == null ? null : Number(value.toFixed(9));
  return groups
    .map((group) => ({
      keys: group.keys,
      certifications: group.certifications,
      cohorts: group.cohorts,
      cohortsWithoutCertified: group.cohortsWithoutCertified,
      certified: group.certified,
      certifiedThroughVae: group.certifiedThroughVae,
      certifiedWithVaeKnown: group.certifiedWithVaeKnown,
      vaeWithCertifiedKnown: group.vaeWithCertifiedKnown,
      rates: byIndicator((indicator) => {
        const rate = group.rates[indicator];
        const { quartiles } = rate;
        return {
          cohortsWithRate: rate.cohortsWithRate,
          certifications: rate.certifications,
          base: rate.base,
          weighted: rate.weighted,
          mean: cut(rate.mean),
          quartiles: quartiles && [quartiles.lower, quartiles.median, quartiles.upper].map(cut),
        };
      }),
    }))
    .toSorted((a, b) => (JSON.stringify(a.keys) < JSON.stringify(b.keys) ? -1 : 1));
}
