import type { Config } from '../../config.ts';
import type { Database } from '../../db/database.ts';
import { parisDate } from '../../domain/calendar.ts';
import type { ImportProgress } from '../../ingest/publish/progress.ts';
import { refresh } from '../../refresh/refresh.ts';
import { TRANSFER_LIMITS } from '../../refresh/transfer.ts';
import { waitFor } from '../../refresh/wait.ts';
import type { WatchedAttempt } from '../../refresh/watch.ts';
import { failureOf } from '../failure.ts';
import { tokenFor } from '../held.ts';
import { describeImport, writeTables } from '../imported.ts';

/** What one refresh of a database that is open works with. */
export interface RefreshOnce {
  readonly database: Database;
  readonly config: Pick<Config, 'method' | 'refresh'>;
  /** Version of the product. */
  readonly version: string;
  readonly signal: AbortSignal;
  /** Called with a sentence for what is done. */
  readonly say: (sentence: string) => void;
  /** Called with a sentence for what failed once the registers were served. */
  readonly warn: (sentence: string) => void;
  readonly onProgress?: ImportProgress;
  /** The publication is not served yet. */
  readonly hold?: boolean;
}

/**
 * Refreshes once, then writes the tables of `bi`; when that fails the registers are refreshed all the
 * same.
 *
 * - Throws what `refresh` throws.
 */
export async function refreshOnce(parts: RefreshOnce): Promise<WatchedAttempt> {
  const { database, config, version, signal, say, warn, onProgress, hold } = parts;
  const today = parisDate(new Date());
  const result = await refresh({
    ...{
      database,
      today,
      method: config.method,
      ...(onProgress && { onProgress }),
      ...(hold && { hold }),
    },
    catalogue: new URL(config.refresh.url),
    folder: { path: config.refresh.folder, maxBytes: config.refresh.maxBytes },
    transfer: {
      ...{ limits: TRANSFER_LIMITS, userAgent: `debouches/${version}`, signal },
      ...{ wait: waitFor, report: say },
    },
  });
  const { outcome } = result;
  if (outcome === 'UNCHANGED') {
    say(result.reason);
    return { outcome };
  }
  say(describeImport(result.import, database));
  if (hold) {
    say(await tokenFor(database, result.import.publicationId, {}));
    return { outcome };
  }
  try {
    await writeTables(database, config, today, say);
  } catch (error) {
    warn(failureOf(error).message);
  }
  return { outcome };
}
