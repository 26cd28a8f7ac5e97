import pino, { type Logger } from 'pino';

/** Structured log: JSON lines on standard error, for standard output is for data. */
export function createLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
}
