import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** What an argument needs besides the value that is tried, by its name. */
const REQUIRED: Readonly<Record<string, string>> = {
  code: '"RNCP101"',
  codes: '["RNCP101"]',
  siren: '"111111118"',
  id: '"x"',
  name: '"cohorts"',
  values: '["6"]',
};

type Input = GraphQLArgument | GraphQLInputField;

/**
 * The text of a value for an input of a leaf type (a scalar or an enum), which may be a list; null for
 * one that is not tried.
 */
export type TriedValue = (leaf: GraphQLNamedType, isList: boolean, name: string) => string | null;

/** Values of an input that hold a tried value, as text; each with one. */
function triedIn(input: Input, textOf: TriedValue): string[] {
  const type = getNamedType(input.type);
  const isList = isListType(getNullableType(input.type));
  if (!isInputObjectType(type)) {
    const tried = textOf(type, isList, input.name);
    return tried === null ? [] : [tried];
  }
  const listed = (text: string) => (isList ? `[${text}]` : text);
  const fields = Object.values(type.getFields());
  return fields.flatMap((field) =>
    triedIn(field, textOf).map((text) => {
      const others = fields.filter((each) => each !== field && isRequiredInputField(each));
      const rest = others.map((each) => `${each.name}: ${needed(each)}`);
      return listed(`{ ${[...rest, `${field.name}: ${text}`].join(', ')} }`);
    }),
  );
}

function needed(input: Input): string {
  const type = getNamedType(input.type);
  const text = isEnumType(type) ? type.getValues()[0]?.name : REQUIRED[input.name];
  if (text === undefined) throw new Error(`no value is known for ${input.name}: ${input.type}`);
  return isListType(getNullableType(input.type)) && !text.startsWith('[') ? `[${text}]` : text;
}

/** A selection of the first leaf that needs no argument, through as many objects as it takes. */
function selection(of: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(of.type);
  if (!isCompositeType(type)) return '';
  if (!isObjectType(type)) return '{ __typename }';
  const fields = Object.values(type.getFields());
  const rows = fields.find(({ name }) => name === 'nodes' || name === 'groups' || name === 'rows');
  if (rows) return `{ ${rows.name} ${selection(rows)} }`;
  return '{ __typename }';
}

/** A path to each object type that certification, certifier and lists lead to, with its brackets. */
const PATHS: Readonly<Record<string, readonly [string, string]>> = {
  Query: ['{', '}'],
  Certification: ['{ certification(code: "RNCP101") {', '} }'],
  Benchmark: [
    '{ certification(code: "RNCP101") { benchmark(indicator: GLOBAL_6_MONTHS) {',
    '} } }',
  ],
  Certifier: ['{ certifier(siren: "111111118") {', '} }'],
  Formacode: ['{ formacodes { nodes {', '} } }'],
  RemovedCertification: ['{ removedCertification(code: "RNCP190") {', '} }'],
  ReportColumnProfile: ['{ reportProfile(name: "cohorts") { columns {', '} } }'],
  Occupation: ['{ occupations { nodes {', '} } }'],
  Speciality: ['{ specialities { nodes {', '} } }'],
};

function operationsOf(owner: GraphQLObjectType, textOf: TriedValue): string[] {
  const path = PATHS[owner.name];
  return Object.values(owner.getFields()).flatMap((field) =>
    field.args.flatMap((argument) =>
      triedIn(argument, textOf).map((text) => {
        if (!path) throw new Error(`no path is known to ${owner.name}`);
        const others = field.args.filter((each) => each !== argument && isRequiredArgument(each));
        const given = [...others.map((each) => `${each.name}: ${needed(each)}`)];
        return `${path[0]} ${field.name}(${[...given, `${argument.name}: ${text}`].join(', ')}) ${selection(field)} ${path[1]}`;
      }),
    ),
  );
}

/**
 * Operations on the register of the questions that try a value wherever the schema takes one: each
 * argument of each field, and each field of each input.
 */
export function operationsTrying(schema: GraphQLSchema, textOf: TriedValue): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => operationsOf(type, textOf));
}
