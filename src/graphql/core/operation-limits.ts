/** Limits of one operation: the largest of schema/operations fits ten times over. */
export const OPERATION_LIMITS = { depth: 15, breadth: 500, complexity: 2_000_000 } as const;
