import { type Kysely, type RawBuilder, sql } from 'kysely';
import { FIGURE_FIELDS, SINGLE_FIELDS, TEXT_FIELDS } from '../../domain/changes/change-field.ts';
import type {
  ComparedFiche,
  ComparedFigure,
  ComparedList,
} from '../../domain/changes/compared-fiche.ts';
import type { DB } from '../tables.ts';
import {
  LIST_TABLES,
  type ListTable,
  PARTNER_COLUMNS,
  partnerText,
  type Row,
  textOf,
} from './compared-lists.ts';
import type { VersionPair } from './compared-versions.ts';

/** Both versions of a fiche, without what they have alike. */
export interface ComparedPair {
  readonly pair: VersionPair;
  readonly before: ComparedFiche;
  readonly after: ComparedFiche;
}

type Side = 'before' | 'after';

/** Values, lists, figures and partners of one side, of many fiches, by their code. */
interface Sides<Of> {
  readonly before: ReadonlyMap<string, Of>;
  readonly after: ReadonlyMap<string, Of>;
}

/** Reads what differs between two versions of some fiches, in their order: some rows of each table. */
export async function comparedFiches(
  db: Kysely<DB>,
  pairs: readonly VersionPair[],
): Promise<ComparedPair[]> {
  const values = await differingValues(db, pairs);
  const lists: (readonly [ListTable, Sides<readonly Row[]>])[] = [];
  for (const list of LIST_TABLES) {
    const { table, columns, which } = list;
    lists.push([list, await differingRows(db, pairs, { table, columns, which })]);
  }
  const figures = await differingFigures(db, pairs);
  const partners = await differingRows(db, pairs, {
    ...{ table: 'certification_partner', columns: PARTNER_COLUMNS },
  });
  const counts = await partnersInForce(
    db,
    pairs.filter(({ code }) => partners.before.has(code) || partners.after.has(code)),
  );
  const ficheOf = ({ code }: VersionPair, side: Side): ComparedFiche => ({
    code,
    values: values[side].get(code) ?? {},
    lists: lists.map(
      ([{ fields, itemOf }, rows]): ComparedList => ({
        fields,
        items: (rows[side].get(code) ?? []).map(itemOf),
      }),
    ),
    figures: figures[side].get(code) ?? [],
    partnersInForce: counts[side].get(code) ?? 0,
    partners: (partners[side].get(code) ?? []).map(partnerText),
  });
  return pairs.map((pair) => ({
    pair,
    before: ficheOf(pair, 'before'),
    after: ficheOf(pair, 'after'),
  }));
}

/** The pairs as a table `pair (code, before, after)`. */
function pairsOf(pairs: readonly VersionPair[]): RawBuilder<unknown> {
  return sql`unnest(${pairs.map(({ code }) => code)}::text[],
    ${pairs.map(({ before }) => before)}::int[],
    ${pairs.map(({ after }) => after)}::int[]) as pair (code, before, after)`;
}

interface Compared {
  readonly table: string;
  readonly columns: readonly string[];
  readonly which?: ListTable['which'];
  /** The column that holds the code of the certification. */
  readonly code?: string;
}

/** Rows of a table that one version has and the other has not, or not so often. */
async function differingRows(
  db: Kysely<DB>,
  pairs: readonly VersionPair[],
  { table, columns, which, code = 'certification_code' }: Compared,
): Promise<Sides<readonly Row[]>> {
  const compared = sql.join(columns.map((column) => sql`own.${sql.ref(column)}`));
  const rowsOf = (side: Side) => sql`
    select pair.code as "of", ${compared} from pair
    join ${sql.id('versions', table)} as own
      on own.${sql.ref(code)} = pair.code collate "C" and own.version = pair.${sql.ref(side)}
    ${which ? sql`where own.${sql.ref(which[0])} = ${which[1]}` : sql``}`;
  const { rows } = await sql<Row & { readonly of: string; readonly side: Side }>`
    with pair as (select * from ${pairsOf(pairs)}),
      was as (${rowsOf('before')}), now as (${rowsOf('after')})
    select 'before' as side, gone.* from (select * from was except all select * from now) as gone
    union all
    select 'after', added.* from (select * from now except all select * from was) as added`.execute(
    db,
  );
  const ofSide = (side: Side) =>
    Map.groupBy(
      rows.filter((row) => row.side === side),
      ({ of }): string => of,
    );
  return { before: ofSide('before'), after: ofSide('after') };
}

type Values = ComparedFiche['values'];

/** The tables that have one row for each fiche, and the fields that are in them. */
const VALUE_TABLES = [
  { table: 'certification', code: 'code', fields: SINGLE_FIELDS },
  { table: 'certification_text', code: 'certification_code', fields: TEXT_FIELDS },
] as const;

/** What a fiche has one of, and its texts, where one of them is not as it was. */
async function differingValues(
  db: Kysely<DB>,
  pairs: readonly VersionPair[],
): Promise<Sides<Values>> {
  const values = { before: new Map<string, Values>(), after: new Map<string, Values>() };
  for (const { table, code, fields } of VALUE_TABLES) {
    const columns = fields.map((field) => field.toLowerCase());
    const rows = await differingRows(db, pairs, { table, columns, code });
    for (const side of ['before', 'after'] as const) {
      for (const [fiche, [row]] of rows[side]) {
        const own = fields.map((field) => [field, textOf(row?.[field.toLowerCase()])]);
        values[side].set(fiche, { ...values[side].get(fiche), ...Object.fromEntries(own) });
      }
    }
  }
  return values;
}

/** Figures of the cohorts that do not have all of them alike. */
async function differingFigures(
  db: Kysely<DB>,
  pairs: readonly VersionPair[],
): Promise<Sides<readonly ComparedFigure[]>> {
  const columns = FIGURE_FIELDS.map((field) => field.toLowerCase());
  const of = (side: 'was' | 'now') =>
    sql.join(columns.map((column) => sql`${sql.ref(`${side}.${column}`)}`));
  const selected = columns.flatMap((column) => [
    sql`was.${sql.ref(column)} as ${sql.ref(`before ${column}`)}`,
    sql`now.${sql.ref(column)} as ${sql.ref(`after ${column}`)}`,
    sql`was.${sql.ref(`${column}_source_id`)} as ${sql.ref(`before ${column} source`)}`,
    sql`now.${sql.ref(`${column}_source_id`)} as ${sql.ref(`after ${column} source`)}`,
  ]);
  const cohortsOf = (side: Side) => sql`
    select pair.code as "of", own.* from pair join versions.cohort as own
      on own.certification_code = pair.code collate "C" and own.version = pair.${sql.ref(side)}`;
  const { rows } = await sql<
    Readonly<Record<string, number | null>> & { of: string; year: number }
  >`
    with pair as (select * from ${pairsOf(pairs)}),
      was as (${cohortsOf('before')}), now as (${cohortsOf('after')})
    select coalesce(was.of, now.of) as of, coalesce(was.year, now.year) as year,
      ${sql.join(selected)}
    from was full join now on now.of = was.of and now.year = was.year
    where (${of('was')}) is distinct from (${of('now')})`.execute(db);
  const figuresOf = (side: Side) =>
    new Map(
      [...Map.groupBy(rows, ({ of }) => of)].map(([code, own]) => [
        code,
        own.flatMap((row) =>
          FIGURE_FIELDS.flatMap((field): ComparedFigure[] => {
            const name = `${side} ${field.toLowerCase()}`;
            const value = row[name] ?? null;
            if (value === null) return [];
            return [{ year: row.year, field, value, sourceId: row[`${name} source`] ?? null }];
          }),
        ),
      ]),
    );
  return { before: figuresOf('before'), after: figuresOf('after') };
}

/** How many partners in force both versions have. */
async function partnersInForce(
  db: Kysely<DB>,
  pairs: readonly VersionPair[],
): Promise<Sides<number>> {
  const { rows } = await sql<{ code: string; before: number; after: number }>`
    select pair.code, count(*) filter (where own.version = pair.before)::int as before,
      count(*) filter (where own.version = pair.after)::int as after
    from ${pairsOf(pairs)}
    join versions.certification_partner as own on own.certification_code = pair.code collate "C"
      and own.version in (pair.before, pair.after) and own.active
    group by pair.code`.execute(db);
  return {
    before: new Map(rows.map(({ code, before }) => [code, before])),
    after: new Map(rows.map(({ code, after }) => [code, after])),
  };
}
