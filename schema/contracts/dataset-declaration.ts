import { parquetMetadata } from 'hyparquet';
import { DATASETS } from '../../src/datasets/catalogue.ts';
import type { Bilingual, CodeLabels } from '../../src/domain/bilingual.ts';
import type { Table } from '../../src/http/formats/format.ts';
import { REPORT_FORMATS } from '../../src/http/formats/formats.ts';
import { reportSchema } from '../../src/http/reports/description.ts';
import { openApi } from '../../src/http/reports/open-api.ts';

/** What reports and their files are, as a release told it: kept in `schema/releases`. */
export interface DatasetsDeclaration {
  readonly formats: readonly DeclaredFormat[];
  readonly datasets: readonly DeclaredDataset[];
}

export interface DeclaredFormat {
  /** The ending of its addresses. */
  readonly name: string;
  readonly mediaType: string;
  /** What a file says beside its rows: members of JSON, metadata of Parquet. */
  readonly members: readonly string[];
}

export interface DeclaredDataset {
  readonly name: string;
  readonly title: Bilingual;
  readonly description: string;
  readonly grain: string;
  readonly key: readonly string[];
  /** In the order of files. */
  readonly columns: readonly DeclaredColumn[];
  readonly parameters: readonly DeclaredParameter[];
}

export interface DeclaredColumn {
  readonly name: string;
  readonly type: string;
  readonly role: string;
  /** Whether a cell may be absent. */
  readonly nullable: boolean;
  readonly unit: string | null;
  readonly label: Bilingual;
  readonly description: string;
  readonly codes: CodeLabels | null;
}

export interface DeclaredParameter {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** Whether it takes several values. */
  readonly many: boolean;
  readonly default: unknown;
  /** JSON Schema of one value. */
  readonly schema: ValueSchema;
  readonly example: string;
}

/** What one value of a parameter may be. */
export interface ValueSchema {
  readonly type: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  readonly pattern?: string;
}

/** What a document of OpenAPI says of the rows of reports. */
interface RowSchemas {
  readonly [name: string]: {
    readonly properties?: Readonly<Record<string, { readonly type?: string | readonly string[] }>>;
  };
}

/** What reports and their files are now, by what the server tells of them and what it writes. */
export async function datasetsDeclaration(): Promise<DatasetsDeclaration> {
  const { components } = openApi(DATASETS, '');
  return {
    formats: await Promise.all(
      Object.entries(REPORT_FORMATS).map(async ([name, { mediaType }]) => ({
        ...{ name, mediaType, members: await membersOf(name) },
      })),
    ),
    datasets: DATASETS.map((dataset) =>
      declaredDataset(reportSchema(dataset, ''), components.schemas as RowSchemas),
    ),
  };
}

/** A dataset as its schema and the OpenAPI document say that it is. */
function declaredDataset(
  described: ReturnType<typeof reportSchema>,
  schemas: RowSchemas,
): DeclaredDataset {
  const { name, title, description, grain, key, columns, parameters } = described;
  const rows = schemas[`${rowName(name)}Row`]?.properties ?? {};
  return {
    ...{ name, title, description, grain, key },
    columns: columns.map((column) => ({
      ...{ name: column.name, type: column.type, role: column.role },
      nullable: [rows[column.name]?.type ?? []].flat().includes('null'),
      ...{ unit: column.unit, label: column.label, description: column.description },
      codes: column.codes,
    })),
    parameters,
  };
}

/** insertion-rates → InsertionRates */
function rowName(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** What a file without rows says. */
async function membersOf(format: string): Promise<string[]> {
  if (format === 'json') return Object.keys(JSON.parse(String(await emptyFile('json'))));
  if (format !== 'parquet') return [];
  const { buffer, byteOffset, byteLength } = await emptyFile('parquet');
  const file = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
  return (parquetMetadata(file).key_value_metadata ?? []).map(({ key }) => key);
}

async function emptyFile(format: 'json' | 'parquet'): Promise<Buffer> {
  const [report] = DATASETS;
  if (!report) throw new Error('there is no dataset');
  const table: Table = {
    ...{ report, columns: report.columns, language: 'fr', headers: 'names' },
    source: {
      ...{ publication: 1, publishedAt: '', exportedOn: null, asOf: '', attribution: '' },
      ...{ licence: '', methodVersion: '', contractVersion: '', citation: '', notice: null },
    },
    batches: (async function* () {})(),
    pause: () => undefined,
  };
  const chunks: Uint8Array[] = [];
  for await (const chunk of REPORT_FORMATS[format].write(table)) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
