import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  type InlineFragmentNode,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { fragmentsOf } from '../core/fragments.ts';
import type { FieldCost } from './field-cost.ts';
import { addAll, addUnits, COST_TERMS, type Units } from './terms.ts';

/** What an operation is made of, on a register, with values for its variables. */
export type Estimate = (snapshot: Snapshot, variables: Readonly<Record<string, unknown>>) => Units;

/** What a selection is made of, for each object that it is of. */
interface Selection {
  /** What does not depend on arguments or the register. */
  readonly units: Units;
  /** What does, and all that is below it. */
  readonly fields: Times<DependentField>;
  /** Lists of as many objects as the field says that the selection is of. */
  readonly lists: Times<Selection>;
  /** What a directive may leave out. */
  readonly conditional: Times<Conditional>;
}

interface Conditional {
  readonly node: SelectionNode;
  readonly selection: Selection;
}

/** How often each of several things is resolved. */
type Times<Thing> = ReadonlyMap<Thing, number>;

/** A selection that is resolved so often, with lists so long, for one of so many objects. */
interface Resolved {
  readonly selection: Selection;
  readonly times: number;
  readonly length: number;
  readonly among: number;
}

interface DependentField {
  readonly node: FieldNode;
  readonly field: GraphQLField<unknown, unknown>;
  readonly cost: FieldCost;
  readonly selection: Selection | null;
}

/** Objects of a list of which no field says how many it has. */
const USUAL_LENGTH = 3;

/**
 * Reads once what an operation is made of, so that it can be estimated on any register and with any
 * values. All types of an interface count.
 */
export function createEstimate(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Estimate {
  const reader = new SelectionReader(schema, document);
  const root = schema.getRootType(operation.operation);
  const whole = reader.read(operation.selectionSet, root?.name ?? 'Query');
  return (snapshot, variables) => {
    const units = noUnits();
    addUnits(units, 'operation', 1);
    const addSelection = ({ selection, times, length, among }: Resolved) => {
      addAll(units, selection.units, times);
      for (const [field, each] of selection.fields) addField(field, times * each, among);
      for (const [{ node, selection: part }, each] of selection.conditional) {
        if (!isIncluded(node, variables)) continue;
        addSelection({ selection: part, times: times * each, length, among });
      }
      for (const [list, each] of selection.lists) {
        const objects = times * each * length;
        addUnits(units, 'object', objects);
        addSelection({
          ...{ selection: list, times: objects, length: USUAL_LENGTH },
          among: Math.max(1, length),
        });
      }
    };
    const addField = (dependent: DependentField, times: number, among: number) => {
      const { node, field, cost, selection } = dependent;
      let length = USUAL_LENGTH;
      const objects = cost(getArgumentValues(field, node, variables) as never, {
        ...{ snapshot, among },
        count: (term, more) => addUnits(units, term, times * more),
        tell: (each) => {
          length = each;
        },
      });
      if (!selection) return;
      addUnits(units, 'object', times * objects);
      addSelection({ selection, times: times * objects, length, among });
    };
    addSelection({ selection: whole, times: 1, length: USUAL_LENGTH, among: 1 });
    return units;
  };
}

function noUnits(): Units {
  return new Float64Array(COST_TERMS.length);
}

/** Reads the selections of a document, each once. */
class SelectionReader {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #known = new Map<SelectionSetNode, Selection>();

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    this.#schema = schema;
    this.#fragments = fragmentsOf(document);
  }

  read(selectionSet: SelectionSetNode, typeName: string): Selection {
    const known = this.#known.get(selectionSet);
    if (known) return known;
    const units = noUnits();
    const fields = new Map<DependentField, number>();
    const lists = new Map<Selection, number>();
    const conditional = new Map<Conditional, number>();
    const into = { units, fields, lists, conditional };
    for (const selection of selectionSet.selections) {
      if (selection.directives && selection.directives.length > 0) {
        const part = this.#readOne({ ...selection, directives: [] }, typeName);
        addTimes(conditional, { node: selection, selection: part }, 1);
      } else addAs(into, this.#readOne(selection, typeName), 1);
    }
    this.#known.set(selectionSet, into);
    return into;
  }

  /** One field or fragment, as a selection of it alone. */
  #readOne(selection: SelectionNode, typeName: string): Selection {
    if (selection.kind !== Kind.FIELD) return this.#readFragment(selection, typeName) ?? nothing();
    const { dependent, list, object } = this.#readField(selection, typeName);
    const made = nothing();
    addUnits(made.units, 'value', 1);
    if (dependent) addTimes(made.fields, dependent, 1);
    if (list) addTimes(made.lists, list, 1);
    if (object) {
      addUnits(made.units, 'object', 1);
      addTo(made, object, 1);
    }
    return made;
  }

  #readFragment(
    selection: FragmentSpreadNode | InlineFragmentNode,
    typeName: string,
  ): Selection | null {
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? this.#fragments.get(selection.name.value)
        : selection;
    if (!fragment) return null;
    return this.read(fragment.selectionSet, fragment.typeCondition?.name.value ?? typeName);
  }

  #readField(node: FieldNode, typeName: string): ReadField {
    const field = fieldOf(this.#schema, typeName, node.name.value);
    if (!field) return {};
    const named = getNamedType(field.type);
    const selection =
      node.selectionSet && isCompositeType(named) ? this.read(node.selectionSet, named.name) : null;
    const cost = field.extensions['cost'] as FieldCost | undefined;
    if (cost) return { dependent: { node, field, cost, selection } };
    if (!selection) return {};
    return isList(field.type) ? { list: selection } : { object: selection };
  }
}

/** A field with a selection: what depends on arguments, a list, or one object. */
interface ReadField {
  readonly dependent?: DependentField;
  readonly list?: Selection;
  readonly object?: Selection;
}

function addTimes<Thing>(all: Map<Thing, number>, thing: Thing, times: number): void {
  all.set(thing, (all.get(thing) ?? 0) + times);
}

/** A selection that is being read. */
interface Making {
  readonly units: Units;
  readonly fields: Map<DependentField, number>;
  readonly lists: Map<Selection, number>;
  readonly conditional: Map<Conditional, number>;
}

function nothing(): Making {
  return { units: noUnits(), fields: new Map(), lists: new Map(), conditional: new Map() };
}

/** Adds a selection that is resolved so often, its lists as they are. */
function addAs(into: Making, selection: Selection, times: number): void {
  addAll(into.units, selection.units, times);
  for (const [field, each] of selection.fields) addTimes(into.fields, field, times * each);
  for (const [list, each] of selection.lists) addTimes(into.lists, list, times * each);
  for (const [part, each] of selection.conditional) {
    addTimes(into.conditional, part, times * each);
  }
}

/** Adds a selection that is resolved so often, its lists of the usual length. */
function addTo(into: Making, selection: Selection, times: number): void {
  const { lists, ...rest } = selection;
  addAs(into, { ...rest, lists: new Map() }, times);
  for (const [list, each] of lists) {
    const objects = times * each * USUAL_LENGTH;
    addUnits(into.units, 'object', objects);
    addTo(into, list, objects);
  }
}

/** Whether the directives of a selection leave it in. */
function isIncluded(node: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
  return skip?.['if'] !== true && include?.['if'] !== false;
}

function fieldOf(
  schema: GraphQLSchema,
  typeName: string,
  name: string,
): GraphQLField<unknown, unknown> | null {
  const type = schema.getType(typeName);
  if (!isObjectType(type) && !isInterfaceType(type)) return null;
  return type.getFields()[name] ?? null;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type));
}
