import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { SAMPLES } from '../../ingest/sources/export/read-export.ts';

const FILE = new URL('register-2020/rncp_info.v1.2.csv', SAMPLES);

/** The titles of the RNCP of 2020, where the genuine records are beside the project; null elsewhere. */
export function realTitles(): readonly string[] | null {
  if (!existsSync(FILE)) return null;
  const rows = parse(readFileSync(FILE), { columns: true, bom: true, delimiter: ';' }) as {
    readonly intituleDiplome: string;
  }[];
  return rows.map((row) => row.intituleDiplome);
}
