import { type ChangePlace, type ChangeRow, changeCountsByKind } from '../../db/queries/changes.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import { CHANGE_KINDS, type Change, type ChangeKind } from '../../domain/changes/change.ts';
import type { Note } from '../../domain/notes/note.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { readChanges } from '../../snapshot/history/change-pages.ts';
import { publicationOf } from '../../snapshot/history/history.ts';
import { type Removed, removedOf } from '../../snapshot/history/removed.ts';
import { notesOfChange } from '../../snapshot/notes/notes.ts';
import type { Publication } from '../../snapshot/snapshot.ts';
import type { BatchMaking } from '../dataset.ts';
import type { ParameterValues } from '../parameter.ts';
import { changeQuestion } from './change-question.ts';

/** All that changed of a certification in a publication. */
export interface ChangeEntry {
  readonly publication: Publication;
  readonly code: RegisterCode;
  /** As it is, or last was. */
  readonly title: string;
  /** Place of its first change in the publication. */
  readonly position: number;
  readonly changes: readonly Change[];
  /** Those that were shown on the day of the publication and touch a figure that changed. */
  readonly notes: readonly Note[];
  /** How often each kind of change is among them, in the order of `CHANGE_KINDS`. */
  readonly kinds: ReadonlyMap<ChangeKind, number>;
}

/** Some entries, newest first, and the place after which others follow; null = these are the last. */
export interface ChangeEntries {
  readonly entries: readonly ChangeEntry[];
  readonly next: ChangePlace | null;
}

/** Entries of a page, and changes that it is made of at most. */
const MOST_ENTRIES = 100;
const MOST_CHANGES = 500;

/**
 * A page of what changed, by certification and publication.
 *
 * - `after`: only what comes after this place; null = from the newest on.
 * - Throws `BadUserInputError` as `changeQuestion` does.
 */
export async function changeEntries(
  view: DayView,
  values: ParameterValues,
  after: ChangePlace | null,
  { read, run }: Pick<BatchMaking, 'read' | 'run'>,
): Promise<ChangeEntries> {
  const removed = await removedOf(view.snapshot, read);
  const question = await changeQuestion(view, values, removed, run);
  const rows = await readChanges(read, question, { after, limit: MOST_CHANGES + 1 });
  const { groups, next } = grouped(rows);
  return { entries: groups.map((group) => entryOf(view, group, removed)), next };
}

/**
 * How many changes of each kind there are in all, of those kinds of which there are some.
 *
 * - Throws as `changeEntries` does.
 */
export async function changeCounts(
  view: DayView,
  values: ParameterValues,
  { read, run }: Pick<BatchMaking, 'read' | 'run'>,
): Promise<ReadonlyMap<ChangeKind, number>> {
  const removed = await removedOf(view.snapshot, read);
  const question = await changeQuestion(view, values, removed, run);
  return read((db) => changeCountsByKind(db, question));
}

/** Changes of one certification in one publication, in their order. */
type Group = readonly [ChangeRow, ...ChangeRow[]];

function grouped(rows: readonly ChangeRow[]): {
  readonly groups: readonly Group[];
  readonly next: ChangePlace | null;
} {
  const groups: [ChangeRow, ...ChangeRow[]][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && isOfGroup(last[0], row)) last.push(row);
    else groups.push([row]);
  }
  const isCut = rows.length > MOST_CHANGES;
  // Of the last one more changes may follow.
  const whole = isCut && groups.length > 1 ? groups.slice(0, -1) : groups;
  const shown = whole.slice(0, MOST_ENTRIES);
  const end = shown.at(-1)?.at(-1);
  const isLast = !isCut && shown.length === groups.length;
  return { groups: shown, next: end && !isLast ? [end.publicationId, end.position] : null };
}

function isOfGroup(a: ChangeRow, b: ChangeRow): boolean {
  return a.publicationId === b.publicationId && a.certificationCode === b.certificationCode;
}

function entryOf({ snapshot }: DayView, group: Group, removed: Removed): ChangeEntry {
  const [{ certificationCode: code, publicationId, position }] = group;
  const { rowOf, title } = snapshot.certifications;
  const row = rowOf.get(code);
  const counts = CHANGE_KINDS.map(
    (kind) => [kind, group.filter((change) => change.kind === kind).length] as const,
  );
  const publication = publicationOf(snapshot, publicationId);
  const notes = group.flatMap((change) => notesOfChange(snapshot, change, publication.datedOn));
  return {
    ...{ publication, notes: [...new Set(notes)] },
    ...{ code, position, changes: group },
    title: (row === undefined ? removed.get(code)?.title : title[row]) ?? code,
    kinds: new Map(counts.filter(([, count]) => count > 0)),
  };
}
