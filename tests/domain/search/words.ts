/** Words of several letters, as titles have them. */
export const WORDS = [
  ...['serveur', 'engins', 'conseil', 'Diplômée', 'ÉLÈVE', 'maïs', 'œuvre', 'sécurité', 'BTS'],
  ...['gestionnaire', 'externe', 'soignant', 'été', 'or', 'son', 'Noël', 'français', 'logiciel'],
];

/** What stands between words in titles, one of each kind. */
export const SEPARATORS = [
  ...[' ', '  ', '\n', '\t', '\u00a0', '\u202f', '\u2009', '\u2028', '\u2029', '\u3000', '\u0085'],
  ...[
    '-',
    '\u2010',
    '\u2011',
    '\u2012',
    '\u2013',
    '\u2014',
    '\u2015',
    '\u2212',
    '\u2043',
    '\u0096',
  ],
  ...['\ufe63', '\uff0d', ' - ', ' – '],
  ...["'", '\u2019', '\u2018', '\u02bc', '\u00b4', '`', '\u2032', '\uff07', '\u0092'],
  ...['/', '\\', '.', ',', ';', ':', '…', '·', '•', '+', '&', '|', '@', '_', '*', '=', '~', '#'],
  ...['(', ') ', '[', ']', '{', '}', '<', '>', '«\u00a0', '\u00a0»', '“', '”', '"', '%', '€', '°'],
  ...['\u200b', ' \u200b', '\ufeff ', ' \u00ad', '!', '?', '¿', '™', '®', '½', '→', '🙂'],
];
