import * as v from 'valibot';
import { REFRESH_FAILURES, type RefreshFailure } from '../../domain/refresh-status.ts';

const ATTEMPT = v.variant('outcome', [
  v.object({ outcome: v.picklist(['UNCHANGED', 'IMPORTED', 'BUSY']) }),
  v.object({
    outcome: v.literal('FAILED'),
    failure: v.picklist(Object.keys(REFRESH_FAILURES) as RefreshFailure[]),
    detail: v.string(),
  }),
]);

const MESSAGE = v.variant('kind', [
  v.object({ kind: v.picklist(['SAID', 'WARNED']), sentence: v.string() }),
  v.object({ kind: v.literal('ENDED'), attempt: ATTEMPT }),
]);

/** What the process of a refresh tells the server that started it. */
export type ChildMessage = v.InferOutput<typeof MESSAGE>;

/** Reads a message; null when it is none. */
export function readChildMessage(value: unknown): ChildMessage | null {
  const result = v.safeParse(MESSAGE, value);
  return result.success ? result.output : null;
}
