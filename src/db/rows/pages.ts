import { type Kysely, type SqlBool, sql } from 'kysely';
import type { DB } from '../tables.ts';

/** Rows that one statement reads: few enough that handling them stops the event loop for little. */
export const PAGE = 2_000;

/** Certifications whose rows one statement reads: some 8,000 rows in the largest tables. */
const TOGETHER = 1500;

/** After any code, which are letters and digits. */
const AFTER_ANY_CODE = '~';

/** Certifications after one code, up to and including another. */
export interface CodeRange {
  readonly after: string;
  readonly upTo: string;
}

/** All certifications, so many together, in code order: what pages are read by. */
export async function codeRanges(db: Kysely<DB>): Promise<readonly CodeRange[]> {
  const { rows } = await sql<{ code: string }>`
    select code from (
      select code, row_number() over (order by code) as place from certification
    ) as placed
    where place % ${TOGETHER}::int = 0 order by code`.execute(db);
  const ends = rows.map(({ code }) => code);
  return [...ends, AFTER_ANY_CODE].map((upTo, at) => ({ after: ends[at - 1] ?? '', upTo }));
}

/**
 * Pages of rows, each empty once the next one is asked for. Where the next one begins is known from a
 * page: it is read while that is used.
 */
async function* pages<Row, Start>(
  first: Start,
  read: (start: Start) => Promise<Row[]>,
  nextOf: (rows: readonly Row[], start: Start) => Start | null,
): AsyncGenerator<readonly Row[]> {
  let reading = read(first);
  try {
    for (let start: Start | null = first; start !== null; ) {
      const rows: Row[] = await reading;
      start = nextOf(rows, start);
      if (start !== null) {
        reading = read(start);
        // Thrown when it is waited for, not before.
        reading.catch(() => {});
      }
      yield rows;
      // Promises of the driver hold on to rows: a third of the processor went to collecting them.
      rows.length = 0;
    }
  } finally {
    // Whoever leaves early ends the transaction, which no statement may outlive.
    await reading.catch(() => {});
  }
}

/** Pages of rows in the order of a key: each statement goes on after the last row of the one before. */
export function paged<Row, Key>(
  start: Key,
  read: (after: Key) => Promise<Row[]>,
  keyOf: (row: Row) => Key,
): AsyncGenerator<readonly Row[]> {
  return pages(start, read, (rows) => {
    const last = rows.at(-1);
    return rows.length < PAGE || last === undefined ? null : keyOf(last);
  });
}

/** Pages of the rows of certifications, so many certifications a page. */
export function ranged<Row>(
  ranges: readonly CodeRange[],
  read: (range: CodeRange) => Promise<Row[]>,
): AsyncGenerator<readonly Row[]> {
  const rangeAt = (place: number) => ranges[place] ?? { after: '', upTo: AFTER_ANY_CODE };
  return pages(
    0,
    (place) => read(rangeAt(place)),
    (_, place) => (place + 1 < ranges.length ? place + 1 : null),
  );
}

/** Condition: the row is of a certification of a range. */
export function inRange({ after, upTo }: CodeRange) {
  return sql<SqlBool>`certification_code > ${after} and certification_code <= ${upTo}`;
}

/** One row of what is read in pages. */
export type RowOf<
  Read extends (db: Kysely<DB>, ranges: readonly CodeRange[]) => AsyncGenerator<readonly unknown[]>,
> = ReturnType<Read> extends AsyncGenerator<readonly (infer Row)[]> ? Row : never;
