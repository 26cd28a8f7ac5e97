import { INSERTION_INDICATORS } from '../../src/domain/rate/indicator.ts';

/** An object of an answer. */
export type Node = Readonly<Record<string, unknown>>;

/** What a report is made of in the answer of its persisted document. */
export interface ReportDocument {
  /** File in schema/operations/deprecated. */
  readonly document: string;
  /** Variables for the report without parameters. */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The objects that rows are made of: those of one node of the list, or of the whole answer. */
  readonly itemsOf?: (node: Node) => readonly Node[];
  /** Where each column stands in an item: a path, or what is made of it. */
  readonly columns: Readonly<Record<string, string | ((item: Node) => unknown)>>;
}

/** What stands at a path of an object; null where the way ends. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((reached, name) => {
    const found = (reached as Node | null | undefined)?.[name];
    return found ?? null;
  }, value);
}

export const list = (value: unknown, path: string) => (at(value, path) ?? []) as readonly Node[];

function joined(values: readonly unknown[]): string | null {
  const each = new Set(values.filter((value) => value !== null));
  return each.size > 0 ? [...each].join(' ; ') : null;
}

export function certification(path = ''): ReportDocument['columns'] {
  const of = (name: string) => (path === '' ? name : `${path}.${name}`);
  return {
    certification_code: of('code'),
    register: of('register'),
    title: of('title'),
    level: of('level'),
    registration_type: of('registrationType'),
    active: of('active'),
    registration_ends_on: of('registrationEndsOn'),
  };
}

export const COHORT = {
  ...certification('certification'),
  year: 'year',
  certified: 'certified',
  certified_through_vae: 'certifiedThroughVae',
};

export function certifiers(path: string): ReportDocument['columns'] {
  const inForce = (item: Node) => list(item, path).filter(({ active }) => active);
  return {
    certifier_sirens: (item) => joined(inForce(item).map((each) => each['siren'])),
    certifier_names: (item) => joined(inForce(item).map((each) => each['name'])),
  };
}

function rate(name: string, path: string): ReportDocument['columns'] {
  return {
    [name]: `${path}.value`,
    [`${name}_low`]: `${path}.interval.lower`,
    [`${name}_high`]: `${path}.interval.upper`,
    [`${name}_base`]: `${path}.base`,
  };
}

export const pooled = (name: string, path: string): ReportDocument['columns'] => ({
  ...rate(name, path),
  [`${name}_status`]: (item) => (at(item, `${path}.value`) === null ? 'NO_RATE' : 'POOLED'),
});

export const published = (name: string, path: string): ReportDocument['columns'] => ({
  ...rate(name, path),
  [`${name}_status`]: `${path}.status`,
});

export const eachIndicator = (
  make: (name: string, index: number) => ReportDocument['columns'],
): ReportDocument['columns'] =>
  Object.assign(
    {},
    ...INSERTION_INDICATORS.map((indicator, index) => make(indicator.toLowerCase(), index)),
  ) as ReportDocument['columns'];

export const RENEWAL = {
  renewal_stage: 'renewal.stage',
  file_by: 'renewal.fileBy',
  file_at_latest: 'renewal.fileAtLatest',
};

const GROUP_STATUSES: Readonly<Record<string, readonly string[]>> = {
  published: ['PUBLISHED', 'PUBLISHED_EARLY'],
  not_yet_observable: ['NOT_YET_OBSERVABLE'],
  in_collection: ['IN_COLLECTION'],
  overdue: ['OVERDUE', 'OVERDUE_OPTIONAL'],
  closed_before_due: ['CLOSED_BEFORE_DUE'],
  not_in_source: ['NOT_IN_SOURCE'],
  not_expected: ['NO_HOLDER', 'NOT_APPLICABLE'],
  unreadable: ['UNREADABLE'],
};

export function countOf(statuses: readonly Node[], wanted: readonly string[]): number {
  return statuses
    .filter(({ status }) => wanted.includes(status as string))
    .reduce((sum, { cohorts }) => sum + (cohorts as number), 0);
}

const GROUP: ReportDocument['columns'] = {
  certifications: 'summary.certifications',
  cohorts: 'summary.cohorts',
  cohorts_without_certified: 'summary.cohortsWithoutCertified',
  certified: 'summary.certified',
  certified_through_vae: 'summary.certifiedThroughVae',
  vae_share: 'summary.vaeShare',
  vae_share_base: 'summary.vaeShareBase',
  ...eachIndicator((name, index) => {
    const path = `summary.rates.${index}`;
    return {
      ...pooled(name, path),
      [`${name}_certifications`]: `${path}.certificationsWithRate`,
      [`${name}_mean`]: `${path}.unweightedMean`,
      [`${name}_median`]: `${path}.median`,
      [`${name}_lower_quartile`]: `${path}.lowerQuartile`,
      [`${name}_upper_quartile`]: `${path}.upperQuartile`,
      [`${name}_coverage`]: `${path}.coverage.ratio`,
      ...Object.fromEntries(
        Object.entries(GROUP_STATUSES).map(([suffix, wanted]) => [
          `${name}_${suffix}`,
          (item: Node) => countOf(list(item, `${path}.statuses`), wanted),
        ]),
      ),
    };
  }),
};

export const groups = (document: string, columns: ReportDocument['columns']): ReportDocument => ({
  document,
  itemsOf: (data) => list(data, 'insertionStatistics.groups'),
  columns: { ...columns, ...GROUP },
});

export const start = (path: string, length: number) => (item: Node) =>
  (at(item, path) as string | null)?.slice(0, length) ?? null;

export const openRoute = (item: Node, path: string, route: string) =>
  list(item, path).find((each) => each['route'] === route)?.['open'] ?? null;

export const codesOf = (path: string) => (item: Node) =>
  joined(list(item, path).map(({ code }) => code));

/** One item for each body in force that is known by SIREN, by SIREN; one without any. */
export function portfolio(node: Node): Node[] {
  const bySiren = new Map(
    list(node, 'certifiers')
      .filter(({ active, certifier }) => active && certifier)
      .map(({ certifier }) => [at(certifier, 'siren') as string, certifier]),
  );
  const sirens = [...bySiren.keys()].toSorted();
  if (sirens.length === 0) return [{ ...node, certifier: null }];
  return sirens.map((siren) => ({ ...node, certifier: bySiren.get(siren) }));
}
