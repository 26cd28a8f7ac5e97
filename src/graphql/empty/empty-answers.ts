import type { DocumentNode, ExecutionResult, GraphQLResolveInfo } from 'graphql';
import type { PlainDate } from '../../domain/calendar.ts';
import { done, type Work } from '../../domain/work.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import type { AskedDay } from '../../snapshot/empty/explain.ts';
import type { CodeNoun } from '../../snapshot/filter/codes.ts';
import { explainUnknown } from '../../snapshot/filter/known-codes.ts';
import { Memo } from '../../snapshot/memo.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import type { Connection } from '../core/connection.ts';
import { type OperationContext, viewOf } from '../core/context.ts';
import type { Operation } from '../core/executor.ts';
import { andThen, type Maybe } from '../core/maybe.ts';
import { OfDocument } from '../core/of-document.ts';
import type { EmptyNote, EmptyNotes, ResponsePath } from './notes.ts';

/** Empty answers that are noted, and those of them that are explained. */
const MOST_NOTED = 500;
const MOST_EXPLAINED = 20;

/** Notes that the field of `info` is empty. */
export function noteEmpty(
  { empty }: OperationContext,
  info: GraphQLResolveInfo,
  explain: EmptyNote['explain'],
): void {
  if (empty.notes && empty.notes.length >= MOST_NOTED) {
    empty.more += 1;
    return;
  }
  empty.notes ??= [];
  empty.notes.push({ path: pathOf(info.path), explain });
}

/** Notes that an argument names what the register does not have. */
export function noteUnknown(
  context: OperationContext,
  info: GraphQLResolveInfo,
  noun: CodeNoun,
  [argument, code]: readonly [argument: string, code: string],
): void {
  noteEmpty(context, info, () => done(explainUnknown(context.snapshot, argument, noun, code)));
}

/** Whether a field is of one thing that the operation names, and not of each of a list. */
export function isOfOne({ path }: GraphQLResolveInfo): boolean {
  for (let at: typeof path | undefined = path; at; at = at.prev) {
    if (typeof at.key === 'number') return false;
  }
  return true;
}

/** Whether a list has no rows at all; a page of it may have none for another reason. */
export function isEmptyList({ edges, count }: Connection<unknown>): boolean {
  return edges.length === 0 && count() === 0;
}

/** The day of an argument `asOf`, when today another answer is possible; null otherwise. */
export function askedDay(
  context: OperationContext,
  asOf: PlainDate | null | undefined,
  /** Rows today; null when that is not known. */
  remainingOn: (today: DayView) => Work<number | null>,
): AskedDay | null {
  if (asOf == null || asOf === context.today) return null;
  const remaining = () => remainingOn(viewOf(context));
  return { condition: 'asOf', given: asOf, remaining };
}

/** Why lists of an answer are empty, and how many more are. */
interface Explained {
  readonly answers: readonly object[];
  readonly left: number;
}

/** Explanations that are remembered of a document over a snapshot, by its variables and the day. */
const MOST_REMEMBERED = 20;

const remembered = new OfDocument<{ readonly of: WeakRef<Snapshot>; readonly memo: Memo }>();

function memoOf(snapshot: Snapshot, document: DocumentNode): Memo {
  const known = remembered.get(document);
  if (known?.of.deref() === snapshot) return known.memo;
  const memo = new Memo(MOST_REMEMBERED);
  remembered.set(document, { of: new WeakRef(snapshot), memo });
  return memo;
}

/**
 * Adds to the result of an operation why lists of it are empty (`extensions.emptyAnswers`, by path,
 * twenty at most) and how many more are (`extensions.emptyAnswersNotExplained`). Remembered: what is
 * asked again and again may well be empty each time.
 */
export function withEmptyAnswers(
  result: ExecutionResult,
  operation: Operation,
  context: OperationContext,
): Maybe<ExecutionResult> {
  if (!context.empty.notes) return result;
  const { document, operationName, variables } = operation;
  const asked = JSON.stringify([context.today, operationName, variables]);
  const work = memoOf(context.snapshot, document).work(asked, () => explained(context.empty));
  // Where a part failed, what is empty of the rest is not all.
  return andThen(context.run(result.errors ? explained(context.empty) : work), (found) =>
    withExplained(result, found),
  );
}

function* explained({ notes, more }: EmptyNotes): Work<Explained> {
  const all = notes ?? [];
  const chosen = all.toSorted((a, b) => comparePaths(a.path, b.path)).slice(0, MOST_EXPLAINED);
  const answers: object[] = [];
  for (const { path, explain } of chosen) {
    const answer = yield* explain();
    if (answer) answers.push({ path, ...answer });
    yield;
  }
  return { answers, left: all.length - chosen.length + more };
}

function withExplained(result: ExecutionResult, { answers, left }: Explained): ExecutionResult {
  if (answers.length === 0 && left === 0) return result;
  return {
    ...result,
    extensions: {
      ...result.extensions,
      ...(answers.length > 0 && { emptyAnswers: answers }),
      ...(left > 0 && { emptyAnswersNotExplained: left }),
    },
  };
}

function pathOf(path: GraphQLResolveInfo['path']): ResponsePath {
  const keys: (string | number)[] = [];
  for (let at: typeof path | undefined = path; at; at = at.prev) keys.push(at.key);
  return keys.reverse();
}

function comparePaths(a: ResponsePath, b: ResponsePath): number {
  for (const [index, key] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (key !== other) return key < other ? -1 : 1;
  }
  return a.length - b.length;
}
