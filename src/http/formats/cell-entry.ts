import type { PlainDate } from '../../domain/calendar.ts';
import { columnLetters } from '../../domain/column-letters.ts';
import { escaped, escapedAttribute } from './spreadsheet-xml.ts';

/** What cells of a column accept. */
export type AcceptedEntry =
  /** The texts of a range of cells, `Valeurs!$B$2:$B$8`, or of a list in quotes, `"6,12,24"`. */
  | { readonly kind: 'LIST'; readonly source: string }
  | { readonly kind: 'WHOLE_NUMBER'; readonly min: number; readonly max: number }
  /** From a day to today. */
  | { readonly kind: 'PAST_DAY'; readonly from: PlainDate }
  | { readonly kind: 'TEXT_LENGTH'; readonly min: number; readonly max: number };

/** What may be entered in cells of a column, and what a spreadsheet says of it. */
export interface CellEntry {
  readonly accepts: AcceptedEntry;
  /** Of 32 characters at most. */
  readonly title: string;
  /** Shown beside the cell, of 255 characters at most. */
  readonly prompt: string;
  /** Shown when something else is entered, of 225 characters at most. */
  readonly error: string;
}

/** The XML of what the columns of a sheet accept, below their header; '' when none says it. */
export function entriesXml(
  columns: readonly { readonly entry?: CellEntry }[],
  lastRow: number,
): string {
  const written = columns.flatMap(({ entry }, index) => {
    if (entry === undefined) return [];
    const letters = columnLetters(index);
    const { accepts, title, prompt, error } = entry;
    const told = Object.entries({ errorTitle: title, error, promptTitle: title, prompt })
      .map(([name, text]) => ` ${name}="${escapedAttribute(text)}"`)
      .join('');
    return `<dataValidation${rulesOf(accepts)} allowBlank="1" showInputMessage="1" showErrorMessage="1"${told} sqref="${letters}2:${letters}${lastRow}">${formulasOf(accepts)}</dataValidation>`;
  });
  return written.length === 0
    ? ''
    : `<dataValidations count="${written.length}">${written.join('')}</dataValidations>`;
}

function rulesOf({ kind }: AcceptedEntry): string {
  switch (kind) {
    case 'LIST':
      return ' type="list"';
    case 'WHOLE_NUMBER':
      return ' type="whole" operator="between"';
    case 'PAST_DAY':
      return ' type="date" operator="between"';
    case 'TEXT_LENGTH':
      return ' type="textLength" operator="between"';
  }
}

function formulasOf(accepts: AcceptedEntry): string {
  if (accepts.kind === 'LIST') return `<formula1>${escaped(accepts.source)}</formula1>`;
  const [least, most] =
    accepts.kind === 'PAST_DAY'
      ? [`DATE(${accepts.from.split('-').map(Number).join(',')})`, 'TODAY()']
      : [accepts.min, accepts.max];
  return `<formula1>${least}</formula1><formula2>${most}</formula2>`;
}
