/**
 * Keeps what the contracts say now as the promise of the version of package.json, in schema/releases:
 * `npm run contracts:release`, once for each release.
 */
import manifest from '../../package.json' with { type: 'json' };
import { compareContracts, currentDeclarations, numbersOf } from './contracts.ts';
import { keepRelease, lastOf, readReleases } from './releases.ts';

const { version } = manifest;
const last = lastOf(await readReleases());
const declarations = await currentDeclarations();
const numbers = numbersOf(await compareContracts(last, declarations));
await keepRelease({ version, numbers, declarations });
process.stdout.write(`schema/releases/${version} has what this release promises\n`);
