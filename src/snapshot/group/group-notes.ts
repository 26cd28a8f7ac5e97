import type { Note } from '../../domain/notes/note.ts';
import { type FigureKind, isOfKind, markOf, TOUCHED } from '../../domain/notes/touched.ts';
import type { Work } from '../../domain/work.ts';
import type { DayView, Mask } from '../day-view.ts';
import type { Grouping } from './grouping.ts';

/** Which cohorts groups are of. */
interface NotedGroups {
  readonly view: DayView;
  /** null = all. */
  readonly mask: Mask | null;
  readonly grouping: Grouping;
  readonly visitUnits: (visit: (unit: number, from: number, to: number) => void) => Work<void>;
}

/** The notes that touch each group of cohorts: those that touch figures over some of its cohorts. */
export class GroupNotes {
  readonly #notes: readonly Note[];
  /** Marks by group, then by place of the note. */
  readonly #marks: Uint8Array;

  private constructor(notes: readonly Note[], marks: Uint8Array) {
    this.#notes = notes;
    this.#marks = marks;
  }

  /** Looks at all cohorts once; at none when there are no notes. */
  static *make({ view, mask, grouping, visitUnits }: NotedGroups): Work<GroupNotes> {
    const { all } = view.notes;
    const marks = new Uint8Array(grouping.count * all.length);
    if (all.length === 0) return new GroupNotes(all, marks);
    const places = new Map(all.map((note, place) => [note, place]));
    const { year, certification } = view.snapshot.cohorts;
    const { offset, group } = grouping;
    yield* visitUnits((unit, from, to) => {
      const own = view.notes.of(certification[from] ?? 0);
      if (own.length === 0) return;
      for (let cohort = from; cohort < to; cohort++) {
        if (mask && mask[cohort] === 0) continue;
        for (const note of own) {
          const mark = markOf(note, year[cohort] ?? 0);
          for (let at = offset[unit] ?? 0; at < (offset[unit + 1] ?? 0); at++) {
            const place = (group[at] ?? 0) * all.length + (places.get(note) ?? 0);
            marks[place] = (marks[place] ?? 0) | mark;
          }
        }
      }
    });
    return new GroupNotes(all, marks);
  }

  /** The notes that touch a figure of a group, by number; null = any of its figures. */
  of(group: number, kind: FigureKind | null): readonly Note[] {
    const first = group * this.#notes.length;
    return this.#notes.filter(
      (note, place) => this.#marks[first + place] === TOUCHED && isOfKind(note, kind),
    );
  }
}
