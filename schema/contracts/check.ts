/**
 * Says what is wrong with the numbers of contracts, and fails; `npm run check` runs it. With `--list`
 * it prints the numbers and all that changed since the last release: `npm run contracts`.
 */
import { readFile } from 'node:fs/promises';
import manifest from '../../package.json' with { type: 'json' };
import { contractProblems } from './contract-problems.ts';
import { compareContracts, currentDeclarations } from './contracts.ts';
import { deprecationProblems } from './deprecations.ts';
import { lastOf, readReleases } from './releases.ts';

const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
const releases = await readReleases();
const last = lastOf(releases);
const now = await currentDeclarations();
const compared = await compareContracts(last, now);
if (process.argv.includes('--list')) {
  for (const [name, { number, change, differences }] of Object.entries(compared)) {
    process.stdout.write(`${name} ${number} (${change} since ${last.version})\n`);
    for (const each of differences) process.stdout.write(`  ${each.change}  ${each.text}\n`);
  }
}
const problems = [
  ...deprecationProblems(last.declarations.schema, now.schema),
  ...contractProblems({
    ...{ compared, version: manifest.version, released: releases.map(({ version }) => version) },
    numbersFile: await read('src/domain/contracts.ts'),
    changelog: await read('CHANGELOG.md'),
  }),
];
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
