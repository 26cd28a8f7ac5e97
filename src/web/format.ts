import type { Language } from '../datasets/labels.ts';

/** Numbers and days as readers of a language write them. */
export interface Formats {
  /** A whole number. */
  readonly count: (value: number) => string;
  /** Percent, with its sign. */
  readonly percent: (value: number) => string;
  /** Percentage points, with the sign of the difference. */
  readonly points: (value: number) => string;
  readonly number: (value: number) => string;
  /** `16 août 2026`, of a day in ISO text. */
  readonly day: (day: string) => string;
  /** `août 2026`, of any day of the month. */
  readonly month: (day: string) => string;
  /** What a colon is written with before and after it. */
  readonly colon: string;
  /** Bounds of an interval, in percent. */
  readonly interval: (lower: number, upper: number) => string;
}

const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const;

const known = new Map<Language, Formats>();

/** The formats of a language. */
export function formatsOf(language: Language): Formats {
  const formats = known.get(language) ?? makeFormats(language);
  known.set(language, formats);
  return formats;
}

/** Decimals that figures are served with: another rounding would make other figures of them. */
const DECIMALS = 2;

function makeFormats(language: Language): Formats {
  const locale = LOCALES[language];
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: DECIMALS });
  const signed = new Intl.NumberFormat(locale, {
    maximumFractionDigits: DECIMALS,
    signDisplay: 'exceptZero',
  });
  // A minus sign, which lines up with the plus.
  const number = (value: number) => plain.format(value).replace('-', '−');
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, {
    ...{ month: 'long', year: 'numeric', timeZone: 'UTC' },
  });
  const dated = (day: string) => new Date(`${day}T00:00:00Z`);
  // French sets a no-break space before the sign.
  const sign = language === 'fr' ? '\u00a0%' : '%';
  return {
    number,
    colon: language === 'fr' ? '\u00a0: ' : ': ',
    count: number,
    percent: (value) => `${number(value)}${sign}`,
    points: (value) => signed.format(value).replace('-', '−'),
    // French says « 1er », which Intl does not.
    day: (day) => days.format(dated(day)).replace(language === 'fr' ? /^1 / : /^$/, '1er '),
    month: (day) => months.format(dated(day)),
    interval: (lower, upper) =>
      language === 'fr'
        ? `[${number(lower)}\u00a0; ${number(upper)}]`
        : `[${number(lower)}, ${number(upper)}]`,
  };
}
