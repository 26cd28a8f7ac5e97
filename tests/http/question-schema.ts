import {
  GraphQLEnumType,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import { type Kysely, sql } from 'kysely';
import type { DB } from '../../src/db/tables.ts';
import { BadUserInputError } from '../../src/domain/errors.ts';
import type { Work } from '../../src/domain/work.ts';
import type { OperationContext } from '../../src/graphql/core/context.ts';
import type { CostOf } from '../../src/graphql/cost/field-cost.ts';
import { MICROSECONDS } from '../../src/graphql/cost/terms.ts';

/** A day of the week, the way our scalars refuse a value: with an error of the domain. */
const Day = new GraphQLScalarType<string, string>({
  name: 'Day',
  parseValue: (value) => {
    if (value === 'monday' || value === 'tuesday') return value;
    throw new BadUserInputError({
      en: `"${value}" is not a day: monday and tuesday are accepted`,
      fr: `« ${value} » n’est pas un jour : monday et tuesday sont acceptés`,
    });
  },
});

const Colour = new GraphQLEnumType({ name: 'Colour', values: { RED: {}, BLUE: {} } });

/** What the resolvers of one test may be made to do. */
export interface Levers {
  /** Awaited by the field `slow`. */
  gate: Promise<unknown>;
  /** Called when the field `slow` begins. */
  onSlow: () => void;
}

/** A schema that fails in each of the ways that an answer can fail, over a real context. */
export function questionSchema(levers: Levers): GraphQLSchema {
  const context = (resolve: (context: OperationContext) => unknown) => ({
    resolve: (_root: unknown, _args: unknown, given: OperationContext) => resolve(given),
  });
  const day = { day: { type: new GraphQLNonNull(Day) } };
  return new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: {
        publication: {
          type: new GraphQLNonNull(GraphQLInt),
          ...context(({ snapshot }) => snapshot.publication.id),
        },
        today: { type: GraphQLString, ...context(({ today }) => today) },
        certifications: {
          type: GraphQLInt,
          ...context(({ loaders }) => loaders.read(countCertifications)),
        },
        // Estimated at a millisecond each.
        costly: {
          type: GraphQLInt,
          args: { milliseconds: { type: new GraphQLNonNull(GraphQLInt) } },
          extensions: {
            cost: ({ milliseconds }: { milliseconds: number }, { count }: CostOf) => {
              count('word', (1000 * milliseconds) / MICROSECONDS.word);
              return 1;
            },
          },
          resolve: () => 1,
        },
        // Does work that gives way after each millisecond.
        working: {
          type: GraphQLInt,
          args: { milliseconds: { type: new GraphQLNonNull(GraphQLInt) } },
          resolve: (_root, { milliseconds }: { milliseconds: number }, { run }: OperationContext) =>
            run(workFor(milliseconds)),
        },
        slow: {
          type: GraphQLInt,
          resolve: async () => {
            levers.onSlow();
            await levers.gate;
            return 1;
          },
        },
        slowThenCertifications: {
          type: GraphQLInt,
          ...context(async ({ loaders }) => {
            await levers.gate;
            return await loaders.read(countCertifications);
          }),
        },
        sleep: {
          type: GraphQLInt,
          ...context(({ loaders }) =>
            loaders.read(async (db) => {
              levers.onSlow();
              await sql`select pg_sleep(5)`.execute(db);
            }),
          ),
        },
        opensOn: { type: Day, args: day, resolve: (_root, args: { day: string }) => args.day },
        positive: {
          type: GraphQLInt,
          args: { number: { type: new GraphQLNonNull(GraphQLInt), defaultValue: 1 } },
          resolve: (_root, { number }: { number: number }) => {
            if (number > 0) return number;
            throw new BadUserInputError({
              en: `number is ${number}: more than 0 is accepted`,
              fr: `number vaut ${number} : plus de 0 est accepté`,
            });
          },
        },
        fault: {
          type: GraphQLInt,
          resolve: () => {
            throw new Error('the vault is open', { cause: new Error('the key is 1234') });
          },
        },
        thrownText: {
          type: GraphQLInt,
          resolve: () => {
            throw 'the vault is open';
          },
        },
        colour: { type: Colour, resolve: () => 'GREEN of the vault' },
        required: { type: new GraphQLNonNull(GraphQLInt), resolve: () => null },
      },
    }),
  });
}

async function countCertifications(db: Kysely<DB>): Promise<number> {
  return (await db.selectFrom('certification').select('code').execute()).length;
}

/** Keeps the processor busy for so many milliseconds, and gives them. */
function* workFor(milliseconds: number): Work<number> {
  for (let done = 0; done < milliseconds; done++) {
    const end = performance.now() + 1;
    while (performance.now() < end);
    yield;
  }
  return milliseconds;
}
