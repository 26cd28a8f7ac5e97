import type { Note } from '../../domain/notes/note.ts';
import type { DayView } from '../day-view.ts';
import type { CertificationRow } from './certification-row.ts';
import { certificationOf } from './lookup.ts';

/** A note of a publication; the day reaches its certification. */
export class NoteRow {
  readonly view: DayView;
  readonly note: Note;

  constructor(view: DayView, note: Note) {
    this.view = view;
    this.note = note;
  }

  /** null when it is about all certifications, or about one that is no longer served. */
  get certification(): CertificationRow | null {
    return certificationOf(this.view, this.note.certificationCode);
  }
}

/** Notes seen on a day. */
export function noteRows(view: DayView, notes: readonly Note[]): NoteRow[] {
  return notes.map((note) => new NoteRow(view, note));
}
