/** Writes docs/dependencies.md from the lockfile; `npm run generate` runs it. */
import { writeFile } from 'node:fs/promises';
import { printDependencies } from './print-dependencies.ts';
import { readDependencies } from './read-dependencies.ts';

const page = printDependencies(await readDependencies());
await writeFile(new URL('dependencies.md', import.meta.url), page);
