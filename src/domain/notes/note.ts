import type { Bilingual, CodeLabels } from '../bilingual.ts';
import type { PlainDate } from '../calendar.ts';
import type { Register, RegisterCode } from '../certification/register-code.ts';
import type { InsertionIndicator } from '../rate/indicator.ts';

export const NOTE_KINDS = ['NOTE', 'BREAK_IN_SERIES'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export const NOTE_KIND_LABELS: CodeLabels<NoteKind> = {
  NOTE: { fr: 'Note', en: 'Note' },
  BREAK_IN_SERIES: { fr: 'Rupture de série', en: 'Break in series' },
};

/** What a note is about; null = all. */
export interface NoteScope {
  readonly register: Register | null;
  readonly certificationCode: RegisterCode | null;
  /** One of the three rates; null = all of them, and the numbers of certified. */
  readonly indicator: InsertionIndicator | null;
  /**
   * Years of cohorts, both included; null = open. Those of a break in series are one and the same:
   * the first year of the new series.
   */
  readonly yearFrom: number | null;
  readonly yearTo: number | null;
}

/** What the operator says of some figures of a publication. */
export interface Note extends NoteScope {
  readonly id: number;
  readonly kind: NoteKind;
  readonly text: Bilingual;
  /** Days between which it is shown, both included; null = open. */
  readonly startsOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
}

/** What a note says in one line, beside a figure: that it is a break in series goes before its text. */
export function noteLine({ kind, text, yearFrom }: Note, language: keyof Bilingual): string {
  if (kind === 'NOTE') return text[language];
  const before = `${NOTE_KIND_LABELS[kind][language]} ${yearFrom}`;
  return language === 'fr' ? `${before} : ${text.fr}` : `${before}: ${text.en}`;
}
