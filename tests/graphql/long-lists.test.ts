import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../src/graphql/schema.ts';
import { publishSmallRegister } from '../http/question-server.ts';
import { send } from '../support/client.ts';
import { openMigratedPglite } from '../support/database.ts';

/** A list that a root field takes: its path below an argument. */
interface TakenList {
  readonly field: string;
  readonly argument: GraphQLArgument;
  readonly path: readonly GraphQLInputField[];
  readonly item: GraphQLInputType;
}

const ROOT = schema.getQueryType()?.getFields() ?? {};

/** All lists of all root fields. */
function takenLists(): TakenList[] {
  return Object.values(ROOT).flatMap((field) =>
    field.args.flatMap((argument) => {
      const found: TakenList[] = [];
      const walk = (type: GraphQLInputType, path: readonly GraphQLInputField[]): void => {
        const nullable = getNullableType(type);
        if (isListType(nullable)) {
          found.push({ field: field.name, argument, path, item: nullable.ofType });
        } else if (isInputObjectType(nullable) && path.length < 4) {
          for (const each of Object.values(nullable.getFields())) walk(each.type, [...path, each]);
        }
      };
      walk(argument.type, []);
      return found;
    }),
  );
}

const KNOWN: Readonly<Record<string, unknown>> = {
  ...{
    codes: 'RNCP900001',
    ids: 'x',
    specialities: '326',
    occupations: 'M18',
    formacodes: '46301',
  },
  ...{ abbreviations: 'BTS', certifiers: '130025265', levels: 6, name: 'level', values: '6' },
};

/** A value of a type; what an input needs is filled in. */
function exampleOf(name: string, type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [exampleOf(name, nullable.ofType)];
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  if (isInputObjectType(nullable)) {
    const needed = Object.values(nullable.getFields()).filter((each) => isNonNullType(each.type));
    return Object.fromEntries(needed.map((each) => [each.name, exampleOf(each.name, each.type)]));
  }
  return KNOWN[name] ?? (getNamedType(type).name === 'Int' ? 6 : 'x');
}

/** The value of an argument whose list has one item so many times. */
function argumentOf({ argument, path, item }: TakenList, count: number): unknown {
  const name = path.at(-1)?.name ?? argument.name;
  const list: unknown = Array.from({ length: count }, () => exampleOf(name, item));
  return path.reduceRight<unknown>((inner, each, index) => {
    const owner = index === 0 ? argument.type : path[index - 1]?.type;
    return { ...(owner && (exampleOf('', owner) as object)), [each.name]: inner };
  }, list);
}

/** What a root field is asked for: how many rows, where it tells. */
function selectionOf(field: string): string {
  const type = ROOT[field]?.type;
  const named = type && getNamedType(type);
  if (!isCompositeType(named)) return '';
  const counts = isObjectType(named)
    ? ['totalCount', 'groupCount'].filter((name) => named.getFields()[name])
    : [];
  return `{ __typename ${counts.join(' ')} }`;
}

const LISTS = takenLists().map((each) => {
  const names = [each.argument.name, ...each.path.map(({ name }) => name)];
  return [`${each.field}(${names.join('.')})`, each] as const;
});

const database = await openMigratedPglite();
// Large enough that what is done for each item and each row is felt.
await publishSmallRegister(database, 1, 400);

/** Items that fit into one request, whatever they are. */
const MANY = 3_000;

describe('a list in which one value stands three thousand times', () => {
  test.each(LISTS)(
    '%s: is answered as one in which it stands once or twice, at once',
    async (_, list) => {
      const { field, argument } = list;
      const others = (ROOT[field]?.args ?? [])
        .filter((each) => isNonNullType(each.type) && each !== argument)
        .map((each) => `${each.name}: ${JSON.stringify(exampleOf(each.name, each.type))}`);
      const query = `query ($v: ${argument.type}) { ${field}(${[...others, `${argument.name}: $v`].join(', ')}) ${selectionOf(field)} }`;
      const answer = async (count: number) => {
        const before = process.cpuUsage();
        const result = await send(database, query, { v: argumentOf(list, count) });
        const { user, system } = process.cpuUsage(before);
        return { result: JSON.parse(JSON.stringify(result)), seconds: (user + system) / 1e6 };
      };
      const [once, twice, many] = [await answer(1), await answer(2), await answer(MANY)];
      const known = [once, twice].map(({ result }) => JSON.stringify(result.data ?? null));
      expect(known).toContain(JSON.stringify(many.result.data ?? null));
      const codes = (many.result.errors ?? []).map(
        ({ extensions }: { extensions?: { code?: string } }) => extensions?.code,
      );
      expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
      expect(many.seconds).toBeLessThan(1);
    },
  );
});
