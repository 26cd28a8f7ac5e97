import type { Language } from '../../datasets/labels.ts';
import type { EmptyAnswer } from '../../domain/empty/empty-answer.ts';
import { shorten } from '../shorten.ts';

/** Bytes of the message in a header; the body of JSON has all of it. */
const MOST_BYTES = 600;

/**
 * Header `Empty-Because` of a report without rows, or without any rate: the reason, and the message
 * as an extended parameter (RFC 8187), for headers are ASCII.
 */
export function emptyBecause(
  empty: EmptyAnswer | null,
  language: Language,
): Readonly<Record<string, string>> {
  if (!empty) return {};
  const message = shorten(empty.message[language], MOST_BYTES);
  return { 'empty-because': `${empty.reason}; message*=UTF-8'${language}'${encoded(message)}` };
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The same as JSON has it, with the names of reports. */
export function emptyMember(empty: EmptyAnswer, language: Language) {
  return {
    reason: empty.reason,
    message: empty.message[language],
    of: empty.of,
    rows: empty.rows,
    conditions: empty.conditions.map(
      ({ condition, given, state, alone, remainingWithout, nearest, exists }) => ({
        ...{ condition, given, state, alone, remaining_without: remainingWithout, nearest, exists },
      }),
    ),
    leave_out: empty.leaveOut,
    figures: empty.figures,
  };
}
