import { RetentionError } from './retention.ts';

/** Texts that may be tokens of a publication that is held. */
export const TOKEN_PATTERN = /^[\w-]{43}$/;

/** Days for which a token is good when nothing else is said, and at most. */
export const TOKEN_DAYS = { otherwise: 14, most: 90 } as const;

/**
 * The moment at which a token expires that is made now.
 *
 * - days: 1 to 90.
 * - Throws `RetentionError` for any other number.
 */
export function expiryOf(now: Date, days: number = TOKEN_DAYS.otherwise): Date {
  if (!Number.isInteger(days) || days < 1 || days > TOKEN_DAYS.most) {
    throw new RetentionError(
      `a token for ${days} days was asked for: 1 to ${TOKEN_DAYS.most} whole days are accepted`,
    );
  }
  return new Date(now.getTime() + days * 86_400_000);
}
