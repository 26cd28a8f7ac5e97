/** A value that differs between two answers; absent where an answer has none. */
export interface ValueDifference {
  /** `certification.cohorts[2020].certified`: items of a list by what tells them apart. */
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Names of values that tell the items of a list apart, the surest first. */
const NAMES = ['id', 'code', 'siren', 'number', 'year', 'indicator', 'key', 'kind', 'value'];

/**
 * How two answers in JSON differ, value by value. Items of lists are matched by the first value of
 * theirs that tells all of them apart, else by their places.
 *
 * - ignored: names of members that are no part of what is said, such as cursors.
 * - Gives null for each value that does not differ, so that whoever goes through long answers can pause.
 */
export function* jsonDifferences(
  before: unknown,
  after: unknown,
  ignored: ReadonlySet<string>,
  path = '',
): Generator<ValueDifference | null> {
  if (Array.isArray(before) && Array.isArray(after)) {
    const name = nameOfItems(before, after);
    yield* memberDifferences(
      itemsOf(before, name),
      itemsOf(after, name),
      ignored,
      (key) => `${path}[${key}]`,
    );
  } else if (isObject(before) && isObject(after)) {
    const membersOf = (object: object) =>
      new Map(Object.entries(object).filter(([name]) => !ignored.has(name)));
    yield* memberDifferences(membersOf(before), membersOf(after), ignored, (key) =>
      path === '' ? key : `${path}.${key}`,
    );
  } else if (before === after || JSON.stringify(before) === JSON.stringify(after)) {
    yield null;
  } else {
    yield {
      path,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    };
  }
}

function* memberDifferences(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
  ignored: ReadonlySet<string>,
  pathOf: (key: string) => string,
): Generator<ValueDifference | null> {
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    yield* jsonDifferences(before.get(key), after.get(key), ignored, pathOf(key));
  }
}

/** The name by which the items of two lists can be matched; null when there is none. */
function nameOfItems(...lists: readonly (readonly unknown[])[]): string | null {
  const tellsApart = (name: string) =>
    lists.every((list) => {
      const values = list.map((item) => (isObject(item) ? item[name] : undefined));
      const isScalar = values.every((each) => ['string', 'number'].includes(typeof each));
      return isScalar && new Set(values).size === list.length;
    });
  return NAMES.find(tellsApart) ?? null;
}

function itemsOf(list: readonly unknown[], name: string | null): Map<string, unknown> {
  return new Map(
    list.map((item, place) => [String(name !== null && isObject(item) ? item[name] : place), item]),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
