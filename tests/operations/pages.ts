import { expect } from 'vitest';

/** The end of a list that one page holds. */
export const WHOLE_LIST = { hasNextPage: false, endCursor: expect.any(String) };
export const EMPTY_PAGE = { hasNextPage: false, endCursor: null };

/** The codes of the certifications of a page, in its order. */
export const codesOf = (nodes: readonly { readonly code: string }[]) =>
  nodes.map(({ code }) => code);
