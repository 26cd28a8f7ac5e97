import { expect, test } from 'vitest';
import { foldBlanks } from '../../src/domain/fold-blanks.ts';

const NO_BREAK = '\u00A0';

test.each(['\n', '\r\n', '\r', '\t', '\v', '\f', '\u001C', '\u001E', '\u0085', '\u2028', '\u2029'])(
  'what ends a line for some reader is a space: %j',
  (sign) => {
    expect(foldBlanks(`Chef${sign}de projet`)).toBe('Chef de projet');
    expect(foldBlanks(`Chef ${sign} ${sign}de projet${sign}`)).toBe('Chef de projet');
  },
);

test('runs of spaces are one, and a no-break space alone stays', () => {
  expect(foldBlanks(`Vente  «${NO_BREAK}conseil${NO_BREAK}»`)).toBe(
    `Vente «${NO_BREAK}conseil${NO_BREAK}»`,
  );
  expect(foldBlanks('rien à plier')).toBe('rien à plier');
});
