import {
  buildSchema,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** What may be deprecated, by its coordinate: `Cohort.certified`, `Query.cohort(year:)`, `Order.CODE`. */
type Coordinates = ReadonlyMap<string, string | null>;

/** How a reason is written. */
const REASON = /^Use `([^`]+)`(?: [^.]+)?\. Deprecated in \d+\.\d+\.\d+\.$/;

/**
 * What is wrong with what a schema deprecates, and with what it lacks that the last release had:
 *
 * - a reason says what to use instead, which is there, and in which release it was deprecated;
 * - what is gone was deprecated in the last release: nobody loses a name from one release to the next.
 *
 * - Both are in the language of GraphQL.
 */
export function deprecationProblems(before: string, now: string): readonly string[] {
  const present = coordinatesOf(buildSchema(now));
  return [...reasonProblems(present), ...goneProblems(coordinatesOf(buildSchema(before)), present)];
}

function reasonProblems(present: Coordinates): string[] {
  const names = new Set([...present.keys()].flatMap((each) => [each, nameOf(each)]));
  return [...present].flatMap(([coordinate, reason]) => {
    if (reason === null) return [];
    const [, instead] = REASON.exec(reason) ?? [];
    if (instead !== undefined && names.has(instead)) return [];
    return `${coordinate} is deprecated with ${JSON.stringify(reason)}: say what to use instead, which is in the schema, and since when: "Use \`Cohort.years\`. Deprecated in 1.2.3."`;
  });
}

function goneProblems(formerly: Coordinates, present: Coordinates): string[] {
  return [...formerly].flatMap(([coordinate, reason]) =>
    reason !== null || present.has(coordinate)
      ? []
      : `${coordinate} is gone, and the last release did not deprecate it: keep it with @deprecated for one release`,
  );
}

/** The last name of a coordinate. */
function nameOf(coordinate: string): string {
  return /(\w+):?\)?$/.exec(coordinate)?.[1] ?? coordinate;
}

/** All that may be deprecated, each with its reason; null = it is not. */
function coordinatesOf(schema: GraphQLSchema): Coordinates {
  const coordinates = new Map<string, string | null>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isEnumType(type)) {
      for (const value of type.getValues()) {
        coordinates.set(`${type.name}.${value.name}`, value.deprecationReason ?? null);
      }
    }
    if (isInputObjectType(type) || isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        const coordinate = `${type.name}.${field.name}`;
        coordinates.set(coordinate, field.deprecationReason ?? null);
        const args = 'args' in field ? field.args : [];
        for (const { name, deprecationReason } of args) {
          coordinates.set(`${coordinate}(${name}:)`, deprecationReason ?? null);
        }
      }
    }
  }
  return coordinates;
}
