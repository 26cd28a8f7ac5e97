/** Writes docs/measures.md from the catalogue of measures; `npm run generate` runs it. */
import { writeFile } from 'node:fs/promises';
import { printMeasures } from './print-measures.ts';

await writeFile(new URL('measures.md', import.meta.url), printMeasures());
