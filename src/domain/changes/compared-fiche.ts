import type { RegisterCode } from '../certification/register-code.ts';
import type { FigureField, ItemField, ValueField } from './change-field.ts';

/**
 * A fiche of one publication as it is compared with that of another, after all sources are merged. What
 * both have alike may be left out of both: an item, a figure, a partner, texts, or all other values.
 */
export interface ComparedFiche {
  readonly code: RegisterCode;
  /** What it has one of, as text; null or not there = absent. Days are ISO, flags `true` or `false`. */
  readonly values: Readonly<Partial<Record<ValueField, string | null>>>;
  readonly lists: readonly ComparedList[];
  readonly figures: readonly ComparedFigure[];
  /** Lines of « Partenaires » in force. */
  readonly partnersInForce: number;
  /** All lines of « Partenaires », in words. */
  readonly partners: readonly string[];
}

/** A list of a fiche. */
export interface ComparedList {
  /** What an item is, and what else it has: as many as its cells. */
  readonly fields: readonly [ItemField, ...ItemField[]];
  readonly items: readonly ComparedItem[];
}

export interface ComparedItem {
  /** What an item of the other fiche is recognised by. */
  readonly key: string;
  /** Which one it is, for readers. */
  readonly item: string;
  /** A text for each field of the list; null = absent. */
  readonly cells: readonly (string | null)[];
}

/** A figure of a cohort that is there: heads, or percent 0 to 100 as published. */
export interface ComparedFigure {
  readonly year: number;
  readonly field: FigureField;
  readonly value: number;
  readonly sourceId: number | null;
}

/** What is told of a fiche that is new, or gone. */
export interface FicheHead {
  readonly code: RegisterCode;
  readonly title: string;
  /** The source that gives the fiche. */
  readonly sourceId: number;
}
