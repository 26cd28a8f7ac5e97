import { readFile } from 'node:fs/promises';
import {
  type GraphQLArgument,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { expect, test } from 'vitest';
import { NODE_TYPES } from '../../src/domain/node-id.ts';
import { schema } from '../../src/graphql/schema.ts';
import { NAMES, NUMBER_FIELDS } from './plain-numbers.ts';

const TYPES = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

interface Described {
  readonly path: string;
  readonly description: string | null | undefined;
}

function argumentsOf(path: string, args: readonly GraphQLArgument[]): Described[] {
  return args.map(({ name, description }) => ({ path: `${path}(${name})`, description }));
}

/** Types, and all that stands in them, with their descriptions. */
const EVERYTHING: readonly Described[] = TYPES.flatMap((type): Described[] => {
  const members: Described[] = [];
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const { name, description, args } of Object.values(type.getFields())) {
      const path = `${type.name}.${name}`;
      members.push({ path, description }, ...argumentsOf(path, args));
    }
  } else if (isInputObjectType(type)) {
    for (const { name, description } of Object.values(type.getFields())) {
      members.push({ path: `${type.name}.${name}`, description });
    }
  } else if (isEnumType(type)) {
    for (const { name, description } of type.getValues()) {
      members.push({ path: `${type.name}.${name}`, description });
    }
  }
  return [{ path: type.name, description: type.description }, ...members];
});

test('schema/schema.graphql is what the code says, sorted: npm run generate prints it', async () => {
  const committed = await readFile(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');
  expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toBe(committed);
});

test('every type, field, argument, input field and enum value is described', () => {
  const paths = EVERYTHING.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining([
      'Certification',
      'Certification.insertionRate',
      'Certification.insertionRate(indicator)',
      'CertificationFilter.search',
      'RateStatus.OVERDUE',
      'RegisterCode',
    ]),
  );
  const bare = EVERYTHING.filter(({ description }) => !description?.trim());
  expect(bare.map(({ path }) => path)).toEqual([]);
});

test('a field that may be absent says when', () => {
  const silent = TYPES.flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields())
          .filter((field) => !String(field.type).endsWith('!'))
          .filter(({ description }) => !/absent/i.test(description ?? ''))
          .map(({ name }) => `${type.name}.${name}`)
      : [],
  );
  expect(silent).toEqual([]);
});

test('the types that node finds are those that are nodes', () => {
  const node = schema.getType('Node');
  if (!isInterfaceType(node)) throw new Error('Node is not an interface');
  const names = schema.getPossibleTypes(node).map(({ name }) => name);
  expect(names.toSorted()).toEqual([...NODE_TYPES].toSorted());
});

/** What the description of a figure starts with. */
const UNIT =
  /^(Heads|Percent, 0 to 100|Percent, from −100 on|Percentage points, −100 to 100|Share, 0 to 1|Probability, 0 to 1|Tests|Attempts|Months|Standard errors|Euros|Squared heads|Squared radians|Years|Days|Bytes|Rows|Times|Certifications|Cohorts|Blocks|Fiches|Values|Findings|Groups|Links|Establishments|Legal units)[.,]/;

test('the description of a figure starts with its unit', () => {
  const without = NUMBER_FIELDS.filter(({ description }) => !UNIT.test(description));
  expect(without.map(({ path }) => path)).toEqual(NAMES);
});
