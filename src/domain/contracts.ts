/**
 * Numbers of the contracts, `major.minor.patch`: the schema of GraphQL, reports and their files, the
 * schema `bi`. Written by `npm run generate` from what changed since the last release.
 */
export const CONTRACTS = {
  schema: '1.2.0',
  datasets: '2.0.0',
  bi: '2.1.0',
} as const;
