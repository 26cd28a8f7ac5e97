import { expect, test } from 'vitest';
import { checkedAsOf } from '../../src/domain/as-of.ts';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import { BadUserInputError } from '../../src/domain/errors.ts';

test.each(['1990-01-01', '2023-01-15', '2024-02-29', '2200-12-31'])(
  '%s is an as-of day',
  (text) => {
    expect(checkedAsOf(parsePlainDate(text))).toBe(text);
  },
);

test.each(['1989-12-31', '0001-01-01', '2201-01-01', '9999-12-31'])(
  '%s is none, and the message says what is',
  (text) => {
    const day = parsePlainDate(text);
    expect(() => checkedAsOf(day)).toThrow(BadUserInputError);
    expect(() => checkedAsOf(day)).toThrow(
      `asOf: ${text} is not accepted: give a day from 1990-01-01 to 2200-12-31, or none for today`,
    );
  },
);
