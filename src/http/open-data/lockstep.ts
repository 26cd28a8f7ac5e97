/** Who waits for the next item. */
interface Waiting<Item> {
  readonly resolve: (next: IteratorResult<Item>) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Gives the same items to several readers, one at a time: the next one is read once all have asked for
 * it, so that no more than one is held. When the signal is aborted all who wait are rejected.
 */
export function inLockstep<Item>(
  source: AsyncIterable<Item>,
  readers: number,
  signal: AbortSignal,
): readonly AsyncGenerator<Item>[] {
  const items = source[Symbol.asyncIterator]();
  let waiting: Waiting<Item>[] = [];
  const settle = (act: (reader: Waiting<Item>) => void) => {
    const all = waiting;
    waiting = [];
    for (const reader of all) act(reader);
  };
  const next = () =>
    new Promise<IteratorResult<Item>>((resolve, reject) => {
      if (signal.aborted) {
        reject(signal.reason);
        return;
      }
      waiting.push({ resolve, reject });
      if (waiting.length < readers) return;
      items.next().then(
        (item) => settle((reader) => reader.resolve(item)),
        (error: unknown) => settle((reader) => reader.reject(error)),
      );
    });
  signal.addEventListener('abort', () => settle(({ reject }) => reject(signal.reason)), {
    once: true,
  });
  return Array.from({ length: readers }, async function* read(): AsyncGenerator<Item> {
    for (let item = await next(); !item.done; item = await next()) yield item.value;
  });
}
