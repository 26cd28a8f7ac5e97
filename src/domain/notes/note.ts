import type { Bilingual, CodeLabels } from '../bilingual.ts';
import type { PlainDate } from '../calendar.ts';
import type { Register, RegisterCode } from '../certification/register-code.ts';
import { INDICATOR_LABELS } from '../code-labels.ts';
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

/**
 * What a note says in one line, beside a figure: whether it is a break in series, and what it is about,
 * which may be less than the figure, go before its text.
 */
export function noteLine(note: Note, language: keyof Bilingual): string {
  const { kind, text, yearFrom } = note;
  const scope = scopeText(note, language);
  const label = `${NOTE_KIND_LABELS[kind][language]} ${yearFrom}`;
  const before = kind === 'NOTE' ? scope : scope === '' ? label : `${label} (${scope})`;
  if (before === '') return text[language];
  return language === 'fr' ? `${before} : ${text.fr}` : `${before}: ${text.en}`;
}

const COHORTS: Bilingual = { fr: 'promotions', en: 'cohorts' };

/** What a note is about, in words; empty of one about all figures. */
function scopeText(
  { kind, register, certificationCode, indicator, yearFrom, yearTo }: Note,
  language: keyof Bilingual,
): string {
  const code = certificationCode ?? register;
  // That of a break is said before.
  const years = kind === 'NOTE' ? rangeText(yearFrom, yearTo) : null;
  return [
    ...(code === null ? [] : [code]),
    ...(indicator === null ? [] : [INDICATOR_LABELS[indicator][language]]),
    ...(years === null ? [] : [`${COHORTS[language]} ${years}`]),
  ].join(', ');
}

/** `2019..2021`, as years are given to the command. */
function rangeText(from: number | null, to: number | null): string | null {
  if (from === null && to === null) return null;
  return from === to ? String(from) : `${from ?? ''}..${to ?? ''}`;
}
