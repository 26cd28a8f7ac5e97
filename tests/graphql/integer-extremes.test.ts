import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLObjectType,
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
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { DomainError } from '../../src/domain/errors.ts';
import { schema } from '../../src/graphql/schema.ts';
import { send } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';

const EXTREMES = [-2147483648, -1, 0, 2147483647];

/** What an argument needs besides the integer that is tried, by its name. */
const REQUIRED: Readonly<Record<string, string>> = {
  code: '"RNCP101"',
  codes: '["RNCP101"]',
  siren: '"111111118"',
  id: '"x"',
  name: '"cohorts"',
};

type Input = GraphQLArgument | GraphQLInputField;

/** Values of an input that hold an integer, as text; each with one integer. */
function integersOf(input: Input, value: number): string[] {
  const type = getNamedType(input.type);
  const isList = isListType(getNullableType(input.type));
  const listed = (text: string) => (isList ? `[${text}]` : text);
  if (type.name === 'Int') return [listed(`${value}`)];
  if (!isInputObjectType(type)) return [];
  const fields = Object.values(type.getFields());
  return fields.flatMap((field) =>
    integersOf(field, value).map((text) => {
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
  Occupation: ['{ occupations { nodes {', '} } }'],
  Speciality: ['{ specialities { nodes {', '} } }'],
};

function operations(owner: GraphQLObjectType, value: number): string[] {
  const path = PATHS[owner.name];
  return Object.values(owner.getFields()).flatMap((field) =>
    field.args.flatMap((argument) =>
      integersOf(argument, value).map((text) => {
        if (!path) throw new Error(`no path is known to ${owner.name}`);
        const others = field.args.filter((each) => each !== argument && isRequiredArgument(each));
        const given = [...others.map((each) => `${each.name}: ${needed(each)}`)];
        return `${path[0]} ${field.name}(${[...given, `${argument.name}: ${text}`].join(', ')}) ${selection(field)} ${path[1]}`;
      }),
    ),
  );
}

const ALL = EXTREMES.flatMap((value) =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => operations(type, value)),
);

describeEachEngine('an integer at its extremes, on', (openDatabase) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, QUESTION_REGISTER);
  });

  test('is answered or refused with a reason, wherever one is asked for', async () => {
    expect(ALL.length).toBeGreaterThan(300);
    const faults: string[] = [];
    for (const source of ALL) {
      const { errors = [] } = await send(database, source);
      for (const error of errors) {
        if (!(error.originalError instanceof DomainError))
          faults.push(`${source}: ${error.message}`);
      }
    }
    expect(faults).toEqual([]);
  });
});
