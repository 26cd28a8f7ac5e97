/** One value of a row: arrays become SQL arrays. */
export type Cell = string | number | boolean | null | readonly (string | number)[];

const ESCAPED = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

function escapeText(text: string): string {
  return ESCAPED.test(text)
    ? text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character)
    : text;
}

function arrayElement(value: string | number): string {
  return typeof value === 'number' ? String(value) : `"${value.replace(/["\\]/g, '\\$&')}"`;
}

/** A value in the text format of COPY. */
export function copyCell(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'string') return escapeText(cell);
  if (typeof cell === 'object') return escapeText(`{${cell.map(arrayElement).join(',')}}`);
  return String(cell);
}

/** A row in the text format of COPY, with its end of line. */
export function copyLine(cells: readonly Cell[]): string {
  let line = '';
  let separator = '';
  for (const cell of cells) {
    line += separator + copyCell(cell);
    separator = '\t';
  }
  return `${line}\n`;
}
