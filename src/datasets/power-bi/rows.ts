import type { ModelTable } from '../model/model.ts';
import { PLACEHOLDERS } from '../model/model-file.ts';
import { daxText } from './dax.ts';
import type { TmdlObject } from './tmdl.ts';

/** Where Power BI reads the rows: the OData service of the server, or the tables of `bi`. */
export type PowerBiSource = 'odata' | 'postgresql';

/** Names of the parameters that say where the rows are. */
const PARAMETERS = { odata: ['BaseAddress'], postgresql: ['Server', 'Database'] } as const;

/** The parameters of a project, which its reader may change. */
export function parameters(url: string, source: PowerBiSource): TmdlObject[] {
  const values = source === 'odata' ? [url] : [PLACEHOLDERS.server, PLACEHOLDERS.database];
  return PARAMETERS[source].map((name, at) => ({
    ...{ kind: 'expression', name },
    expression: [
      `${daxText(values[at] ?? '')} meta [IsParameterQuery=true, Type="Text", IsParameterQueryRequired=true]`,
    ],
  }));
}

/** The query in M that reads the rows of a table. */
export function rowsInM({ name, yearsOf, columns }: ModelTable, source: PowerBiSource): string[] {
  const table = daxText(yearsOf ?? name);
  const list = columns.map((each) => daxText(each.name)).join(', ');
  const [from, rows] =
    source === 'odata'
      ? [
          'OData.Feed(BaseAddress & "/odata/", null, [Implementation = "2.0"])',
          `Source{[Name = ${table}, Signature = "table"]}[Data]`,
        ]
      : ['PostgreSQL.Database(Server, Database)', `Source{[Schema = "bi", Item = ${table}]}[Data]`];
  const chosen = `Table.SelectColumns(Rows, {${list}})`;
  return [
    ...['let', `\tSource = ${from},`, `\tRows = ${rows},`],
    `\tChosen = ${yearsOf ? `Table.Distinct(${chosen})` : chosen}`,
    ...['in', '\tChosen'],
  ];
}
