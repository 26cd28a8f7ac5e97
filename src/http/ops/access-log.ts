import type { Logger } from 'pino';
import type { RequestRecord } from '../request-record.ts';

/** A request that is over. */
export interface RequestEnd {
  readonly method: string;
  readonly path: string;
  readonly record: RequestRecord;
  readonly status: number;
  readonly milliseconds: number;
}

/**
 * Writes one line for each request. Neither the query nor its variables are written, only the
 * operation's name, of a key its name, of a token its subject. Health checks and metrics are written at level debug: they
 * come every few seconds.
 */
export function logRequest(logger: Logger, end: RequestEnd): void {
  const { method, path, record, status, milliseconds } = end;
  const level = path.startsWith('/health/') || path === '/metrics' ? 'debug' : 'info';
  if (!logger.isLevelEnabled(level)) return;
  const { requestId, caller, reader, operation, format, rows, events, codes, cache } = record;
  logger[level](
    {
      requestId,
      method,
      path,
      ...(caller !== null && { caller }),
      ...(reader.role !== 'PUBLIC' && { role: reader.role }),
      ...(record.marks.isRestricted && { restricted: true }),
      ...(operation !== undefined && { operation }),
      ...(format !== undefined && { format }),
      ...(rows !== undefined && { rows }),
      ...(events !== undefined && { events }),
      ...(codes && { codes }),
      ...(cache && { cache }),
      status,
      ms: Math.round(milliseconds),
    },
    'request',
  );
}
