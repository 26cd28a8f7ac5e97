import { writeFile } from 'node:fs/promises';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from '../graphql/schema.ts';

/** Prints the schema, sorted, to standard output or to a file. */
export async function runPrintSchema(out: string | undefined): Promise<void> {
  const text = `${printSchema(lexicographicSortSchema(schema))}\n`;
  if (out === undefined) process.stdout.write(text);
  else await writeFile(out, text);
}
