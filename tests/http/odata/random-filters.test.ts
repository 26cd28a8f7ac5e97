import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { inFull } from '../../support/in-full.ts';
import { newNote, note } from '../../support/notes.ts';
import { publishRandom, registerOfSeed } from '../../support/random-register.ts';
import { AS_OF, address, odataServer } from './odata-server.ts';

const RUNS = inFull(60, 2_000);

const server = odataServer(async (database) => {
  await publishRandom(database, registerOfSeed(2026));
  await note(database, newNote({ textFr: 'Une note' }));
});

/** A cell or what an expression makes of cells. */
type Value = string | number | boolean | null;
type Row = Readonly<Record<string, Value>>;

/** An expression as it is written, and what it is of one row: computed plainly, a row at a time. */
interface Written {
  readonly text: string;
  readonly of: (row: Row) => Value;
}

const NUMBERS = ['year', 'certified', 'rate', 'level', 'days_late', 'rate_base'];
const DAYS = ['registration_ends_on', 'rate_due_on'];
const TEXTS = ['certification_code', 'title', 'rate_status', 'register', 'rate_reliability'];

const column = (...names: string[]): fc.Arbitrary<Written> =>
  fc.constantFrom(...names).map((name) => ({ text: name, of: (row) => row[name] ?? null }));

const literal = (value: Value): Written => ({
  text: typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value),
  of: () => value,
});

const numberLiteral = fc
  .oneof(fc.integer({ min: -5, max: 130 }), fc.constantFrom(2020, 2023, 77.5, null))
  .map((value) => literal(value));
const textLiteral = fc
  .constantFrom('RNCP1003', 'Certification 1', '1', 'PUBLISHED', 'RS', "l'", '', null)
  .map((value) => literal(value));

const truthLiteral = fc.constantFrom(true, false, null).map((value) => literal(value));

/** Something, and what it may be among. */
const listed = (of: fc.Arbitrary<Written>, value: fc.Arbitrary<Written>) =>
  fc.tuple(of, fc.array(value, { minLength: 1, maxLength: 3 }));

/** Absent where anything is. */
function lifted(compute: (...values: never[]) => Value, parts: readonly Written[]): Written['of'] {
  return (row) => {
    const values = parts.map((part) => part.of(row));
    const value = values.includes(null) ? null : compute(...(values as never[]));
    return typeof value === 'number' && Number.isNaN(value) ? null : value;
  };
}

const ARITHMETIC: Readonly<Record<string, (one: number, other: number) => number>> = {
  add: (one, other) => one + other,
  sub: (one, other) => one - other,
  mul: (one, other) => one * other,
  divby: (one, other) => one / other,
};

const NUMBER_FUNCTIONS: Readonly<Record<string, (number: number) => number>> = {
  round: (number) => Math.sign(number) * Math.round(Math.abs(number)),
  floor: Math.floor,
  ceiling: Math.ceil,
};

const DAY_FUNCTIONS: Readonly<Record<string, (day: string) => number>> = {
  year: (day) => Number(day.split('-')[0]),
  month: (day) => Number(day.split('-')[1]),
  day: (day) => Number(day.split('-')[2]),
};

const TEXT_FUNCTIONS: Readonly<Record<string, (text: string) => string>> = {
  tolower: (text) => text.toLowerCase(),
  toupper: (text) => text.toUpperCase(),
  trim: (text) => text.trim(),
};

const TESTS: Readonly<Record<string, (text: string, part: string) => boolean>> = {
  contains: (text, part) => text.includes(part),
  startswith: (text, part) => text.startsWith(part),
  endswith: (text, part) => text.endsWith(part),
};

const COMPARISONS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;

function compare(operator: (typeof COMPARISONS)[number], one: Value, other: Value): boolean {
  if (one === null || other === null) {
    const both = one === other;
    return operator === 'ne' ? !both : both && ['eq', 'ge', 'le'].includes(operator);
  }
  const [left, right] = [one, other] as [number, number];
  if (operator === 'eq') return left === right;
  if (operator === 'ne') return left !== right;
  if (operator === 'gt') return left > right;
  if (operator === 'ge') return left >= right;
  return operator === 'lt' ? left < right : left <= right;
}

const { condition } = fc.letrec<{ number: Written; text: Written; condition: Written }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    column(...NUMBERS),
    numberLiteral,
    fc
      .tuple(fc.constantFrom(...Object.keys(ARITHMETIC)), tie('number'), tie('number'))
      .map(([name, one, other]) => ({
        text: `(${one.text} ${name} ${other.text})`,
        of: lifted(ARITHMETIC[name] as never, [one, other]),
      })),
    fc.tuple(tie('number'), fc.constantFrom(2, 7, -3, 2.5)).map(([one, other]) => ({
      text: `(${one.text} mod ${other})`,
      of: lifted((value: number) => value % other, [one]),
    })),
    tie('text').map((of) => ({
      text: `length(${of.text})`,
      of: lifted((text: string) => text.length, [of]),
    })),
    tie('number').map((of) => ({
      text: `-(${of.text})`,
      of: lifted((value: number) => -value, [of]),
    })),
    fc
      .tuple(column('registration_ends_on', 'rate_due_on'), fc.constantFrom(-400, -1, 30, 365))
      .map(([of, days]) => ({
        text: `day(${of.text} add duration'${days < 0 ? '-' : ''}P${Math.abs(days)}D')`,
        of: lifted(
          (day: string) => new Date(Date.parse(day) + days * 86_400_000).getUTCDate(),
          [of],
        ),
      })),
    tie('number').map((of) => ({
      text: `cast(cast(${of.text},Edm.String),Edm.Double)`,
      of: of.of,
    })),
    fc
      .tuple(fc.constantFrom(...Object.keys(NUMBER_FUNCTIONS)), tie('number'))
      .map(([name, of]) => ({
        text: `${name}(${of.text})`,
        of: lifted(NUMBER_FUNCTIONS[name] as never, [of]),
      })),
    fc.tuple(fc.constantFrom(...Object.keys(DAY_FUNCTIONS)), column(...DAYS)).map(([name, of]) => ({
      text: `${name}(${of.text})`,
      of: lifted(DAY_FUNCTIONS[name] as never, [of]),
    })),
    fc.tuple(tie('text'), tie('text')).map(([one, other]) => ({
      text: `indexof(${one.text},${other.text})`,
      of: lifted((text: string, part: string) => text.indexOf(part), [one, other]),
    })),
  ),
  text: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    column(...TEXTS),
    textLiteral,
    fc.tuple(fc.constantFrom(...Object.keys(TEXT_FUNCTIONS)), tie('text')).map(([name, of]) => ({
      text: `${name}(${of.text})`,
      of: lifted(TEXT_FUNCTIONS[name] as never, [of]),
    })),
    fc.tuple(tie('text'), tie('text')).map(([one, other]) => ({
      text: `concat(${one.text},${other.text})`,
      of: lifted((left: string, right: string) => left + right, [one, other]),
    })),
    fc.tuple(tie('text'), column('level', 'certified')).map(([of, length]) => ({
      text: `substring(${of.text},1,${length.text})`,
      of: lifted((text: string, most: number) => text.slice(1, 1 + most), [of, length]),
    })),
    fc.tuple(tie('text'), fc.integer({ min: -4, max: 4 })).map(([of, from]) => ({
      text: `substring(${of.text},${from})`,
      of: lifted((text: string) => text.slice(from), [of]),
    })),
  ),
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc
      .tuple(
        fc.constantFrom(...COMPARISONS),
        fc.oneof(
          fc.tuple(tie('number'), tie('number')),
          fc.tuple(column(...NUMBERS), column(...NUMBERS)),
          fc.tuple(tie('text'), tie('text')),
          fc.tuple(column(...TEXTS), column(...TEXTS)),
          fc.tuple(column(...DAYS), fc.oneof(column(...DAYS), fc.constant(literal(null)))),
          fc.tuple(column('active'), fc.oneof(column('active'), truthLiteral)),
        ),
        fc.boolean(),
      )
      .map(([operator, sides, isTurned]) => {
        const [one, other] = isTurned ? sides.toReversed() : sides;
        return {
          text: `${one?.text} ${operator} ${other?.text}`,
          of: (row: Row) => compare(operator, one?.of(row) ?? null, other?.of(row) ?? null),
        };
      }),
    column('active'),
    fc.constantFrom('2021-12-31', '2024-06-30', '2026-06-30').map((day) => ({
      text: `registration_ends_on le ${day}`,
      of: (row: Row) => compare('le', row['registration_ends_on'] ?? null, day),
    })),
    fc
      .oneof(listed(tie('text'), textLiteral), listed(tie('number'), numberLiteral))
      .map(([of, list]) => ({
        text: `${of.text} in (${list.map(({ text }) => text).join(',')})`,
        of: (row: Row) => list.some((each) => each.of(row) === of.of(row)),
      })),
    fc
      .tuple(fc.constantFrom(...Object.keys(TESTS)), tie('text'), tie('text'))
      .map(([name, one, other]) => ({
        text: `${name}(${one.text},${other.text})`,
        of: lifted(TESTS[name] as never, [one, other]),
      })),
    tie('condition').map((of) => ({
      text: `not (${of.text})`,
      of: lifted((value: boolean) => !value, [of]),
    })),
    fc
      .tuple(
        fc.constantFrom('and', 'or'),
        fc.array(tie('condition'), { minLength: 2, maxLength: 3 }),
      )
      .map(([operator, parts]) => ({
        text: parts.map(({ text }) => `(${text})`).join(` ${operator} `),
        of: (row: Row) => {
          const values = parts.map((part) => part.of(row));
          const deciding = operator === 'or';
          if (values.includes(deciding)) return deciding;
          return values.includes(null) ? null : !deciding;
        },
      })),
  ),
}));

let rows: readonly Row[] = [];
beforeAll(async () => {
  const response = await fetch(`${server.at().url}/reports/insertion-rates.json?as_of=${AS_OF}`);
  rows = (await response.json()).rows;
});

describe('answers of OData are the rows of the report', () => {
  test(
    `for ${RUNS} random filters, evaluated a second time a row at a time`,
    async () => {
      let found = 0;
      await fc.assert(
        fc.asyncProperty(condition, async ({ text, of }) => {
          const options = { $filter: text, as_of: AS_OF, $count: 'true', $top: '5000' };
          const body = await server.json(address('insertion_rates', options));
          const expected = rows.filter((row) => of(row) === true);
          expect([text, body['@odata.count']]).toEqual([text, expected.length]);
          expect([text, body.value]).toEqual([text, expected]);
          if (expected.length > 0 && expected.length < rows.length) found += 1;
        }),
        { numRuns: RUNS, seed: 20_261_202 },
      );
      expect(found).toBeGreaterThan(RUNS / 10);
    },
    inFull(60_000, 900_000),
  );

  test('for orders of any columns, both ways', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(fc.constantFrom(...NUMBERS, ...TEXTS), fc.boolean()), {
          minLength: 1,
          maxLength: 3,
          selector: ([name]) => name,
        }),
        async (order) => {
          const text = order.map(([name, isDown]) => `${name}${isDown ? ' desc' : ''}`).join(',');
          const given = await server.rows(
            address('insertion_rates', { $orderby: text, as_of: AS_OF }),
          );
          const expected = rows.toSorted((one, other) => {
            for (const [name, isDown] of order) {
              const [left, right] = [one[name] ?? null, other[name] ?? null];
              if (left === right) continue;
              const isLess = left === null || (right !== null && left < right);
              return isLess === isDown ? 1 : -1;
            }
            return 0;
          });
          expect([text, given]).toEqual([text, expected]);
        },
      ),
      { numRuns: inFull(15, 300), seed: 7 },
    );
  });

  test('of every set without options', async () => {
    const { reports } = await (await fetch(`${server.at().url}/reports`)).json();
    for (const { name } of reports as { name: string }[]) {
      const report = await fetch(`${server.at().url}/reports/${name}.json?as_of=${AS_OF}`);
      if (report.status === 400) continue;
      const of = (await report.json()).rows as Row[];
      const given = await server.rows(`${name.replaceAll('-', '_')}?as_of=${AS_OF}&$top=2000`);
      const plain = given.map((row) =>
        Object.fromEntries(Object.entries(row).filter(([key]) => !key.endsWith('_key'))),
      );
      expect([name, plain]).toEqual([name, of.slice(0, 2_000)]);
    }
  });
});
