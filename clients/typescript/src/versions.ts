/** The version of the program that this client was made of, and of its contracts (docs/contracts.md). */
export const VERSIONS = {
  program: '0.2.0',
  schema: '1.2.0',
  datasets: '2.0.0',
} as const;
