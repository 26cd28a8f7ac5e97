import { openDatabase, upgradeDatabase } from '../../app.ts';
import { type Config, ConfigError } from '../../config.ts';
import type { WatchedAttempt } from '../../refresh/watch.ts';
import { attemptEndedBy } from './attempt.ts';
import type { ChildMessage } from './child-message.ts';
import { refreshOnce } from './refresh-once.ts';

/**
 * Refreshes once and tells the server that started this process, which records it. Ends with the
 * server, however that ends; what an import wrote until then is removed by the next one.
 *
 * - Throws `ConfigError` when no server started it.
 */
export async function refreshForParent(config: Config, version: string): Promise<void> {
  if (!process.send) throw new ConfigError('--report-to-parent is for servers: leave it out');
  process.once('disconnect', () => process.exit(1));
  if (!process.connected) process.exit(1);
  // Of Ctrl+C in a terminal the server is told as well, and it ends this process.
  process.on('SIGINT', () => {});
  const attempt = await attemptToRefresh(config, version);
  await send({ kind: 'ENDED', attempt });
  process.exit(0);
}

async function attemptToRefresh(config: Config, version: string): Promise<WatchedAttempt> {
  const { signal } = new AbortController();
  try {
    await using database = await openDatabase(config);
    await upgradeDatabase(database);
    return await refreshOnce({
      ...{ database, config, version, signal },
      say: (sentence) => void send({ kind: 'SAID', sentence }),
      warn: (sentence) => void send({ kind: 'WARNED', sentence }),
    });
  } catch (error) {
    return attemptEndedBy(error);
  }
}

/** Resolves when a message is on its way, or cannot be: without a server this process ends. */
function send(message: ChildMessage): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => resolve());
  });
}
