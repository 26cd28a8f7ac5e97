import type { Logger } from 'pino';
import { AccessLogUnavailableError } from '../../domain/access/access-errors.ts';
import { type Reader, readerKey } from '../../domain/access/reader.ts';
import type { ReaderAccess } from '../../domain/access/reader-access.ts';
import type { RequestRecord } from '../request-record.ts';
import { logName } from './caller.ts';

/** Restricted figures that are about to be given to a reader. */
export interface RestrictedRead {
  readonly at: Date;
  readonly requestId: string;
  readonly reader: Reader;
  /** Name of the operation or report; null of an operation without one. */
  readonly operation: string | null;
  /** Codes of the certifications whose figures they are, in order. */
  readonly certifications: readonly string[];
}

/**
 * Keeps who read restricted figures. Called before these are sent, once for each operation of an answer
 * and for each piece of a report: what it cannot keep is not given.
 */
export type OnRestrictedRead = (read: RestrictedRead) => void | Promise<void>;

/**
 * Notes what an access was used for: whether the answer is for one reader alone or of this moment alone,
 * and which restricted figures it has. Resolves once these are logged; undefined where there are none.
 *
 * - Rejects with `AccessLogUnavailableError`.
 */
export type NoteAccess = (access: ReaderAccess, record: RequestRecord) => Promise<void> | undefined;

/** Makes what notes accesses. */
export function createNoteAccess(
  onRestrictedRead: OnRestrictedRead,
  { clock, logger }: { readonly clock: () => Date; readonly logger: Logger },
): NoteAccess {
  const log = async (certifications: readonly string[], record: RequestRecord): Promise<void> => {
    const { requestId, reader, operation = null } = record;
    try {
      await onRestrictedRead({ at: clock(), requestId, reader, operation, certifications });
    } catch (error) {
      logger.error({ err: error, requestId }, 'who read restricted figures could not be logged');
      throw new AccessLogUnavailableError(error);
    }
  };
  return (access, record) => {
    if (access.isConsulted) record.marks.isForReader = true;
    if (access.isOfNow) record.marks.isOfNow = true;
    const certifications = access.takeRead();
    if (certifications.length === 0) return undefined;
    record.marks.isRestricted = true;
    return log(certifications, record);
  };
}

/** Writes who read restricted figures as lines of the log, whatever its level. */
export function logRestrictedReads(logger: Logger): OnRestrictedRead {
  const lines = logger.child({}, { level: 'info' });
  return ({ requestId, reader, operation, certifications }) => {
    const safe = reader.role === 'PUBLIC' ? reader : { ...reader, name: logName(reader.name) };
    const read = { requestId, reader: readerKey(safe), operation, certifications };
    lines.info(read, 'restricted figures were read');
  };
}
