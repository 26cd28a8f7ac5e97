import type { ExecutionResult } from 'graphql';
import type { ReadDatabase } from '../../db/database.ts';
import type { PlainDate } from '../../domain/calendar.ts';
import { PublicationReplacedError } from '../../domain/errors.ts';
import { finish } from '../../domain/work.ts';
import { publicationReader, type ReadPublication } from '../../snapshot/publication-reader.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import type { SnapshotStore } from '../../snapshot/store.ts';
import { withEmptyAnswers } from '../empty/empty-answers.ts';
import { createContext, type OperationContext, type Services } from './context.ts';
import type { Execution, Executor, Operation } from './executor.ts';
import { andThen, type Maybe } from './maybe.ts';

/** What operations are answered with. */
export interface OperationParts {
  readonly executor: Executor;
  readonly store: SnapshotStore;
  readonly database: ReadDatabase;
  readonly services: Services;
}

/** When an operation is answered, and until when. */
export interface OperationMoment {
  /** In Paris. */
  readonly today: PlainDate;
  readonly signalOf?: () => AbortSignal | undefined;
  /** Does the long work of the operation; at once when absent. */
  readonly run?: OperationContext['run'];
  readonly execution?: Execution;
  /** Has a read of the database wait for its turn; none waits when absent. */
  readonly readInTurn?: <Result>(read: () => Promise<Result>) => Promise<Result>;
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
 *   `run`: does long work. `execution`: what admits it, and its turns. `readInTurn`:
 *   the turns of the database.
 * - Throws `NoPublicationError`.
 */
export function answerOperation(
  { executor, store, database, services }: OperationParts,
  operation: Operation,
  { today, signalOf = () => undefined, run = finish, execution, readInTurn }: OperationMoment,
): Maybe<Answered> {
  const answerFrom = (snapshot: Snapshot): Maybe<Answered> => {
    const reader = publicationReader(database, snapshot, signalOf);
    const read: ReadPublication = readInTurn ? (query) => readInTurn(() => reader(query)) : reader;
    const context = createContext({ snapshot, today, services, read, signalOf, run });
    return andThen(executor(operation, context, execution), (answer) =>
      andThen(withEmptyAnswers(answer, operation, context), (result) => ({ result, snapshot })),
    );
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
