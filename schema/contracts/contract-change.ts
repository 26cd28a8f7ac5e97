/** How much a contract changed: wording; additions; what breaks those who read it. */
export const CONTRACT_CHANGES = ['NONE', 'PATCH', 'MINOR', 'MAJOR'] as const;
export type ContractChange = (typeof CONTRACT_CHANGES)[number];

/** One difference between two declarations of a contract. */
export interface Difference {
  readonly change: Exclude<ContractChange, 'NONE'>;
  /** What differs, as a changelog names it: `cohorts.certified`, `Query.certification`. */
  readonly subject: string;
  /** In words: `cohorts.certified was INTEGER and is NUMBER`. */
  readonly text: string;
}

/** The largest change among differences; `NONE` without any. */
export function largestChange(differences: readonly Difference[]): ContractChange {
  const ranks = differences.map(({ change }) => CONTRACT_CHANGES.indexOf(change));
  return CONTRACT_CHANGES[Math.max(0, ...ranks)] ?? 'NONE';
}

/**
 * The number `major.minor.patch` after a change.
 *
 * - Throws when the number has another form.
 */
export function raisedNumber(number: string, change: ContractChange): string {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)$/.exec(number) ?? [];
  if (major === undefined) {
    throw new Error(
      `${JSON.stringify(number)} is not a number of a contract: major.minor.patch is`,
    );
  }
  switch (change) {
    case 'MAJOR':
      return `${Number(major) + 1}.0.0`;
    case 'MINOR':
      return `${major}.${Number(minor) + 1}.0`;
    case 'PATCH':
      return `${major}.${minor}.${Number(patch) + 1}`;
    case 'NONE':
      return number;
  }
}
