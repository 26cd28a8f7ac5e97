import type { Bilingual } from '../../../domain/bilingual.ts';
import { columnLetters } from '../../../domain/column-letters.ts';
import { RefusedFileError } from '../../../domain/errors.ts';
import type { SurveyBatch } from './survey-table.ts';
import { headerNames, isBlankRow } from './table-shape.ts';
import { CELL_FAULTS, DAMAGED, errorFault, LONGEST_CELL } from './xlsx-faults.ts';
import { columnOf, dayOfSerial, shownNumber, unescaped } from './xlsx-values.ts';
import type { XmlHandler } from './xml-pieces.ts';

const MOST_ROWS = 1_048_576;
/** Columns that a sheet can have. */
const LAST_COLUMN = 16_384;

/** Days that are kept: thirty years of them. */
const MOST_DAYS = 11_000;

/** What cells refer to. */
export interface SheetParts {
  /** The workbook and the sheet, as messages call them. */
  readonly where: Bilingual;
  readonly strings: readonly string[];
  /** Whether cells of a style show a day, by its number. */
  readonly dates: readonly boolean[];
  readonly is1904: boolean;
}

/**
 * Makes rows of the cells of a sheet. The first row that holds anything is the header.
 *
 * - Throws `RefusedFileError`, naming row and column, for a formula, an error, a value without a header,
 *   a merge of cells below the header, and what no spreadsheet writes.
 */
export class SheetRows implements XmlHandler {
  /** Null until the header was read. */
  header: readonly string[] | null = null;
  private readonly parts: SheetParts;
  private headerRow = 0;
  private row = 0;
  private column = -1;
  private type = '';
  private isDate = false;
  private value = '';
  private collects = false;
  private phonetic = false;
  private cells: string[] = [];
  /** Columns of the row that are stored as numbers. */
  private numbers: number[] = [];
  private lines: number[] = [];
  private rows: string[][] = [];
  private numeric: number[] = [];
  private readonly days = new Map<string, string | null>();

  constructor(parts: SheetParts) {
    this.parts = parts;
  }

  /** The rows that were completed since the last call; null for none. */
  take(): SurveyBatch | null {
    const { lines, rows, header } = this;
    if (rows.length === 0 || header === null) return null;
    const numeric = new Uint8Array(rows.length * header.length);
    for (const place of this.numeric) numeric[place] = 1;
    this.lines = [];
    this.rows = [];
    this.numeric = [];
    return { lines, rows, numeric };
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    switch (tag) {
      case 'c':
        this.openCell(attributes);
        break;
      case 'v':
        this.collects = true;
        break;
      case 't':
        this.collects = !this.phonetic;
        break;
      case 'row':
        this.openRow(attributes['r']);
        break;
      case 'rPh':
        this.phonetic = true;
        break;
      case 'mergeCell':
        this.checkMerge(attributes['ref'] ?? '');
        break;
      case 'f':
        this.refuseCell(CELL_FAULTS.formula);
    }
  }

  text(text: string): void {
    if (!this.collects) return;
    this.value = this.value === '' ? text : this.value + text;
    if (this.value.length > LONGEST_CELL) {
      this.refuseCell(CELL_FAULTS.tooLong);
    }
  }

  close(tag: string): void {
    switch (tag) {
      case 'c':
        this.closeCell();
        break;
      case 'v':
      case 't':
        this.collects = false;
        break;
      case 'row':
        this.closeRow();
        break;
      case 'rPh':
        this.phonetic = false;
        break;
    }
  }

  private openRow(number: string | undefined): void {
    const row = number === undefined ? this.row + 1 : Number(number);
    if (!(Number.isInteger(row) && row > this.row && row <= MOST_ROWS)) {
      const { en, fr } = this.parts.where;
      const next = this.row + 1;
      throw new RefusedFileError({
        en: `${en}: a row that follows row ${this.row} is not one of rows ${next} to ${MOST_ROWS}: ${DAMAGED.en}`,
        fr: `${fr}\u00a0: une ligne qui suit la ligne ${this.row} n’est pas l’une des lignes ${next} à ${MOST_ROWS}\u00a0: ${DAMAGED.fr}`,
      });
    }
    this.row = row;
    this.column = -1;
    this.cells = this.header === null ? [] : new Array<string>(this.header.length).fill('');
    this.numbers = [];
  }

  private openCell(attributes: Readonly<Record<string, string>>): void {
    const place = attributes['r'];
    this.column = place === undefined ? this.column + 1 : columnOf(place);
    if (this.column < 0 || this.column >= LAST_COLUMN) {
      const { en, fr } = this.rowPlace();
      throw new RefusedFileError({
        en: `${en}: a cell is in no column: ${DAMAGED.en}`,
        fr: `${fr}\u00a0: une cellule n’est dans aucune colonne\u00a0: ${DAMAGED.fr}`,
      });
    }
    this.type = attributes['t'] ?? 'n';
    this.isDate = this.parts.dates[Number(attributes['s'] ?? 0)] ?? false;
    this.value = '';
  }

  private closeCell(): void {
    const { column, header } = this;
    const text = this.shown();
    if (text === '') return;
    if (header !== null && column >= header.length) {
      if (text.trim() === '') return;
      this.refuseCell(CELL_FAULTS.withoutHeader);
    }
    // A header has places for cells that are not written.
    while (this.cells.length < column) this.cells.push('');
    this.cells[column] = text;
  }

  /** The text that the spreadsheet shows. */
  private shown(): string {
    const { value } = this;
    switch (this.type) {
      case 's':
        if (value === '') return '';
        return this.parts.strings[Number(value)] ?? this.refuseCell(CELL_FAULTS.withoutText);
      case 'n':
        return value === '' ? '' : this.number(value.trim());
      case 'inlineStr':
      case 'str':
        return unescaped(value);
      case 'b':
        return value.trim() === '1' || value.trim() === 'true' ? 'VRAI' : 'FAUX';
      case 'd':
        return value.slice(0, 10);
      case 'e': {
        const shown = /^#[A-Z0-9/?!_]{1,20}$/.test(value) ? ` (${value})` : '';
        return this.refuseCell(errorFault(shown));
      }
      default:
        return this.refuseCell(CELL_FAULTS.noType);
    }
  }

  private number(written: string): string {
    const day = this.isDate ? this.day(written) : null;
    if (day !== null) return day;
    this.numbers.push(this.column);
    return shownNumber(written) ?? this.refuseCell(CELL_FAULTS.noNumber);
  }

  /** Computed once for each that is written: a column of days has few. */
  private day(written: string): string | null {
    let day = this.days.get(written);
    if (day === undefined) {
      day = dayOfSerial(Number(written), this.parts.is1904);
      if (this.days.size < MOST_DAYS) this.days.set(written, day);
    }
    return day;
  }

  private closeRow(): void {
    if (isBlankRow(this.cells)) return;
    if (this.header === null) {
      this.header = headerNames(this.cells, this.rowPlace(), (at) => ({
        en: `column ${columnLetters(at)}`,
        fr: `colonne ${columnLetters(at)}`,
      }));
      this.headerRow = this.row;
      return;
    }
    for (const column of this.numbers) {
      this.numeric.push(this.rows.length * this.header.length + column);
    }
    this.rows.push(this.cells);
    this.lines.push(this.row);
  }

  private checkMerge(area: string): void {
    const [first, last] = area.match(/\d+/g) ?? [];
    if (Number(last ?? first) <= this.headerRow) return;
    const { en, fr } = this.parts.where;
    const cells = area.slice(0, 40);
    throw new RefusedFileError({
      en: `${en}: cells ${cells} are merged: unmerge them and repeat the value in each row`,
      fr: `${fr}\u00a0: les cellules ${cells} sont fusionnées\u00a0: défusionnez-les et répétez la valeur à chaque ligne`,
    });
  }

  private refuseCell({ en, fr }: Bilingual): never {
    // Not by its header: the first row of a sheet without one is that of a person.
    const column = columnLetters(this.column);
    const place = this.rowPlace();
    throw new RefusedFileError({
      en: `${place.en}, column ${column} ${en}`,
      fr: `${place.fr}, colonne ${column}\u00a0: la cellule ${fr}`,
    });
  }

  private rowPlace(): Bilingual {
    const { en, fr } = this.parts.where;
    return { en: `${en}, row ${this.row}`, fr: `${fr}, ligne ${this.row}` };
  }
}
