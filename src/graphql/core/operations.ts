import type { ExecutionResult } from 'graphql';
import type { Database } from '../../db/database.ts';
import type { PlainDate } from '../../domain/calendar.ts';
import { PublicationReplacedError } from '../../domain/errors.ts';
import { publicationReader } from '../../snapshot/publication-reader.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import type { SnapshotStore } from '../../snapshot/store.ts';
import { createContext, type Services } from './context.ts';
import type { Executor, Operation } from './executor.ts';
import { andThen, type Maybe } from './maybe.ts';

/** What operations are answered with. */
export interface OperationParts {
  readonly executor: Executor;
  readonly store: SnapshotStore;
  readonly database: Database;
  readonly services: Services;
}

/** When an operation is answered, and until when. */
export interface OperationMoment {
  /** In Paris. */
  readonly today: PlainDate;
  readonly signalOf?: () => AbortSignal | undefined;
}

/** An answer, and what it is of. */
export interface Answered {
  readonly result: ExecutionResult;
  readonly snapshot: Snapshot;
}

/**
 * Answers an operation from the current snapshot. What the snapshot does not hold is read from the
 * database, which may have another publication by then: the operation begins again, once, on the
 * snapshot of that one.
 *
 * - `today`: the day in Paris. `signalOf`: what ends the answer; asked for when something waits.
 * - Throws `NoPublicationError`.
 */
export function answerOperation(
  { executor, store, database, services }: OperationParts,
  operation: Operation,
  { today, signalOf = () => undefined }: OperationMoment,
): Maybe<Answered> {
  const answerFrom = (snapshot: Snapshot): Maybe<Answered> => {
    const read = publicationReader(database, snapshot, signalOf);
    const context = createContext({ snapshot, today, services, read, signalOf });
    return andThen(executor(operation, context), (result) => ({ result, snapshot }));
  };
  return andThen(store.current ?? store.refresh(), (snapshot) =>
    andThen(answerFrom(snapshot), (answered) =>
      wasReplaced(answered.result) ? store.refresh().then(answerFrom) : answered,
    ),
  );
}

function wasReplaced({ errors }: ExecutionResult): boolean {
  return (
    errors?.some(({ originalError }) => originalError instanceof PublicationReplacedError) ?? false
  );
}
