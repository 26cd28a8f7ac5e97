import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import type { AskedPublication } from '../../snapshot/asked-publication.ts';
import { clientSignal, Deadline, type TimeoutWords } from '../abort.ts';
import { admitOpening } from '../admit-opening.ts';
import { sendError, sendProblem } from '../error-response.ts';
import { retryAfter } from '../errors.ts';
import { problemOf } from '../problem.ts';
import type { OpenReport, OpenReports } from './open-reports.ts';
import type { OpenRows } from './rows.ts';

/** What reports are made with. */
export interface MakingParts {
  readonly logger: Logger;
  readonly openRows: OpenRows;
  /** Milliseconds that it takes to have a publication in memory; 0 where it is. */
  readonly openingMs: (asked: AskedPublication | null) => number;
  /** Reports that are open. */
  readonly open: OpenReports;
  /** How long a report may take to be sent, its wait included, in milliseconds. */
  readonly timeoutMs: number;
}

/** A report that is being made. */
export interface Making {
  readonly open: OpenReport;
  /** Ends it. */
  readonly signal: AbortSignal;
}

const TOO_LONG: TimeoutWords = {
  what: { en: 'report', fr: 'le rapport' },
  ask: { en: 'fewer rows', fr: 'moins de lignes' },
};

/** Opens a report of a publication and has it made and sent; what goes wrong is answered. */
export async function makeReport(
  { logger, open: reports, openingMs, timeoutMs }: MakingParts,
  reply: FastifyReply,
  asked: AskedPublication | null,
  make: (making: Making) => Promise<void>,
): Promise<void> {
  const { id, record } = reply.request;
  using deadline = new Deadline(clientSignal(reply.raw), timeoutMs, TOO_LONG);
  if (!admitOpening(reply, openingMs(asked))) return;
  using open = reports.open(record.account, reply.raw);
  if (!open) {
    sendError(reply, { code: 'TOO_MANY_EXPORTS', headers: retryAfter(503) });
    return;
  }
  const signal = AbortSignal.any([deadline.signal, open.signal]);
  try {
    await make({ open, signal });
  } catch (error) {
    const { problem, fault } = problemOf(signal.aborted ? signal.reason : error, id);
    if (fault !== undefined) logger.error({ err: fault, requestId: id }, 'unexpected error');
    record.codes = [problem.code];
    // What was sent so far must not pass for a whole file.
    if (reply.raw.headersSent) reply.raw.destroy();
    else sendProblem(reply, problem);
  }
}
