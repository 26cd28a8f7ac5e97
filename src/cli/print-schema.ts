import { resolve } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from '../graphql/schema.ts';
import { writeWhole } from './files/write-whole.ts';

/** Prints the schema, sorted, to standard output or to a file. */
export async function runPrintSchema(out: string | undefined, stop: AbortSignal): Promise<void> {
  const text = printSchema(lexicographicSortSchema(schema));
  if (out === undefined) {
    // Who stops reading early wants no more of it, which is no failure.
    console.log(text);
    return;
  }
  // Not from where npm was called: `generate` names a file of the project.
  const path = resolve(out);
  await writeWhole(path, [{ path, content: `${text}\n` }], { folders: false, stop });
}
