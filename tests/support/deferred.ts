import type { Work } from '../../src/domain/work.ts';

/** Does work that never is done at once: each piece waits for what else is to be done. */
export async function deferred<Result>(work: Work<Result>): Promise<Result> {
  for (;;) {
    await Promise.resolve();
    const step = work.next();
    if (step.done) return step.value;
  }
}
