/** Writes docs/errors.md from the registry of errors; `npm run generate` runs it. */
import { writeFile } from 'node:fs/promises';
import { printErrors } from './print-errors.ts';

await writeFile(new URL('errors.md', import.meta.url), printErrors());
