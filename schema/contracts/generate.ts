/** Writes src/domain/contracts.ts from what changed since the last release; `npm run generate` runs it. */
import { writeFile } from 'node:fs/promises';
import { compareContracts, currentDeclarations, numbersOf, printNumbers } from './contracts.ts';
import { lastOf, readReleases } from './releases.ts';

const last = lastOf(await readReleases());
const numbers = numbersOf(await compareContracts(last, await currentDeclarations()));
await writeFile(new URL('../../src/domain/contracts.ts', import.meta.url), printNumbers(numbers));
