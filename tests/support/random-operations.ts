import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';
import { DAYS, FORMACODES, NSF_CODES, ROME_CODES, SIRENS } from './random-register.ts';

/** An operation of a schema, and what its variables are given. */
export interface RandomOperation {
  readonly source: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Numbers from 0 up to 1, of a seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const id = (text: string) => Buffer.from(text).toString('base64');

/** What scalars are given: known, unknown, out of bounds, malformed. */
const SCALARS: Readonly<Record<string, readonly unknown[]>> = {
  Boolean: [true, false],
  Date: [...DAYS, ...DAYS, '1989-12-31', 'yesterday'],
  Float: [0.5, 0.95, 0.998, 1, 2],
  ID: [
    ...['Certification:RNCP900001', 'Cohort:RNCP900001/2020', 'Block:RNCP900001/1'].map(id),
    ...['Publication:1', `Certifier:${SIRENS[0]}`, 'Formacode:46301', 'Occupation:M18'].map(id),
    ...['Speciality:326', 'Finding:none', 'Certification:RS999999'].map(id),
    'x',
  ],
  Int: [0, 1, 2, 3, 5, 6, 10, 2019, 2020, 2021, -1, 501],
  Percentage: [0, 50, 77.5, 100, 101],
  RegisterCode: ['RNCP900001', '900002', 'rs 900003', 'RNCP900004', 'RNCP1', 'code'],
  Siren: [...SIRENS, '000000000', '12'],
  YearSelection: ['latest(2)', 'from(2021)', 'to(2022)', 'range(2020,2022)', '2021', 'last'],
  String: ['326', '32', 'M18', 'M1805', '46301', 'ecole', 'métier', 'BC01', '', 'a"b\\', 'é\0'],
};

/** What any scalar may be given by one who looks for trouble: extremes, and values of another type. */
const EXTREMES: readonly unknown[] = [
  ...[2_147_483_647, -2_147_483_648, 2_147_483_648, -1, 0, 0.1, 1e308, -0, 9_007_199_254_740_992],
  ...[
    null,
    true,
    '',
    '0',
    ' ',
    '1e9',
    'null',
    '\uD800',
    '\u0000',
    '\u202E',
    "'; drop table x",
    '%',
  ],
  ...['x'.repeat(5_000), 'mot '.repeat(200), '9999-12-31', '0000-00-00', '2024-02-30'],
  ...[[], [[]], {}, { a: 1 }, ['x', null], Array.from({ length: 1_000 }, () => '1')],
];

const CODES: Readonly<Record<string, readonly string[]>> = {
  specialities: NSF_CODES,
  occupations: ROME_CODES,
  formacodes: FORMACODES,
};

/** Makes operations and variables of a schema, the same ones of the same seed. */
export class OperationMaker {
  readonly #schema: GraphQLSchema;
  readonly #next: () => number;
  readonly #scalars: Readonly<Record<string, readonly unknown[]>>;
  readonly #extremes: number;
  #variables = new Map<string, { readonly type: string; readonly default: string | null }>();
  #values: Record<string, unknown> = {};
  #fragments: string[] = [];

  /**
   * - `extremes`: the share of values that are extreme, or of another type than is declared.
   * - `scalars`: what some are given, by their names; the rest as over a random register.
   */
  constructor(
    schema: GraphQLSchema,
    seed: number,
    {
      extremes = 0,
      scalars = {},
    }: {
      readonly extremes?: number;
      readonly scalars?: Readonly<Record<string, readonly unknown[]>>;
    } = {},
  ) {
    this.#schema = schema;
    this.#extremes = extremes;
    this.#next = randomNumbers(seed);
    this.#scalars = { ...SCALARS, ...scalars };
  }

  /** A random operation. */
  operation(): RandomOperation {
    this.#variables = new Map();
    this.#values = {};
    this.#fragments = [];
    const query = this.#schema.getQueryType();
    if (!query) throw new Error('the schema has no queries');
    const selection = this.#selection(query, 5);
    const declared = [...this.#variables].map(
      ([name, { type, default: value }]) =>
        `$${name}: ${type}${value === null ? '' : ` = ${value}`}`,
    );
    const head = declared.length > 0 ? `query (${declared.join(', ')})` : 'query';
    return {
      source: [`${head} ${selection}`, ...this.#fragments].join('\n'),
      variables: this.#values,
    };
  }

  /** Random values for the variables of an operation; some are left to their defaults. */
  variablesOf({ variableDefinitions }: OperationDefinitionNode): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const { type, variable, defaultValue } of variableDefinitions ?? []) {
      const declared = typeFromAST(this.#schema, type) as GraphQLInputType;
      const name = variable.name.value;
      const optional = defaultValue !== undefined || !isNonNullType(declared);
      if (optional && this.#chance(0.5)) continue;
      values[name] = this.#value(declared, name, 2);
    }
    return values;
  }

  #chance(share: number): boolean {
    return this.#next() < share;
  }

  #one<Value>(values: readonly Value[]): Value {
    return values[Math.floor(this.#next() * values.length)] as Value;
  }

  #selection(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields()).filter(
      (field) => depth > 1 || !hasFields(field.type),
    );
    const chosen = Array.from({ length: 1 + Math.floor(this.#next() * 4) }, () =>
      this.#one(fields),
    );
    const parts = chosen
      .filter((field) => field !== undefined)
      .map((field, place) => this.#field(field, depth, place));
    if (parts.length === 0 || this.#chance(0.1)) parts.push('__typename');
    const body = `{ ${parts.join(' ')} }`;
    if (!this.#chance(0.1)) return body;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${type.name} ${body}`);
    return `{ ...${name} }`;
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number, place: number): string {
    // Another name for each: equal names with other arguments do not merge.
    const name = `f${place}: ${field.name}`;
    const given = this.#arguments(field);
    const directive = this.#chance(0.05)
      ? ` @${this.#one(['include', 'skip'])}(if: ${this.#given('Boolean!', this.#chance(0.5))})`
      : '';
    return `${name}${given}${directive}${this.#selectionOf(field.type, depth - 1)}`;
  }

  #selectionOf(type: GraphQLOutputType, depth: number): string {
    const named = getNamedType(type);
    if (isObjectType(named)) return ` ${this.#selection(named, depth)}`;
    if (!isInterfaceType(named)) return '';
    const { objects } = this.#schema.getImplementations(named);
    const chosen = this.#one(objects);
    return ` { id ... on ${chosen.name} ${this.#selection(chosen, depth)} }`;
  }

  #arguments({ args }: GraphQLField<unknown, unknown>): string {
    const given = args
      .filter((arg) => isRequired(arg) || this.#chance(0.35))
      // Pages are cut one way, mostly, and cursors are of the list.
      .filter(({ name }) => !['last', 'before', 'after'].includes(name) || this.#chance(0.15))
      // One operation is answered from one publication: few name one.
      .filter(({ name }) => !['publication', 'knownOn'].includes(name) || this.#chance(0.05))
      .map((arg) => {
        const value = this.#value(arg.type, arg.name, 3);
        if (this.#chance(0.4)) return `${arg.name}: ${this.#given(String(arg.type), value)}`;
        return `${arg.name}: ${literal(value, arg.type)}`;
      });
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  }

  /** A variable of a type that has a value: given, or by default. */
  #given(type: string, value: unknown): string {
    const name = `v${this.#variables.size}`;
    const declared = this.#schema.getType(type.replace(/[[\]!]/g, '')) as GraphQLInputType;
    if (this.#chance(0.3)) {
      const wrapped = type.includes('[')
        ? `[${literalOfList(value, declared)}]`
        : literal(value, declared);
      this.#variables.set(name, { type, default: wrapped });
      return `$${name}`;
    }
    this.#variables.set(name, { type, default: null });
    this.#values[name] = value;
    return `$${name}`;
  }

  #value(type: GraphQLInputType, name: string, depth: number): unknown {
    if (this.#extremes > 0 && this.#chance(this.#extremes)) return this.#one(EXTREMES);
    if (isNonNullType(type)) return this.#value(type.ofType, name, depth);
    if (isListType(type)) {
      const length = Math.floor(this.#next() * 3);
      return Array.from({ length }, () => this.#value(type.ofType, name, depth));
    }
    if (isEnumType(type)) return this.#one(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      const chosen = fields.filter(
        (field) =>
          (isNonNullType(field.type) && field.defaultValue === undefined) ||
          (depth > 0 && this.#chance(0.12)),
      );
      return Object.fromEntries(
        chosen.map((field) => [field.name, this.#value(field.type, field.name, depth - 1)]),
      );
    }
    const known = this.#scalars[name] ?? CODES[name];
    if (known && this.#chance(0.8)) return this.#one(known);
    // Mostly in order, so that answers have something.
    if (type.name === 'Int' && ['first', 'last'].includes(name)) return this.#one([1, 2, 3, 5, 20]);
    if (name === 'publication') return this.#one([1, 1, 1, 2]);
    if (type.name === 'String' && ['after', 'before'].includes(name)) return 'x';
    return this.#one(this.#scalars[type.name] ?? ['x']);
  }
}

function isRequired({ type, defaultValue }: GraphQLArgument): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}

function hasFields(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return isObjectType(named) || isInterfaceType(named);
}

function literalOfList(value: unknown, type: GraphQLInputType): string {
  if (!Array.isArray(value)) return literal(value, type);
  return value.map((each) => literal(each, type)).join(', ');
}

/** A value as it is written in a document. */
function literal(value: unknown, type: GraphQLInputType): string {
  const named = getNamedType(type);
  if (Array.isArray(value)) return `[${value.map((each) => literal(each, named)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) {
    return isEnumType(named) ? String(value) : JSON.stringify(value);
  }
  if (!isInputObjectType(named)) return JSON.stringify(value);
  const fields = Object.entries(value as object).map(
    ([name, each]) => `${name}: ${literal(each, named.getFields()[name]?.type ?? named)}`,
  );
  return `{ ${fields.join(', ')} }`;
}
