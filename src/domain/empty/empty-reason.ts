/** Why an answer is empty. docs/empty-answers.md explains each. */
export const EMPTY_REASONS = [
  'UNKNOWN_CODE',
  'CONDITION_EXCLUDES_ALL',
  'CONDITIONS_EXCLUDE_ALL_TOGETHER',
  'HAVING_EXCLUDES_ALL',
  'SOURCE_AWAY',
  'HIDDEN_UNDER_AS_OF',
  'NO_FIGURE',
  'NOTHING_THERE',
] as const;

export type EmptyReason = (typeof EMPTY_REASONS)[number];
