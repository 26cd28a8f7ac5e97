import fc from 'fast-check';

/** Texts that a spreadsheet would run, whatever the sign before them. */
const FORMULAS = [
  ...[
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u0001=1',
    '＝1+1',
    '－1',
  ],
  ...["=cmd|' /C calc'!A0", '=HYPERLINK("http://x.example";"ici")', '"=1"', ';=1', ',=1', "'=1"],
  ...['="5"', '"";=1', 'a";=1;"', '=1\r\n=2'],
];

/** Texts that would end a cell, an element, a string or a line of one format or another. */
const MARKUP = [
  ...[
    '<script>alert(1)</script>',
    '</t></is></c></row></sheetData>',
    ']]>',
    '<![CDATA[x',
    '&amp;&#0;',
  ],
  ...[
    '<!DOCTYPE a [<!ENTITY b "c">]>&b;',
    '_x0041__x000A_',
    '{"a":1}',
    '"}\n{"code":',
    '\\u0000',
    '\\',
  ],
  ...['a"b', 'a;b,c', "'; drop table certification; --"],
];

/** Signs that are seen by no reader, or that turn what is read around. */
const SIGNS = [
  ...['\u0001\u0008\u000B\u000C\u001B[31m\u001F', '\u007F\u0085\u009F', 'a\u2028b\u2029c'],
  ...[
    '\u202Eelpmaxe\u202C',
    '\u2066x\u2069\u200F\u200E',
    'x\uFEFFy',
    'a\u200Bb\u00ADc',
    '\uFFFE\uFFFF',
  ],
  ...['\u{1F600}\u{10FFFF}', 'e\u0301', '\u00A0x\u00A0', '   ', 'a\r\nb\rc\nd'],
];

/** Texts that look like something else than text. */
const LIKENESSES = ['005880159', '1E5', '12/03', 'VRAI', '2026-01-01', 'null', 'NaN', '-0', '10 %'];

const MEBIBYTE = 1_048_576;

/** Texts of a mebibyte: one word, many words, and formulas. */
export const LONG_TEXTS = [
  'x'.repeat(MEBIBYTE),
  'Mot '.repeat(MEBIBYTE / 4).trimEnd(),
  `=${'"&é\u{1F600}'.repeat(MEBIBYTE / 8)}`,
];

const FIXED = [...FORMULAS, ...MARKUP, ...SIGNS, ...LIKENESSES];

/** Hostile texts: those above, and so many that are made of pieces of them, the same each time. */
export function hostileTexts(count: number): string[] {
  const pieces = fc.array(fc.oneof(fc.constantFrom(...FIXED), fc.string({ unit: 'binary' })), {
    minLength: 1,
    maxLength: 4,
  });
  const mixed = fc.sample(pieces, { numRuns: count, seed: 20261130 }).map((each) => each.join(''));
  // No database of ours holds U+0000, and XML has none.
  return [...FIXED, ...mixed].map((text) => text.replaceAll('\0', '').toWellFormed());
}
