import type { Bilingual } from '../../domain/bilingual.ts';
import { type PlainDate, parseFrenchDate, plainDate } from '../../domain/calendar.ts';
import { exactRegisterCode } from '../../domain/certification/register-code.ts';
import { isValidSiret } from '../../domain/nomenclature/siret.ts';
import { IdentityColumn } from '../../domain/survey/identity.ts';
import { EARLIEST_DATE, type SurveyField } from '../../domain/survey/layout.ts';
import { isRegionCode } from '../../domain/survey/region.ts';
import { cellText } from './cell-text.ts';
import type { MappedColumn, SurveyMapping } from './mapping.ts';
import { isHarmless } from './shown-value.ts';

/** What cells are checked against. */
export interface CellContext {
  readonly mapping: SurveyMapping;
  readonly today: PlainDate;
  /** Certifications of the registers that are served; with `siren`, those of the body alone. */
  readonly isKnown: (code: string) => boolean;
  /** The body whose certifications alone are accepted; null or absent = all are. */
  readonly siren?: string | null;
}

/** Value of a cell that cannot be read; `fault` of the reader says why. */
export const UNREADABLE = Symbol('unreadable');

export type CellValue = string | number | null | typeof UNREADABLE;

/** Values of a column that are remembered: dates and codes come again, identifiers do not. */
const MOST_REMEMBERED = 20_000;

/** Reads the cells of one column. */
export class CellReader {
  readonly column: MappedColumn;
  readonly identity = new IdentityColumn();
  /** Why the last cell that could not be read could not. */
  fault: Bilingual = { fr: '', en: '' };
  readonly #parse: (text: string) => string | number | null | undefined;
  readonly #accepted: Bilingual;
  /** By text, as `cellText` gives it. */
  readonly #read = new Map<string, CellValue>();
  readonly #faults = new Map<string, Bilingual>();
  #unknown = 0;

  constructor(column: MappedColumn, context: CellContext) {
    this.column = column;
    const { parse, accepted } = parserOf(column.field, context);
    this.#parse = parse;
    this.#accepted = accepted;
  }

  /** The value of a cell; null of an empty one. */
  read(cell: string): CellValue {
    if (cell === '') return null;
    const known = this.#read.get(cell);
    if (known !== undefined) {
      this.identity.look(cell);
      if (known === UNREADABLE) this.fault = this.#faults.get(cell) ?? this.fault;
      return known;
    }
    const text = cellText(cell);
    if (text !== cell) return this.read(text);
    this.identity.look(text);
    const parsed = this.#parse(text);
    const value = parsed === undefined ? UNREADABLE : parsed;
    if (value === UNREADABLE) {
      this.#unknown += 1;
      this.fault = this.#faultOf(text);
    }
    if (this.#read.size < MOST_REMEMBERED && this.column.field.type !== 'TEXT') {
      this.#read.set(text, value);
      if (value === UNREADABLE) this.#faults.set(text, this.fault);
    }
    return value;
  }

  /** What is said of all values that cannot be read, where they are too many to be codes; null where they are not. */
  get manyUnknown(): Bilingual | null {
    if (this.column.field.type !== 'ENUM' || this.#unknown <= MOST_NAMED) return null;
    const { fr, en } = this.#accepted;
    return {
      fr: `a plus de ${MOST_NAMED} valeurs différentes qui ne sont pas des codes\u00a0: ${fr}`,
      en: `has more than ${MOST_NAMED} different values that are no codes: ${en}`,
    };
  }

  #faultOf(text: string): Bilingual {
    const { fr, en } = this.#accepted;
    const isShown = this.manyUnknown === null && isHarmless(text, this.column.field);
    return isShown
      ? { fr: `«\u00a0${text}\u00a0»\u00a0: ${fr}`, en: `"${text}": ${en}` }
      : {
          fr: `un texte de ${text.length} caractères\u00a0: ${fr}`,
          en: `a text of ${text.length} characters: ${en}`,
        };
  }
}

/** Different values of a list of codes that are named: more are no codes, and may be names. */
const MOST_NAMED = 30;

/** Control characters, and halves of characters. */
const NO_TEXT = /[\p{Cc}\p{Cs}]/u;

interface Parser {
  /** null = not known; undefined = not accepted. */
  readonly parse: (text: string) => string | number | null | undefined;
  readonly accepted: Bilingual;
}

function parserOf(field: SurveyField, context: CellContext): Parser {
  switch (field.type) {
    case 'CODE':
      return {
        parse: (text) => {
          const code = exactRegisterCode(text.toUpperCase());
          return code !== null && context.isKnown(code) ? code : undefined;
        },
        accepted: acceptedCodes(context.siren ?? null),
      };
    case 'TEXT':
      return {
        parse: (text) => {
          const line = text.replace(/[\t\r\n]+/g, ' ');
          return line.length <= field.longest && !NO_TEXT.test(line) ? line : undefined;
        },
        accepted: {
          fr: `${field.longest} caractères au plus sont acceptés, sans caractère de commande`,
          en: `at most ${field.longest} characters are accepted, none of them a control character`,
        },
      };
    case 'DATE':
      return dateParser(context);
    case 'ENUM':
      return codeParser(field, context.mapping);
    case 'INTEGER':
      return integerParser(field);
    case 'SIRET':
      return {
        parse: (text) => {
          const digits = text.replace(/\s/g, '');
          return isValidSiret(digits) ? digits : undefined;
        },
        accepted: {
          fr: 'un SIRET de 14 chiffres est accepté, zéros de tête compris (colonne au format texte)',
          en: 'a SIRET of 14 digits is accepted, leading zeros included (column formatted as text)',
        },
      };
    case 'REGION':
      return {
        parse: (text) => (isRegionCode(text) ? text : undefined),
        accepted: {
          fr: 'un code de région de l’INSEE en deux chiffres est accepté, par exemple 11 ou 01 (zéro de tête compris\u00a0: colonne au format texte)',
          en: 'an INSEE region code of two digits is accepted, for example 11 or 01 (leading zero included: column formatted as text)',
        },
      };
    case 'COUNTRY':
      return {
        parse: (text) => countryOf(text.toUpperCase()),
        accepted: {
          fr: 'un pays en deux lettres (ISO 3166) est accepté, par exemple FR ou BE',
          en: 'a country of two letters (ISO 3166) is accepted, for example FR or BE',
        },
      };
    case 'ROME':
      return {
        parse: (text) => {
          const code = text.toUpperCase();
          return /^[A-N]\d{4}$/.test(code) ? code : undefined;
        },
        accepted: {
          fr: 'un code ROME est accepté, par exemple M1607',
          en: 'a ROME code is accepted, for example M1607',
        },
      };
  }
}

function acceptedCodes(siren: string | null): Bilingual {
  if (siren === null) {
    return {
      fr: 'le numéro d’une certification des répertoires servis est accepté, par exemple RNCP35746',
      en: 'the code of a certification of the registers that are served is accepted, for example RNCP35746',
    };
  }
  return {
    fr: `le numéro d’une certification dont l’organisme ${siren} est certificateur dans les répertoires servis est accepté`,
    en: `the code of a certification that the body ${siren} certifies in the registers that are served is accepted`,
  };
}

const COUNTRIES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
/** Codes of two letters that Intl names and ISO 3166 does not have as countries. */
const NO_COUNTRY: ReadonlySet<string> = new Set([
  ...['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ'],
]);

function countryOf(code: string): string | undefined {
  if (!/^[A-Z]{2}$/.test(code) || NO_COUNTRY.has(code)) return undefined;
  // Intl names SU and UK too, by the codes that took their place.
  const isReplaced = new Intl.Locale('und', { region: code }).region !== code;
  return isReplaced || COUNTRIES.of(code) === undefined ? undefined : code;
}

function dateParser({ today }: CellContext): Parser {
  return {
    parse: (text) => {
      const [, year, month, day] =
        /^(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]{5,15}(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text) ?? [];
      const date =
        year === undefined
          ? parseFrenchDate(text)
          : plainDate(Number(year), Number(month), Number(day));
      return date !== null && date >= EARLIEST_DATE && date <= today ? date : undefined;
    },
    accepted: {
      fr: `un jour du ${EARLIEST_DATE} au ${today} est accepté, écrit AAAA-MM-JJ ou JJ/MM/AAAA`,
      en: `a day from ${EARLIEST_DATE} to ${today} is accepted, written YYYY-MM-DD or DD/MM/YYYY`,
    },
  };
}

function codeParser(
  field: Extract<SurveyField, { readonly type: 'ENUM' }>,
  { values }: SurveyMapping,
): Parser {
  const codes = Object.keys(field.codes);
  const known = new Map<string, string | null>(codes.map((code) => [code, code]));
  for (const [value, code] of Object.entries(values[field.name] ?? {})) {
    known.set(cellText(value), code === '' ? null : code);
  }
  return {
    parse: (text) => {
      const code = known.get(text);
      return code === undefined ? known.get(text.toUpperCase()) : code;
    },
    accepted: {
      fr: `${codes.join(', ')} sont acceptés, ou une valeur que la correspondance («\u00a0values\u00a0») donne pour l’un d’eux`,
      en: `${codes.join(', ')} are accepted, or a value that the mapping ("values") maps onto one of them`,
    },
  };
}

function integerParser(field: Extract<SurveyField, { readonly type: 'INTEGER' }>): Parser {
  const { min, max, accepted } = field;
  const [fr, en] = accepted
    ? [`${accepted.join(', ')} sont acceptés`, `${accepted.join(', ')} are accepted`]
    : [
        `un nombre entier de ${min} à ${max} est accepté`,
        `a whole number from ${min} to ${max} is accepted`,
      ];
  return {
    parse: (text) => {
      // Spreadsheets write thousands apart, and the decimals of whole numbers.
      const digits = text.replace(/[\s\u202f]/g, '').replace(/[.,]0{1,2}$/, '');
      if (!/^\d{1,9}$/.test(digits)) return undefined;
      const value = Number(digits);
      if (accepted) return accepted.includes(value) ? value : undefined;
      return value >= min && value <= max ? value : undefined;
    },
    accepted: { fr, en },
  };
}
