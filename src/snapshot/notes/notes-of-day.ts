import type { PlainDate } from '../../domain/calendar.ts';
import { REGISTERS } from '../../domain/certification/register-code.ts';
import type { Note } from '../../domain/notes/note.ts';
import { holdsOn, isAbout } from '../../domain/notes/touched.ts';
import type { Snapshot } from '../snapshot.ts';

const NO_NOTES: readonly Note[] = [];

/** The notes that are shown on a day, by the certifications that they are about. */
export class NotesOfDay {
  /** By number. */
  readonly all: readonly Note[];
  readonly #certifications: Snapshot['certifications'];
  /** By place in `REGISTERS`: those about no single certification. */
  readonly #general: readonly (readonly Note[])[];
  /** All notes about each certification that some of them name. */
  readonly #named: ReadonlyMap<number, readonly Note[]>;

  constructor({ notes, certifications }: Snapshot, day: PlainDate) {
    this.#certifications = certifications;
    this.all = notes.length === 0 ? NO_NOTES : notes.filter((note) => holdsOn(note, day));
    this.#general = REGISTERS.map((register) =>
      this.all.filter(
        (note) =>
          note.certificationCode === null && (note.register === null || note.register === register),
      ),
    );
    const rows = this.all.flatMap(
      ({ certificationCode }) => certifications.rowOf.get(certificationCode ?? '') ?? [],
    );
    this.#named = new Map(rows.map((row) => [row, this.#about(row)]));
  }

  /** The notes about figures of a certification, by number. */
  of(certification: number): readonly Note[] {
    if (this.all.length === 0) return NO_NOTES;
    const register = this.#certifications.register[certification] ?? 0;
    return this.#named.get(certification) ?? this.#general[register] ?? NO_NOTES;
  }

  #about(row: number): readonly Note[] {
    const code = this.#certifications.code[row];
    const register = REGISTERS[this.#certifications.register[row] ?? 0];
    if (code === undefined || register === undefined) return NO_NOTES;
    return this.all.filter((note) => isAbout(note, { register, code }));
  }
}
