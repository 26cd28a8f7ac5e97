import { expect } from 'vitest';

/** What GraphQL answers when nothing went wrong, by the limit of the test server. */
export function answered(data: object) {
  return {
    data,
    extensions: { cost: { milliseconds: expect.any(Number), limit: 2_000 } },
  };
}
