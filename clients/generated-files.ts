import { readFile } from 'node:fs/promises';
import manifest from '../package.json' with { type: 'json' };
import { DATASETS } from '../src/datasets/catalogue.ts';
import { CONTRACTS } from '../src/domain/contracts.ts';
import { readPersistedOperations } from '../src/http/graphql/persisted-operations.ts';
import { printOperations } from './print-operations.ts';
import { withPythonReports, withRReports } from './print-report-lists.ts';
import { printReportTypes } from './print-report-types.ts';
import { printGrafana } from './sql/print-grafana.ts';
import { printMetabase } from './sql/print-metabase.ts';
import { printSuperset } from './sql/print-superset.ts';

/** Files of the clients that are written from the schema, the saved operations and the reports, by path. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const { list } = await readPersistedOperations(new URL('../schema/operations/', import.meta.url));
  const types = await read('typescript/src/operation-types.ts');
  // Those of the folder itself have types: neither deprecated ones nor subscriptions.
  const typed = list.filter(({ name }) => types.includes(`export type ${name}QueryVariables =`));
  return new Map([
    ['typescript/src/operations.ts', printOperations(typed)],
    ['typescript/src/report-types.ts', printReportTypes(DATASETS)],
    ['typescript/src/versions.ts', printVersions()],
    ['python/debouches.py', withPythonReports(await read('python/debouches.py'), DATASETS)],
    ['r/debouches.R', withRReports(await read('r/debouches.R'), DATASETS)],
    ['grafana/dashboards/debouches.json', printGrafana()],
    ...inFolder('metabase', printMetabase()),
    ...inFolder('superset', printSuperset()),
    ['typescript/package.json', ofVersion(await read('typescript/package.json'))],
  ]);
}

function inFolder(folder: string, files: ReadonlyMap<string, string>): [string, string][] {
  return [...files].map(([path, text]) => [`${folder}/${path}`, text]);
}

function read(path: string): Promise<string> {
  return readFile(new URL(path, import.meta.url), 'utf8');
}

/** The package has the version of the program. */
function ofVersion(text: string): string {
  return text.replace(/("version": ")[^"]*/, `$1${manifest.version}`);
}

function printVersions(): string {
  const { schema, datasets } = CONTRACTS;
  return `/** The version of the program that this client was made of, and of its contracts (docs/contracts.md). */
export const VERSIONS = {
  program: '${manifest.version}',
  schema: '${schema}',
  datasets: '${datasets}',
} as const;
`;
}
