import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from '../../src/graphql/schema.ts';
import { biDeclaration } from './bi-declaration.ts';
import { compareBi } from './compare-bi.ts';
import { compareDatasets } from './compare-datasets.ts';
import { compareSchemas } from './compare-schemas.ts';
import {
  type ContractChange,
  type Difference,
  largestChange,
  raisedNumber,
} from './contract-change.ts';
import { datasetsDeclaration } from './dataset-declaration.ts';
import type { ContractName, ContractNumbers, Declarations, Release } from './releases.ts';

/** A contract as it is now, beside the last release. */
export interface ComparedContract {
  readonly number: string;
  readonly change: ContractChange;
  readonly differences: readonly Difference[];
}

export type ComparedContracts = Readonly<Record<ContractName, ComparedContract>>;

/** What each contract says now, by the program itself. */
export async function currentDeclarations(): Promise<Declarations> {
  return {
    schema: `${printSchema(lexicographicSortSchema(schema))}\n`,
    datasets: await datasetsDeclaration(),
    bi: await biDeclaration(),
  };
}

/** What each contract says beside what a release said, and its number after that. */
export async function compareContracts(
  { numbers, declarations: before }: Pick<Release, 'numbers' | 'declarations'>,
  now: Declarations,
): Promise<ComparedContracts> {
  const compared = (number: string, differences: readonly Difference[]): ComparedContract => {
    const change = largestChange(differences);
    return { number: raisedNumber(number, change), change, differences };
  };
  return {
    schema: compared(numbers.schema, await compareSchemas(before.schema, now.schema)),
    datasets: compared(numbers.datasets, compareDatasets(before.datasets, now.datasets)),
    bi: compared(numbers.bi, compareBi(before.bi, now.bi)),
  };
}

/** The numbers of compared contracts. */
export function numbersOf({ schema, datasets, bi }: ComparedContracts): ContractNumbers {
  return { schema: schema.number, datasets: datasets.number, bi: bi.number };
}

/** The text of `src/domain/contracts.ts`, from which the program tells its numbers. */
export function printNumbers(numbers: ContractNumbers): string {
  const lines = Object.entries(numbers).map(([name, number]) => `  ${name}: '${number}',`);
  return `/**
 * Numbers of the contracts, \`major.minor.patch\`: the schema of GraphQL, reports and their files, the
 * schema \`bi\`. Written by \`npm run generate\` from what changed since the last release.
 */
export const CONTRACTS = {
${lines.join('\n')}
} as const;
`;
}
