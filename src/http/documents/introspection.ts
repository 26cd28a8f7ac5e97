import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  introspectionFromSchema,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { QueryTooComplexError } from '../../domain/errors.ts';
import { fragmentsOf } from '../../graphql/core/fragments.ts';

/** Whether an operation asks for the schema alone. Each fragment is walked once. */
export function isIntrospection(document: DocumentNode, operationName?: string | null): boolean {
  const operation = getOperationAST(document, operationName);
  if (!operation) return true;
  const fragments = fragmentsOf(document);
  const seen = new Set<string>();
  const asksSchema = ({ selections }: SelectionSetNode): boolean =>
    selections.every((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value.startsWith('__');
      if (selection.kind === Kind.INLINE_FRAGMENT) return asksSchema(selection.selectionSet);
      const name = selection.name.value;
      const fragment = fragments.get(name);
      if (!fragment || seen.has(name)) return true;
      seen.add(name);
      return asksSchema(fragment.selectionSet);
    });
  return asksSchema(operation.selectionSet);
}

/**
 * The most that an operation may ask of the schema, about three times what tools ask to draw it
 * (`getIntrospectionQuery` of graphql-js costs some 33,000, with all its options). An answer of it
 * has a few megabytes.
 */
export const INTROSPECTION_COST = 100_000;

/** A description is as long as several other fields. */
const DESCRIPTION_COST = 4;

/** Checks that an operation may ask for as much of the schema as it does. */
export type IntrospectionCheck = (document: DocumentNode) => void;

/**
 * Makes the check of introspection. A field costs 1 and what is selected in it, a list that for each
 * item: `types` has all types, a list within it the average over them, any other list as many items
 * as the longest of its kind. Each selection is walked once for each type it is made on.
 *
 * - The check throws `QueryTooComplexError`.
 */
export function createIntrospectionCheck(schema: GraphQLSchema): IntrospectionCheck {
  // Counted when somebody first asks for the schema.
  let lengths: ListLengths | null = null;
  return (document) => {
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      lengths ??= listLengths(schema);
      const cost = introspectionCost(document, definition.selectionSet, lengths);
      if (cost <= INTROSPECTION_COST) continue;
      throw new QueryTooComplexError({
        en: `the complexity of the introspection is ${Math.round(cost)} and ${INTROSPECTION_COST} is the limit: ask for fewer fields`,
        fr: `la complexité de l’introspection est de ${Math.round(cost)} et la limite est ${INTROSPECTION_COST} : demandez moins de champs`,
      });
    }
  };
}

/** Items of a list of introspection, such as `__Type.fields`. */
interface ListLength {
  /** Over all that have the list, be it empty. */
  average: number;
  most: number;
}

type ListLengths = ReadonlyMap<string, ListLength>;

function listLengths(schema: GraphQLSchema): ListLengths {
  const lengths = new Map<string, number[]>();
  const note = (owner: string, object: object) => {
    for (const [name, value] of Object.entries(object)) {
      if (value !== null && !Array.isArray(value)) continue;
      const list = `${owner}.${name}`;
      lengths.set(list, [...(lengths.get(list) ?? []), value?.length ?? 0]);
    }
  };
  const { __schema } = introspectionFromSchema(schema);
  note('__Schema', __schema);
  for (const directive of __schema.directives) note('__Directive', directive);
  for (const type of __schema.types) {
    note('__Type', type);
    for (const field of ('fields' in type && type.fields) || []) note('__Field', field);
  }
  return new Map(
    [...lengths].map(([list, each]) => {
      const sum = each.reduce((total, length) => total + length, 0);
      return [list, { average: sum / each.length, most: Math.max(...each) }];
    }),
  );
}

/** Where a selection is made: on one type, or on `ALL` types of the schema together. */
interface Place {
  readonly type: GraphQLObjectType;
  readonly of: 'ALL' | 'ONE';
}

function introspectionCost(
  document: DocumentNode,
  operation: SelectionSetNode,
  lengths: ListLengths,
): number {
  const fragments = fragmentsOf(document);
  const known = new Map<string, Map<SelectionSetNode, number>>();
  const selectionCost = (set: SelectionSetNode, place: Place | null): number => {
    const key = place ? `${place.type.name} ${place.of}` : '';
    const costs = known.get(key) ?? new Map<SelectionSetNode, number>();
    known.set(key, costs);
    const before = costs.get(set);
    if (before !== undefined) return before;
    // A fragment within itself counts as nothing: validation refuses it.
    costs.set(set, 0);
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        cost += fieldCost(selection.name.value, selection.selectionSet, place);
      } else {
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        if (fragment) cost += selectionCost(fragment.selectionSet, place);
      }
    }
    costs.set(set, cost);
    return cost;
  };
  const fieldCost = (
    name: string,
    set: SelectionSetNode | undefined,
    place: Place | null,
  ): number => {
    const field = place ? place.type.getFields()[name] : META_FIELDS.get(name);
    // Another field than of the schema: its cost is that of its own.
    if (!field) return 0;
    if (!set) return name === 'description' ? DESCRIPTION_COST : 1;
    const type = getNamedType(field.type);
    if (!isObjectType(type)) return 1;
    const length = lengths.get(`${place?.type.name}.${name}`);
    const stays = place?.of === 'ALL' && type.name !== '__Type';
    const all = stays || (place?.type.name === '__Schema' && name === 'types');
    const items = length ? (place?.of === 'ALL' ? length.average : length.most) : 1;
    return 1 + items * selectionCost(set, { type, of: all ? 'ALL' : 'ONE' });
  };
  return selectionCost(operation, null);
}

/** Where introspection begins, on the type of queries. */
const META_FIELDS: ReadonlyMap<string, GraphQLField<unknown, unknown>> = new Map([
  ['__schema', SchemaMetaFieldDef],
  ['__type', TypeMetaFieldDef],
]);
