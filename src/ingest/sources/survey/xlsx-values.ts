import { addDays, type PlainDate } from '../../../domain/calendar.ts';

/** Significant digits that a spreadsheet keeps of a number. */
const DIGITS = 15;
/** Half a millisecond, as days: what sums of days are off by. */
const OFF_BY = 0.5 / 86_400_000;
/** 31 December 9999, the last day that a spreadsheet has. */
const LAST_DAY = 2_958_465;
/** Days by which the dates of old Macs, which begin in 1904, come after the others. */
const DAYS_TO_1904 = 1_462;

/** Formats that are dates by their number alone; 27 to 36 and 50 to 58 are those of East Asia. */
const DATE_FORMATS: ReadonlySet<number> = new Set([
  ...[14, 15, 16, 17, 22],
  ...[27, 28, 29, 30, 31, 34, 35, 36],
  ...[50, 51, 52, 53, 54, 57, 58],
]);

/**
 * Whether cells of a format show a day, with or without its time. A time of day without a day is none.
 *
 * - code: the format of a number that is not built in; null of one that is.
 */
export function isDateFormat(id: number, code: string | null): boolean {
  if (code === null) return DATE_FORMATS.has(id);
  // Without quoted texts, colours and languages, escaped and filling characters, AM and PM.
  const pattern = code
    .replace(/"[^"]*"|\[[^\]]*\]|[\\_*].|AM\/PM|A\/P/gi, '')
    .replace(/general|standard/gi, '')
    .toLowerCase();
  if (/[yd]/.test(pattern)) return true;
  // Minutes stand with hours or seconds, months without.
  return /m/.test(pattern) && !/[hs]/.test(pattern);
}

/**
 * The ISO day of a number of days, as a spreadsheet shows it; null for a number that it does not show as
 * a day. A time of day is left out.
 *
 * - is1904: whether days are counted from 1 January 1904, and not from 31 December 1899.
 * - Day 60 of the first is 1900-02-29, which never was: Excel took it over from Lotus 1-2-3.
 */
export function dayOfSerial(serial: number, is1904: boolean): string | null {
  const days = Math.floor(serial + OFF_BY) + (is1904 ? DAYS_TO_1904 : 0);
  if (!(days >= 1 && days <= LAST_DAY)) return null;
  if (days === 60) return '1900-02-29';
  return addDays((days < 60 ? '1899-12-31' : '1899-12-30') as PlainDate, days);
}

/**
 * A number as a spreadsheet shows it in a cell that is wide enough: 15 digits, without an exponent, a
 * decimal point; null for what is no number.
 *
 * @example shownNumber('1E5') // '100000'
 */
export function shownNumber(written: string): string | null {
  if (/^-?(?:0|[1-9]\d{0,14})$/.test(written) && written !== '-0') return written;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(written)) return null;
  const number = Number(Number(written).toPrecision(DIGITS));
  if (!Number.isFinite(number)) return null;
  const text = String(number === 0 ? 0 : number);
  if (!text.includes('e')) return text;
  if (Math.abs(number) < 1) return number.toFixed(20).replace(/\.?0+$/, '');
  const [mantissa = '', exponent] = text.split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return whole + fraction.padEnd(Number(exponent), '0');
}

/** A text of a workbook: `_x0041_` in it stands for the character of that number. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** The column of a place, from 0: 27 for `AB12`; -1 for what is no place. */
export function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at++) {
    const unit = place.charCodeAt(at);
    if (unit < 65 || unit > 90) break;
    column = column * 26 + unit - 64;
  }
  return column - 1;
}
