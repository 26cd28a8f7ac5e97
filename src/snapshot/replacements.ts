import type { SnapshotStore } from './store.ts';

/**
 * Gives an item each time that another snapshot answers, until the signal is aborted. Nothing of a
 * snapshot is held in between, and who is slow to ask is told once of all that came meanwhile.
 */
export function replacements(
  store: Pick<SnapshotStore, 'onReplaced'>,
  signal: AbortSignal,
): AsyncIterableIterator<void> {
  let isReplaced = false;
  let wake = () => {};
  const subscription = store.onReplaced(() => {
    isReplaced = true;
    wake();
  });
  let hasEnded = false;
  const end = () => {
    hasEnded = true;
    subscription[Symbol.dispose]();
    signal.removeEventListener('abort', end);
    wake();
  };
  if (signal.aborted) end();
  else signal.addEventListener('abort', end);
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: async () => {
      while (!isReplaced && !hasEnded) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (hasEnded) return { done: true, value: undefined };
      isReplaced = false;
      return { done: false, value: undefined };
    },
    return: async () => {
      end();
      return { done: true, value: undefined };
    },
  };
}
