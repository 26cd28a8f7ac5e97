/** Writes the limits of requests into docs/operations.md; `npm run generate` runs it. */
import { readFile, writeFile } from 'node:fs/promises';
import { withLimits } from './print-limits.ts';

const page = new URL('operations.md', import.meta.url);
await writeFile(page, withLimits(await readFile(page, 'utf8')));
