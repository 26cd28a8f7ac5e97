/** Looks that run at once: while one is answered, the next is on its way. */
const AT_ONCE = 2;

/**
 * Makes what tells which publication is served at the moment of asking. Each answer comes from a
 * look at the database that started after it was asked for, so that nothing older than the request
 * is ever told; those who ask while as many looks run as may share the next one.
 *
 * `read` is what looks; when it fails, those who wait for it get its error.
 */
export function createPublicationWatch<Served>(read: () => Promise<Served>): () => Promise<Served> {
  const running = new Set<Promise<void>>();
  let next: Promise<Served> | null = null;
  const look = async () => {
    if (running.size >= AT_ONCE) await Promise.race(running);
    // Those who ask in the same turn are waited for.
    await new Promise(setImmediate);
    next = null;
    const told = read();
    const end = () => {
      running.delete(over);
    };
    const over: Promise<void> = told.then(end, end);
    running.add(over);
    return told;
  };
  return () => {
    next ??= look();
    return next;
  };
}
