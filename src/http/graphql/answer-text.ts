import { stringifyChunked } from '@discoveryjs/json-ext';
import type { ExecutionResult } from 'graphql';
import type { Work } from '../../domain/work.ts';
import { LONG_MS } from '../../graphql/core/executor.ts';

/** A result that was written already. Yoga calls `stringify` where a result has it. */
type WrittenResult = ExecutionResult & { readonly stringify: () => string };

/** Characters that are written between two looks at the clock. */
const PIECE = 65_536;

/** Whether an answer takes long to be written, as far as was estimated. */
export function isLong({ errors, extensions }: ExecutionResult): boolean {
  const { milliseconds = 0 } = (extensions?.['cost'] ?? {}) as { readonly milliseconds?: number };
  return errors === undefined && milliseconds > LONG_MS;
}

/** Writes an answer, which then has its text. */
export function* writeAnswer(result: ExecutionResult): Work<ExecutionResult> {
  const pieces: string[] = [];
  for (const piece of stringifyChunked(result, { highWaterMark: PIECE })) {
    pieces.push(piece);
    yield;
  }
  const text = pieces.join('');
  const written: WrittenResult = { ...result, stringify: () => text };
  return written;
}

/** The text of an answer. */
export function textOf(result: ExecutionResult): string {
  return 'stringify' in result ? (result as WrittenResult).stringify() : JSON.stringify(result);
}
