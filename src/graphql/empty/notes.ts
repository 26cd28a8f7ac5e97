import type { EmptyAnswer } from '../../domain/empty/empty-answer.ts';
import type { Work } from '../../domain/work.ts';

/** Keys and places from the root of an answer to one of its fields. */
export type ResponsePath = readonly (string | number)[];

/** Where an answer is empty, and what finds out why: computed once the operation is over. */
export interface EmptyNote {
  readonly path: ResponsePath;
  readonly explain: () => Work<EmptyAnswer | null>;
}

/** The notes of an operation before any. */
export const NO_NOTES: Readonly<EmptyNotes> = { notes: null, more: 0 };

/** Empty answers of one operation. */
export interface EmptyNotes {
  /** null until there is one: most operations have none. */
  notes: EmptyNote[] | null;
  /** How many are not noted: of one operation many lists may be empty. */
  more: number;
}
