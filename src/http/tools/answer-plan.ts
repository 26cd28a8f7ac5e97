import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLEnumType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import {
  MEASURES,
  type MeasureId,
  measureDescription,
} from '../../domain/measures/measure-catalogue.ts';

/** What is known of the answers of an operation before there is one. */
export interface AnswerPlan {
  /** Figures of the catalogue that it asks, each once. */
  readonly measures: readonly MeasureId[];
  /** Enums whose codes are in it. */
  readonly enums: readonly GraphQLEnumType[];
  /** Lists whose rows are counted, the first of them the answer's own. */
  readonly lists: readonly ListPlan[];
  /** Where years, rates and counts are. */
  readonly years: YearsPlan;
  readonly hasRates: boolean;
  readonly hasPeers: boolean;
  /** Whether it has ranges and values of columns, of rates among them. */
  readonly hasProfile: boolean;
  /** What its text always asks: `certifications.filter.active`. */
  readonly conditions: readonly Condition[];
}

/** What a text asks of one of its fields. */
export interface Condition {
  readonly name: string;
  /** The part of its name that is in the argument: `filter.active`. */
  readonly argument: string;
  readonly value: unknown;
}

/** A list that is reached through objects alone. */
export interface ListPlan {
  /** Keys of the answer, the last of them that of the list. */
  readonly path: readonly string[];
  /** Whether it is a page, with `totalCount` and `pageInfo` beside it. */
  readonly isPage: boolean;
  /** Beside the list, how many there are in all; null when it has all of them. */
  readonly total: string | null;
  /** Variable that says which page it is; null without one. */
  readonly after: string | null;
  /** Variable that says how many are wanted; null without one. */
  readonly first: string | null;
}

/** What of an object tells years. Keys are those of the answer. */
export interface YearsPlan {
  readonly key: string;
  /** Its own year. */
  readonly year: string | null;
  /** The year of its key, as of a group. */
  readonly keyYear: readonly [key: string, year: string] | null;
  /** It is a rate: its value, and the years of the cohorts that have it. */
  readonly rate: { readonly value: string; readonly years: string | null } | null;
  /** Counts of people. */
  readonly counts: readonly string[];
  readonly inside: readonly YearsPlan[];
}

const BY_DESCRIPTION = new Map(MEASURES.map(({ id }) => [measureDescription(id), id]));

/** Makes the plan of the one operation of a document. */
export function planAnswers(schema: GraphQLSchema, document: DocumentNode): AnswerPlan {
  const operation = getOperationAST(document);
  const query = schema.getQueryType();
  if (!operation || !query) throw new Error('the document has no operation');
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const plan = new Planner(fragments);
  const years = plan.walk(query, operation.selectionSet, { key: '', path: [], isSingle: true });
  return {
    measures: [...plan.measures],
    enums: [...plan.enums],
    lists: plan.lists,
    years,
    hasRates: plan.hasRates,
    hasPeers: plan.types.has('Benchmark') || plan.types.has('Comparison'),
    hasProfile: plan.types.has('ReportProfile'),
    conditions: plan.conditions,
  };
}

interface Place {
  readonly key: string;
  readonly path: readonly string[];
  /** Whether it is reached through objects alone. */
  readonly isSingle: boolean;
}

class Planner {
  readonly measures = new Set<MeasureId>();
  readonly enums = new Set<GraphQLEnumType>();
  readonly types = new Set<string>();
  readonly lists: ListPlan[] = [];
  readonly conditions: Condition[] = [];
  hasRates = false;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#fragments = fragments;
  }

  walk(type: GraphQLObjectType, set: SelectionSetNode, place: Place, above?: FieldNode): YearsPlan {
    this.types.add(type.name);
    const fields = this.#fieldsOf(set);
    const keyOf = (name: string) => fields.find((each) => each.name.value === name);
    const inside: YearsPlan[] = [];
    let keyYear: YearsPlan['keyYear'] = null;
    for (const field of fields) {
      const definition = type.getFields()[field.name.value];
      if (!definition) continue;
      const measure = BY_DESCRIPTION.get(definition.description ?? '');
      if (measure) this.measures.add(measure);
      this.#noteConditions(field, place.path);
      const named = getNamedType(definition.type);
      if (named instanceof GraphQLEnumType) this.#noteEnum(named);
      const key = responseKey(field);
      const isList = isListType(getNullableType(definition.type));
      const isSingle = place.isSingle && !isList;
      if (!field.selectionSet || !isObjectType(named)) continue;
      const path = [...place.path, key];
      const below = this.walk(named, field.selectionSet, { key, path, isSingle }, field);
      if (place.isSingle && isList) this.#noteList(field, below, { fields, place, above });
      if (field.name.value === 'key' && below.year !== null) keyYear = [key, below.year];
      if (tellsYears(below)) inside.push(below);
    }
    const value = keyOf('value');
    const isRate = value !== undefined && keyOf('base') !== undefined && /Rate$/.test(type.name);
    if (isRate) this.hasRates = true;
    const withRate = keyOf('yearsWithRate');
    const year = keyOf('year');
    return {
      ...{ key: place.key, keyYear, inside },
      year: year && !year.selectionSet ? responseKey(year) : null,
      rate: isRate
        ? { value: responseKey(value), years: withRate ? responseKey(withRate) : null }
        : null,
      counts: ['certified'].flatMap((name) => {
        const field = keyOf(name);
        return field ? [responseKey(field)] : [];
      }),
    };
  }

  #fieldsOf(set: SelectionSetNode): FieldNode[] {
    return set.selections.flatMap((each) => {
      if (each.kind === Kind.FIELD) return [each];
      if (each.kind === Kind.INLINE_FRAGMENT) return this.#fieldsOf(each.selectionSet);
      const fragment = this.#fragments.get(each.name.value);
      return fragment ? this.#fieldsOf(fragment.selectionSet) : [];
    });
  }

  #noteEnum(type: GraphQLEnumType): void {
    this.enums.add(type);
    for (const { description } of type.getValues()) {
      const measure = BY_DESCRIPTION.get(description ?? '');
      if (measure) this.measures.add(measure);
    }
  }

  /** Notes a list of rows, and who says how many there are: not what one certification has of codes. */
  #noteList(
    field: FieldNode,
    below: YearsPlan,
    {
      fields,
      place,
      above,
    }: { fields: readonly FieldNode[]; place: Place; above: FieldNode | undefined },
  ): void {
    const name = field.name.value;
    const isOfRows = name === 'nodes' || name === 'groups';
    if (!isOfRows && place.path.length > 0 && !tellsYears(below)) return;
    const countField = name === 'nodes' ? 'totalCount' : name === 'groups' ? 'groupCount' : '';
    const count = fields.find((each) => each.name.value === countField);
    const asked = isOfRows ? above : field;
    this.lists.push({
      path: [...place.path, responseKey(field)],
      isPage: name === 'nodes',
      total: count ? responseKey(count) : null,
      after: variableOf(asked, 'after'),
      first: variableOf(asked, 'first'),
    });
  }

  #noteConditions(field: FieldNode, path: readonly string[]): void {
    const place = [...path, responseKey(field)].join('.');
    for (const { name, value } of field.arguments ?? []) {
      for (const [argument, constant] of constantsOf(name.value, value)) {
        this.conditions.push({ name: `${place}.${argument}`, argument, value: constant });
      }
    }
  }
}

/** Values of an argument that no variable gives, by their paths. */
function constantsOf(name: string, value: ValueNode): [string, unknown][] {
  if (value.kind === Kind.VARIABLE) return [];
  if (value.kind === Kind.OBJECT) {
    return value.fields.flatMap((each) => constantsOf(`${name}.${each.name.value}`, each.value));
  }
  if (value.kind === Kind.LIST) {
    const items = value.values.flatMap((each, at) => constantsOf(String(at), each));
    const isPlain = items.every(([path]) => !path.includes('.'));
    if (isPlain) return items.length === 0 ? [] : [[name, items.map(([, each]) => each)]];
    return items.map(([path, each]) => [`${name}.${path}`, each]);
  }
  if (value.kind === Kind.NULL) return [];
  if (value.kind === Kind.INT || value.kind === Kind.FLOAT) return [[name, Number(value.value)]];
  return [[name, value.value]];
}

function variableOf(field: FieldNode | undefined, argument: string): string | null {
  const given = field?.arguments?.find(({ name }) => name.value === argument)?.value;
  return given?.kind === Kind.VARIABLE ? given.name.value : null;
}

function responseKey({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

function tellsYears({ year, keyYear, rate, counts, inside }: YearsPlan): boolean {
  return (
    year !== null || keyYear !== null || rate !== null || counts.length > 0 || inside.length > 0
  );
}
