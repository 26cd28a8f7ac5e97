import type { CertificationDimension, CohortDimension } from '../../domain/insertion/dimension.ts';
import { QUESTION_LIMITS } from '../../domain/search/question.ts';
import { MAX_PAGE_SIZE } from '../../snapshot/list/page.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { rosterCohorts } from '../../snapshot/surveys/survey-list.ts';
import { type CostOf, costs, type FieldCost } from './field-cost.ts';

/** How many of something there are in a register. */
type Count = (snapshot: Snapshot) => number;

export const ofCertifications: Count = ({ certifications: { count } }) => count;
export const ofCohorts: Count = ({ cohorts: { count } }) => count;
export const ofBlocks: Count = ({ blocks: { count } }) => count;
export const ofFindings: Count = ({ findings: { count } }) => count;
export const ofNotes: Count = ({ notes }) => notes.length;
export const ofBodies: Count = ({ bodies: { count } }) => count;

/** So many of one thing for each of another, on average. */
export function per(some: Count, each: Count): Count {
  return (snapshot) => some(snapshot) / Math.max(1, each(snapshot));
}

export const perCertification = (some: Count) => per(some, ofCertifications);

/** Cohorts that have a roster of holders. */
export const ofRosterCohorts: Count = (snapshot) => rosterCohorts(snapshot).count;

export const ofPublications: Count = ({ publications }) => publications.length;
export const ofCodes =
  (noun: 'specialities' | 'occupations' | 'formacodes'): Count =>
  (snapshot) =>
    snapshot[noun].count;

/** Certifications of a body, of a code. */
export const perBody = per(({ bodies: own }) => own.certifications.value.length, ofBodies);
export const perCode = (noun: 'specialities' | 'occupations' | 'formacodes') =>
  per(
    (snapshot) => snapshot[noun].certifications.value.length,
    (snapshot) => snapshot[noun].count,
  );

/** A list that belongs to an object, which has so many on average. */
export function listOf(average: Count) {
  return costs((_args: unknown, { snapshot }) => average(snapshot));
}

/** The arguments of a list that is given in pages. */
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly filter?: object | null | undefined;
  readonly orderBy?: readonly unknown[] | null | undefined;
  readonly asOf?: unknown;
}

/** Rows that a page has when nothing is said of it. */
const USUAL_PAGE = 50;

/** What is done once for all objects of a list, and remembered. */
function onceOf(of: CostOf): CostOf {
  return { ...of, count: (term, units) => of.count(term, units / of.among) };
}

/** What cutting a page of a list takes: one object, with so many rows. */
export function page(all: Count): FieldCost<PageArgs> {
  return (args, of) => {
    const rows = all(of.snapshot);
    const once = onceOf(of);
    countDay(args.asOf, once);
    countFilter(args.filter, rows, once);
    const orders = fieldsOf(args.orderBy).size;
    if (orders > 0) of.count('sorted', (1 + orders) * comparisons(rows));
    of.tell(rowsOfPage(args, Math.min(namedBy(args.filter) ?? rows, rows)));
    return 1;
  };
}

/** Rows that a page shows of so many: one that asks for more than is accepted is refused. */
export function rowsOfPage({ first, last }: PageArgs, rows: number): number {
  return Math.max(0, Math.min(first ?? last ?? USUAL_PAGE, rows, MAX_PAGE_SIZE));
}

/** A list in pages, of all there are. */
export function pages(all: Count) {
  return costs(page(all));
}

/** What another day than today takes. */
export function countDay(asOf: unknown, { snapshot, count }: CostOf): void {
  if (asOf == null) return;
  count('dated', snapshot.certifications.count + snapshot.cohorts.count);
}

/** What an order is by; what stands in it again orders nothing. */
function fieldsOf(orders: readonly unknown[] | null | undefined): ReadonlySet<unknown> {
  return new Set(orders?.map((order) => (order as { readonly field?: unknown }).field));
}

function comparisons(rows: number): number {
  return rows * Math.log2(rows + 2);
}

/** How many rows a filter can keep that names them by their codes; null for any other. */
function namedBy(filter: object | null | undefined): number | null {
  const { codes } = (filter ?? {}) as { readonly codes?: readonly unknown[] | null };
  return codes?.length ?? null;
}

/** Conditions that look further than at one value of each row. */
interface CostlyConditions {
  readonly search?: string | null;
  readonly belowPeerMedian?: PeerArgs | null;
  readonly funnel?: PeerArgs | null;
  readonly rateChange?: { readonly maximumQ?: number | null } | null;
  /** A filter, or the code of one. */
  readonly certification?: object | string | null;
}

/** What a filter takes over so many rows. */
export function countFilter(filter: object | null | undefined, rows: number, of: CostOf): void {
  if (filter == null) return;
  const { search, belowPeerMedian, funnel, rateChange, certification } = filter as CostlyConditions;
  const given = Object.values(filter).filter((value) => value != null);
  let lookups = given.length;
  for (const value of given) if (Array.isArray(value)) lookups += Math.log2(1 + value.length) / 4;
  of.count('examined', lookups * rows);
  if (search != null) of.count('word', 1 + wordsOf(search));
  for (const rule of [belowPeerMedian, funnel]) if (rule) countComparisons(rule, of);
  if (rateChange) {
    of.count('examined', rows);
    if (rateChange.maximumQ != null) of.count('tested', of.snapshot.cohorts.count);
  }
  if (typeof certification !== 'object') return;
  countFilter(certification, of.snapshot.certifications.count, of);
}

/** Words that are searched for: with more a search is refused, which takes no time. */
function wordsOf(text: string): number {
  return text.split(/\s+/, QUESTION_LIMITS.words).length;
}

interface PeerArgs {
  readonly peersBy?: string;
  readonly sameLevel?: boolean;
}

/** What comparing every certification with its peers takes. */
export function countComparisons(rule: PeerArgs, of: CostOf): void {
  const rated = ratedIn(of.snapshot);
  countBoard(of);
  of.count('compared', rated);
  of.count('peer', rated * peersOf(rule, of.snapshot));
}

/** What it takes to know who the peers are. */
export function countBoard({ snapshot, count }: CostOf): void {
  count('board', snapshot.certifications.count + snapshot.cohorts.count);
}

/** Peers of a certification, on average. */
export function peersOf({ peersBy, sameLevel }: PeerArgs, snapshot: Snapshot): number {
  const alike = peersBy === 'LEVEL' ? 1 : CODES_ALIKE;
  return (ratedIn(snapshot) * alike) / (sameLevel === false ? 1 : LEVELS);
}

/** The share of the register that has a code in common with a certification. */
const CODES_ALIKE = 0.03;
/** Levels that most certifications are spread over. */
const LEVELS = 4;

const rated = new WeakMap<Snapshot, number>();

/** Certifications with a rate. */
function ratedIn(snapshot: Snapshot): number {
  let known = rated.get(snapshot);
  if (known === undefined) {
    known = 0;
    for (const cohorts of snapshot.certifications.usableCohorts) if (cohorts > 0) known += 1;
    rated.set(snapshot, known);
  }
  return known;
}

/** Peers of a certification by the usual rule. */
export const usualPeers: Count = (snapshot) => peersOf({}, snapshot);

/** What groups of certifications or cohorts take; gives how many there are. */
export function countGroups(
  groupBy: readonly (CertificationDimension | CohortDimension)[],
  units: number,
  { snapshot, count }: CostOf,
): number {
  let members = units;
  let groups = 1;
  for (const dimension of groupBy) {
    const { values, each } = spreadOf(dimension, snapshot);
    members *= each;
    groups *= values;
    count('divided', members);
  }
  groups = Math.min(groups, members, MOST_GROUPS);
  count('group', groups);
  return groups;
}

/** Groups that no answer has more of, unless the server is set so. */
const MOST_GROUPS = 10_000;

/** Different values of a dimension, and how many of them each certification has. */
function spreadOf(
  dimension: CertificationDimension | CohortDimension,
  snapshot: Snapshot,
): { readonly values: number; readonly each: number } {
  const { certifications: all, bodies: own, routes } = snapshot;
  const codes = (noun: 'specialities' | 'occupations' | 'formacodes', share: number) => ({
    values: 1 + snapshot[noun].count * share,
    each: Math.max(1, snapshot[noun].ofCertification.value.length / Math.max(1, all.count)),
  });
  switch (dimension) {
    case 'SPECIALITY_DOMAIN':
      return codes('specialities', 0.1);
    case 'SPECIALITY_SUBDOMAIN':
      return codes('specialities', 0.3);
    case 'SPECIALITY':
      return codes('specialities', 1);
    case 'OCCUPATION_DOMAIN':
      return codes('occupations', 0.3);
    case 'OCCUPATION':
      return codes('occupations', 1);
    case 'FORMACODE':
      return codes('formacodes', 1);
    case 'CERTIFIER':
      return {
        values: 1 + own.count,
        each: Math.max(1, own.ofCertification.value.length / Math.max(1, all.count)),
      };
    case 'ACCESS_ROUTE':
      return { values: 7, each: Math.max(1, routes.route.length / Math.max(1, all.count) / 2) };
    case 'CERTIFICATION':
      return { values: all.count, each: 1 };
    case 'REGISTRATION_END_MONTH':
      return { values: 120, each: 1 };
    case 'ABBREVIATION':
      return { values: 1 + snapshot.abbreviations.count, each: 1 };
    default:
      return { values: 8, each: 1 };
  }
}

/** The arguments of statistics. */
interface GroupArgs {
  readonly filter?: object | null | undefined;
  readonly groupBy?: readonly (CertificationDimension | CohortDimension)[] | null | undefined;
  readonly first?: number | null | undefined;
  readonly asOf?: unknown;
}

function countStatistics(args: GroupArgs, units: number, of: CostOf): number {
  countDay(args.asOf, of);
  countFilter(args.filter, units, of);
  of.count('summed', units);
  const groups = countGroups(args.groupBy ?? [], units, of);
  of.tell(Math.max(0, Math.min(args.first ?? groups, groups)));
  return 1;
}

/** Statistics over certifications. */
export const certificationStatistics = costs((args: GroupArgs, of) =>
  countStatistics(args, of.snapshot.certifications.count, of),
);

/** Statistics over cohorts, which are grouped with their certification unless it is by year. */
export const insertionStatistics = costs((args: GroupArgs, of) =>
  countStatistics(args, of.snapshot.cohorts.count, of),
);

/** Statistics over findings. */
export const findingStatistics = costs((args: GroupArgs, of) =>
  countStatistics({ ...args, groupBy: [] }, of.snapshot.findings.count, of),
);

interface FacetArgs extends GroupArgs {
  readonly dimensions?: readonly CertificationDimension[] | null | undefined;
}

/** Counts by the values of several dimensions, each by itself. */
export const facetsOf = (all: readonly CertificationDimension[], usual: number) =>
  costs((args: FacetArgs, of) => {
    const units = of.snapshot.certifications.count;
    countFilter(args.filter, units, of);
    const dimensions = args.dimensions ?? all;
    for (const dimension of dimensions) countGroups([dimension], units, of);
    of.tell(Math.max(0, args.first ?? usual));
    return dimensions.length;
  });

/** What is read from the database for each object: a text, or some rows. */
export const readFromDatabase = costs((_args: unknown, { count }) => {
  count('read', 1);
  return 1;
});

const partners = new WeakMap<Snapshot, number>();

/** Lines of partners of all certifications. */
function partnersIn(snapshot: Snapshot): number {
  let known = partners.get(snapshot);
  if (known === undefined) {
    known = 0;
    for (const rows of snapshot.partners.rows) known += rows;
    partners.set(snapshot, known);
  }
  return known;
}

/** Rows of the database that belong to a certification, in pages. */
export const partnersPage = costs((args: PageArgs, of) => {
  of.count('read', 2);
  const average = partnersIn(of.snapshot) / Math.max(1, of.snapshot.certifications.count);
  of.tell(rowsOfPage(args, average));
  return 1;
});

/** Figures of all bodies on a day. */
function countBodyFigures({ snapshot, count }: CostOf): void {
  count('dated', 4 * (snapshot.certifications.count + snapshot.cohorts.count));
}

/** A figure of a body, which is worked out with those of all others. */
export const bodyFigure = costs((_args: unknown, of) => {
  countBodyFigures(onceOf(of));
  return 1;
});

/** Bodies in pages: their conditions and orders are by their figures. */
export const bodiesPage = costs((args: PageArgs, of) => {
  of.count('text', of.snapshot.bodies.count);
  if (args.filter != null || (args.orderBy?.length ?? 0) > 0) countBodyFigures(of);
  return page(ofBodies)(args, of);
});

/** Partners of a filter, counted in the database. */
export const partnersCounted = costs((args: GroupArgs, of) => {
  countFilter(args.filter, of.snapshot.certifications.count, of);
  of.count('read', 10);
  of.count('partner', partnersIn(of.snapshot));
  return 10;
});

/** A certification beside its peers. */
export const benchmarked = costs((rule: PeerArgs, of) => {
  countBoard(onceOf(of));
  of.count('benchmark', 1);
  of.count('peer', peersOf(rule, of.snapshot));
  return 1;
});

/** What takes all certifications to be compared, once. */
export const comparedAll = costs((_args: unknown, of) => {
  countComparisons({}, onceOf(of));
  return 1;
});

/** The distribution of the certifications of a group. */
export const distributed = costs((_args: unknown, { snapshot, among, count }) => {
  count('distributed', ratedIn(snapshot) / among);
  return 1;
});

/** Counts of what each register has, and of what is active. */
export const registersCounted = costs((_args: unknown, { snapshot, count }) => {
  count('dated', snapshot.certifications.count);
  return 2;
});

/** One thing that is looked up, on a day. */
export const lookedUp = costs((args: { readonly asOf?: unknown }, of) => {
  countDay(args.asOf, of);
  return 1;
});

/** Counts of what belongs to a body on a day. */
export const portfolioCounts = costs((_args: unknown, of) => {
  const { certifications, cohorts } = of.snapshot;
  onceOf(of).count('dated', 1.5 * (certifications.count + cohorts.count));
  return 1;
});

/** Statistics of what belongs to a body. */
export const portfolioStatistics = costs((_args: unknown, { snapshot, count }) => {
  count('summed', perBody(snapshot));
  return 1;
});

interface ReportArgs {
  readonly first?: number | null | undefined;
}

/** Cells of a row of a report, on average. */
const USUAL_COLUMNS = 40;

/** Rows of a report. */
export const reportPage = (usual: number, most: number) =>
  costs(({ first }: ReportArgs, { snapshot, count }) => {
    count('examined', 10 * snapshot.certifications.count);
    count('cell', USUAL_COLUMNS * Math.max(0, Math.min(first ?? usual, most)));
    return 1;
  });

interface ProfileArgs {
  readonly name?: string | null | undefined;
  readonly columns?: readonly string[] | null | undefined;
}

/** Rows that reports have more of than there are certifications. */
const REPORT_ROWS: ReadonlyMap<string, Count> = new Map([
  ['blocks', ofBlocks],
  ['findings', ofFindings],
  ['cohorts', ofCohorts],
  ['vae', ofCohorts],
  ['overdue-rates', ofCohorts],
  ['insertion-rates', (snapshot) => 3 * ofCohorts(snapshot)],
]);

/** Columns of a report: each of their cells is made and counted. */
export const reportProfile = costs(({ name, columns }: ProfileArgs, { snapshot, count, tell }) => {
  const rows = (REPORT_ROWS.get(name ?? '') ?? ofCertifications)(snapshot);
  const asked = columns?.length ?? USUAL_COLUMNS;
  count('examined', 10 * asked * rows);
  tell(asked);
  return 1;
});

/** Surveys of a cohort: what everybody may see of it is decided over all its tables. */
export const surveysRead = costs((_args: unknown, { count }) => {
  count('compared', 3);
  return 3;
});

interface SurveyGroupArgs {
  readonly groupBy?: readonly unknown[] | null | undefined;
}

/** Values that an attribute of holders or certifications has, on average. */
const SURVEY_VALUES = 8;

/** Groups of holders: each cell is divided by all attributes, and each group has noise. */
export const surveyGrouped = costs(({ groupBy }: SurveyGroupArgs, { snapshot, count, tell }) => {
  const { cells } = snapshot.surveys;
  const dimensions = groupBy?.length ?? 0;
  const groups = Math.min(SURVEY_VALUES ** dimensions, Math.max(1, cells.count), MOST_GROUPS);
  count('divided', cells.count * (1 + dimensions));
  count('compared', 10 * groups);
  tell(groups);
  return 1;
});
