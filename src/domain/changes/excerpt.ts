/** Characters that a text of a change has at most. */
export const LONGEST_EXCERPT = 500;

/** Characters before the first difference that are shown with it. */
const LEAD = 60;

type Text = string | null;

/**
 * Two texts that differ, as a change keeps them: whole where both are short, else of each the part in
 * which they differ, with some words before it; `…` stands for what is left out. Null stays null.
 */
export function excerpts(before: Text, after: Text): readonly [Text, Text] {
  if (isShort(before) && isShort(after)) return [before, after];
  if (before === null || after === null) return [cut(before, 0, 0), cut(after, 0, 0)];
  const start = Math.max(0, sameAtStart(before, after) - LEAD);
  const end = sameAtEnd(before, after, start);
  return [cut(before, start, end), cut(after, start, end)];
}

function isShort(text: Text): boolean {
  return text === null || text.length <= LONGEST_EXCERPT;
}

/** Characters that two texts have alike at their start. */
function sameAtStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** Characters that two texts have alike at their end, past those that are left out of their start. */
function sameAtEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let length = 0;
  while (length < most && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  // What follows the difference is shown as far as there is room.
  const differing = Math.max(a.length, b.length) - start - length;
  return Math.max(0, length - Math.max(0, LONGEST_EXCERPT - differing - 2));
}

/** A text without so many characters at its start and end, and no longer than is kept. */
function cut(text: Text, start: number, end: number): Text {
  if (text === null) return null;
  const lead = start > 0 ? '…' : '';
  const room = LONGEST_EXCERPT - lead.length - 1;
  const part = text.slice(start, text.length - end);
  const whole = end === 0 && part.length <= room + 1;
  // Halves of characters of two units are no characters.
  return (lead + (whole ? part : `${part.slice(0, room)}…`)).toWellFormed();
}
