/** Writes what of the clients is read from the schema and the reports; `npm run generate` runs it. */
import { writeFile } from 'node:fs/promises';
import { generatedFiles } from './generated-files.ts';

for (const [path, text] of await generatedFiles()) {
  await writeFile(new URL(path, import.meta.url), text);
}
