/** How long and how deep an expression in an address may be. */
export const EXPRESSION_LIMITS = { tokens: 4_000, nesting: 100 } as const;
