import type { Bilingual, CodeLabels } from '../bilingual.ts';

/** What identifies a person, and is never imported. */
export type IdentityKind =
  | 'NAME'
  | 'NIR'
  | 'INE'
  | 'EMAIL'
  | 'PHONE'
  | 'ADDRESS'
  | 'BIRTH'
  | 'PROFILE';

const KINDS: CodeLabels<IdentityKind> = {
  NAME: { fr: 'des noms de personnes', en: 'names of persons' },
  NIR: {
    fr: 'des numéros de sécurité sociale (NIR)',
    en: 'social security numbers (NIR)',
  },
  INE: { fr: 'des identifiants nationaux (INE)', en: 'national student identifiers (INE)' },
  EMAIL: { fr: 'des adresses électroniques', en: 'e-mail addresses' },
  PHONE: { fr: 'des numéros de téléphone', en: 'telephone numbers' },
  ADDRESS: { fr: 'des adresses de personnes', en: 'addresses of persons' },
  BIRTH: {
    fr: 'la date ou le lieu de naissance',
    en: 'the date or place of birth',
  },
  PROFILE: {
    fr: 'des pages, photographies ou comptes personnels',
    en: 'personal pages, photographs or accounts',
  },
};

/** The error for a column that holds an identity. It names the column and never a value. */
export function identityRefusal(column: string, kind: IdentityKind): Bilingual {
  const { fr, en } = KINDS[kind];
  return {
    fr: `la colonne «\u00a0${column}\u00a0» contient ${fr}\u00a0: retirez-la du fichier, aucune identité n’est importée`,
    en: `the column "${column}" holds ${en}: remove it from the file, no identity is imported`,
  };
}

/**
 * What one value is: nothing, a form that is chance in one value and none in most of a column, or
 * an identity.
 */
const NOTHING = 0;
const NIR_FORM = 1;
const PHONE_FORM = 2;
const NIR = 3;
const PHONE = 4;
const EMAIL = 5;

/** Digits of the shortest telephone number that is looked for. */
const FEWEST_DIGITS = 9;

const BLANKS = ' \\u00a0\\u202f';
/**
 * 1 or 2, year and month, department, commune and order, key; blanks, dots and hyphens in between. Not
 * within hexadecimal digits: of millions of hashes some would have a right key.
 */
const KEYED_NIR = new RegExp(
  `(?<![\\da-f])[12](?:[${BLANKS}.-]{0,2}\\d){4}[${BLANKS}.-]{0,2}(?:\\d[${BLANKS}.-]?\\d|2[${BLANKS}.-]?[AB])(?:[${BLANKS}.-]{0,2}\\d){8}(?![\\da-f])`,
  'gi',
);
const BARE_NIR = /^[12]\d{4}(?:\d{2}|2[AB])\d{6}$/i;
const EMAIL_ADDRESS = /[^\s@,;:<>()"]{1,64}@[^\s@,;:<>()"]{1,255}\.[^\s@.,;:<>()"]{2,}/;
/** Pairs of digits with one separator between them, `06 12 34 56 78`. */
const PAIRED_PHONE = new RegExp(`(?<!\\d)0[1-9]([${BLANKS}./-])\\d{2}(?:\\1\\d{2}){3}(?!\\d)`);
/** `+33 6 12 34 56 78`, `+33 (0)6…`, `+32…`; `0033 6 12…` with a separator. */
const FOREIGN_PHONE = new RegExp(`(?<![\\dA-Za-z])\\+(?:[${BLANKS}.()/-]{0,2}\\d){9,15}(?!\\d)`);
const LONG_PHONE = new RegExp(
  `(?<!\\d)00[${BLANKS}.-]?33[${BLANKS}.()0-]{1,5}[1-9](?:[${BLANKS}.-]?\\d{2}){4}(?!\\d)`,
);
/** A number written without separators, alone or in a text. */
const BARE_PHONE = /(?<![\dA-Za-z])(?:0|0033)[1-9]\d{8}(?![\dA-Za-z])/;
const SEPARATORS = new RegExp(`[${BLANKS}.-]`, 'g');

/** Whether the key (last two digits) of a NIR is right: 97 less the rest of the 13 others by 97. */
function hasRightKey(nir: string): boolean {
  // Corsica: 2A counts as 19, 2B as 18.
  const number = nir.slice(0, 13).toUpperCase().replace('2A', '19').replace('2B', '18');
  return 97 - (Number(number) % 97) === Number(nir.slice(13));
}

/** What a value of digits alone is, by their number. */
function digitsAre(value: string): number {
  switch (value.length) {
    case 15:
      return (value.startsWith('1') || value.startsWith('2')) && hasRightKey(value) ? NIR : NOTHING;
    case 13:
      if (value.startsWith('1') || value.startsWith('2')) return NIR_FORM;
      return BARE_PHONE.test(value) ? PHONE_FORM : NOTHING;
    case 10:
      return BARE_PHONE.test(value) ? PHONE_FORM : NOTHING;
    default:
      return NOTHING;
  }
}

/** What a text with enough digits for a number is. */
function textIs(value: string): number {
  for (const [found] of value.matchAll(KEYED_NIR)) {
    if (hasRightKey(found.replace(SEPARATORS, ''))) return NIR;
  }
  if (PAIRED_PHONE.test(value) || FOREIGN_PHONE.test(value) || LONG_PHONE.test(value)) return PHONE;
  if (BARE_NIR.test(value.replace(SEPARATORS, ''))) return NIR_FORM;
  return BARE_PHONE.test(value) ? PHONE_FORM : NOTHING;
}

/** Whether a character may stand between digits of one number: a blank, a sign, a bracket. */
function isBetweenDigits(unit: number): boolean {
  return (unit >= 40 && unit <= 47) || unit === 32 || unit === 160 || unit === 8239;
}

/** Whether two characters may be the department of a NIR of Corsica: 2A or 2B. */
function isCorsica(before: number, unit: number): boolean {
  return before === 50 && ((unit | 32) === 97 || (unit | 32) === 98);
}

function whatIs(value: string): number {
  const { length } = value;
  let digits = 0;
  let run = 0;
  let longest = 0;
  let at = false;
  let before = 0;
  // Almost every value is told apart here: it has no run of digits that is long enough, and no @.
  for (let index = 0; index < length; index++) {
    const unit = value.charCodeAt(index);
    if (unit >= 48 && unit <= 57) {
      digits++;
      if (++run > longest) longest = run;
    } else if (unit === 64) {
      at = true;
      run = 0;
    } else if (!isBetweenDigits(unit) && !isCorsica(before, unit)) {
      run = 0;
    }
    before = unit;
  }
  if (at && EMAIL_ADDRESS.test(value)) return EMAIL;
  if (longest < FEWEST_DIGITS) return NOTHING;
  return digits === length ? digitsAre(value) : textIs(value);
}

/**
 * Looks for identities in the values of one column. Source: docs/surveys.md#identities.
 *
 * One value is enough if it is an e-mail address, a telephone number written as one
 * (`06 12 34 56 78`, `+33…`) or a NIR of 15 characters whose key is right. Ten digits that begin
 * with 0 and 13 that could be a NIR are opaque identifiers in other files: they are identities
 * when they are more than half of what the column holds.
 */
export class IdentityColumn {
  private filled = 0;
  private nirForms = 0;
  private phoneForms = 0;
  private found: IdentityKind | null = null;

  /** Looks at one more value; an empty one counts for nothing. */
  look(value: string): void {
    if (value === '') return;
    this.filled++;
    const what = whatIs(value);
    if (what === NOTHING) return;
    if (what === NIR_FORM) this.nirForms++;
    else if (what === PHONE_FORM) this.phoneForms++;
    else this.found ??= what === NIR ? 'NIR' : what === PHONE ? 'PHONE' : 'EMAIL';
  }

  /** The identity that a value was: the column is refused, whatever follows. Null for none yet. */
  get certain(): IdentityKind | null {
    return this.found;
  }

  /** The identity that the column holds, by all the values that were looked at; null for none. */
  get identity(): IdentityKind | null {
    if (this.found !== null) return this.found;
    if (this.nirForms * 2 > this.filled) return 'NIR';
    return this.phoneForms * 2 > this.filled ? 'PHONE' : null;
  }
}
