import type { Bilingual } from '../../domain/bilingual.ts';
import { RefusedFileError } from '../../domain/errors.ts';

/** Why rows of a file are refused. */
export interface SurveyRefusal {
  readonly file: string;
  /** Of a workbook; null of any other file. */
  readonly sheet: string | null;
  /** First line, row or passage that it is about; null = the file as a whole. */
  readonly line: number | null;
  /** As the file names it; null = the row as a whole. */
  readonly column: string | null;
  readonly text: Bilingual;
  /** Rows that are refused for it. */
  readonly rows: number;
}

/** Where something is in a file. */
export type Place = Pick<SurveyRefusal, 'file' | 'sheet' | 'line' | 'column'>;

/** Different refusals that are kept; of a file with more these are enough to mend it. */
const MOST_KEPT = 1_000;

/** Refusals that the message of an error names. */
const MOST_NAMED = 20;

/** Gathers why rows are refused: one reason for many rows is one refusal. */
export class Refusals {
  readonly #byReason = new Map<
    string,
    { -readonly [Key in keyof SurveyRefusal]: SurveyRefusal[Key] }
  >();
  /** Reasons that are about the value of a cell. */
  readonly #ofValues = new Set<string>();
  #rows = 0;

  /** - about: whether the value of a cell is refused, or what a row says by all of them. */
  add(place: Place, text: Bilingual, about: 'VALUE' | 'ROW' = 'ROW'): void {
    this.#rows += 1;
    const reason = `${place.file}\n${place.sheet}\n${place.column}\n${text.en}`;
    const known = this.#byReason.get(reason);
    if (known) known.rows += 1;
    else if (this.#byReason.size < MOST_KEPT) {
      this.#byReason.set(reason, { ...place, text, rows: 1 });
      if (about === 'VALUE') this.#ofValues.add(reason);
    }
  }

  /** Says one text in place of all that was said of values of a column. */
  replaceValues({ file, sheet, column }: Omit<Place, 'line'>, text: Bilingual): void {
    let first: SurveyRefusal | null = null;
    let rows = 0;
    for (const [reason, refusal] of this.#byReason) {
      const isOfColumn = refusal.file === file && refusal.sheet === sheet;
      if (!isOfColumn || refusal.column !== column || !this.#ofValues.has(reason)) continue;
      first ??= refusal;
      rows += refusal.rows;
      this.#byReason.delete(reason);
    }
    if (first) this.#byReason.set(`${file}\n${sheet}\n${column}`, { ...first, text, rows });
  }

  get list(): readonly SurveyRefusal[] {
    return [...this.#byReason.values()];
  }

  /** Throws `SurveyRefusedError` when there are any. */
  throwIfAny(): void {
    if (this.#rows > 0) throw new SurveyRefusedError(this.list);
  }
}

/** Files of surveys that are refused as a whole: nothing of them is stored. */
export class SurveyRefusedError extends RefusedFileError {
  readonly refusals: readonly SurveyRefusal[];
  constructor(refusals: readonly SurveyRefusal[]) {
    const named = refusals.slice(0, MOST_NAMED).map((refusal) => refusalText(refusal, 'en'));
    const more = refusals.length - named.length;
    super(
      [
        'the survey is refused, and nothing of it was stored:',
        ...named.map((each) => `  ${each}`),
        ...(more > 0 ? [`  … and ${more} more reasons`] : []),
      ].join('\n'),
    );
    this.refusals = refusals;
  }
}

const WORDS = {
  fr: { sheet: 'feuille', line: 'ligne', column: 'colonne', rows: 'lignes' },
  en: { sheet: 'sheet', line: 'line', column: 'column', rows: 'rows' },
} as const;

/** A refusal in one line: where, and why. */
export function refusalText(
  { file, sheet, line, column, text, rows }: SurveyRefusal,
  language: keyof Bilingual,
): string {
  const words = WORDS[language];
  const where = [
    file,
    ...(sheet === null ? [] : [`${words.sheet} ${sheet}`]),
    ...(line === null ? [] : [`${words.line} ${line}`]),
    ...(column === null ? [] : [`${words.column} ${column}`]),
  ].join(', ');
  const all = rows > 1 ? ` (${rows} ${words.rows})` : '';
  return `${where}${language === 'fr' ? '\u00a0' : ''}: ${text[language]}${all}`;
}
