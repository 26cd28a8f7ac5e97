/**
 * Makes what tells which publication is served at the moment of asking. Each answer comes from a
 * look at the database that started after it was asked for, so that nothing older than the request
 * is ever told; those who ask while a look runs share the next one. One look runs at a time.
 *
 * `read` is what looks; when it fails, those who wait for it get its error.
 */
export function createPublicationWatch<Served>(read: () => Promise<Served>): () => Promise<Served> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<Served> | null = null;
  return () => {
    next ??= running
      .then(() => new Promise(setImmediate))
      .then(() => {
        next = null;
        const look = read();
        running = look.catch(() => {});
        return look;
      });
    return next;
  };
}
