import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../../src/db/database.ts';

/** Tables of the rows that an import writes, with the columns that order them. */
const TABLES = {
  holder: 'survey.holder',
  answer: 'survey.answer',
  survey_class: 'versions.survey_class',
  survey_cell: 'versions.survey_cell',
  survey_paired: 'versions.survey_paired',
  survey_finding: 'versions.survey_finding',
} as const;

type Row = Readonly<Record<string, unknown>>;
export type SurveyState = Readonly<Record<keyof typeof TABLES, readonly Row[]>>;

export async function query<Result = Row>(
  database: Database,
  text: string | RawBuilder<unknown>,
): Promise<Result[]> {
  await using session = await database.session();
  const built = typeof text === 'string' ? sql.raw<Result>(text) : (text as RawBuilder<Result>);
  return (await built.execute(session.db)).rows;
}

/** Forgets all that was imported of surveys; publications stay. */
export async function forgetSurveys(database: Database): Promise<void> {
  await query(
    database,
    `truncate ${Object.values(TABLES).join(', ')}, survey.secret, survey.import, survey.mapping,
      survey.international`,
  );
}

/** Rows in an order of their own: files may have them in any. */
export function sorted(rows: readonly Row[]): Row[] {
  const key = (row: Row) => JSON.stringify(Object.entries(row).toSorted());
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
}

/** All rows of a publication, without the publications that they are valid in; by default the last one. */
export async function stateOf(database: Database, publication?: number): Promise<SurveyState> {
  const valid =
    publication === undefined
      ? 'until = 2147483647'
      : `since <= ${publication} and until > ${publication}`;
  const tables = Object.entries(TABLES).map(async ([name, table]) => {
    const rows = await query(database, `select * from ${table} where ${valid}`);
    return [name, sorted(rows.map(({ since: _, until: __, ...row }) => row))] as const;
  });
  return Object.fromEntries(await Promise.all(tables)) as unknown as SurveyState;
}

/** Everything that is stored of surveys, whenever it was valid, settings included. */
export async function everythingStored(database: Database): Promise<Row> {
  const names = [
    ...Object.values(TABLES),
    ...['survey.secret', 'survey.import', 'survey.mapping', 'survey.international'],
    ...['versions.survey_erasure', 'publication', 'current_publication', 'publication_source'],
  ];
  const tables = names.map(
    async (name) => [name, sorted(await query(database, `select * from ${name}`))] as const,
  );
  return Object.fromEntries(await Promise.all(tables));
}
