import type { ExecutionResult } from 'graphql';
import type { ReadDatabase } from '../../db/database.ts';
import type { Access } from '../../domain/access/reader-access.ts';
import type { PlainDate } from '../../domain/calendar.ts';
import { PublicationReplacedError } from '../../domain/errors.ts';
import { finish } from '../../domain/work.ts';
import type { AskedPublication } from '../../snapshot/asked-publication.ts';
import { publicationReader, type ReadPublication } from '../../snapshot/publication-reader.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import type { SnapshotStore } from '../../snapshot/store.ts';
import { withEmptyAnswers } from '../empty/empty-answers.ts';
import { askedPublication } from './asked-publication.ts';
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
  /** Who reads the answer; everybody when absent. */
  readonly access?: Access;
  readonly signalOf?: () => AbortSignal | undefined;
  /** Does the long work of the operation; at once when absent. */
  readonly run?: OperationContext['run'];
  readonly execution?: Execution;
  /**
   * Told what it costs, in milliseconds, to read a past publication into memory; gives why that is not
   * done, or null.
   */
  readonly admitPast?: (milliseconds: number) => Error | null;
  /**
   * Has the newest publication answer in place of the one that is asked for, as on this day; codes that
   * it lacks find nothing. Null or absent unless an answer about a past one is checked.
   */
  readonly newestOn?: PlainDate | null;
  /** Whether the answer explains its empty lists; by default it does. */
  readonly explainsEmpty?: boolean;
  /** The publication that is asked for beside the operation; null or absent without one. */
  readonly asked?: AskedPublication | null;
  /** Has a read of the database wait for its turn; none waits when absent. */
  readonly readInTurn?: <Result>(read: () => Promise<Result>) => Promise<Result>;
}

/** An answer, and what it is of. */
export interface Answered {
  readonly result: ExecutionResult;
  readonly snapshot: Snapshot;
  /** The day that stands for today in it. */
  readonly today: PlainDate;
}

/**
 * Answers an operation from the current snapshot, or from that of the publication that it asks for. What the snapshot does not hold is read from the
 * database, which may have another publication by then: the operation begins again, once, on the
 * snapshot of that one.
 *
 * - `today`: the day in Paris. `signalOf`: what ends the answer; asked for when something waits.
 *   `run`: does long work. `execution`: what admits it, and its turns. `readInTurn`:
 *   the turns of the database.
 * - Throws `NoPublicationError`, and what a publication that is asked for cannot be answered by.
 */
export function answerOperation(
  { executor, store, database, services }: OperationParts,
  operation: Operation,
  moment: OperationMoment,
): Maybe<Answered> {
  const { signalOf = () => undefined, run = finish, execution, readInTurn } = moment;
  const isCompared = moment.newestOn != null;
  // Nobody reads why what is compared is empty.
  const isExplained = !isCompared && (moment.explainsEmpty ?? true);
  const answerFrom = (snapshot: Snapshot, today: PlainDate): Maybe<Answered> => {
    const reader = publicationReader(database, snapshot, signalOf);
    const read: ReadPublication = readInTurn ? (query) => readInTurn(() => reader(query)) : reader;
    const context = createContext({
      ...{ snapshot, today, services, read, signalOf, run },
      ...(moment.access && { access: moment.access }),
      unknownFindsNothing: isCompared,
    });
    return andThen(executor(operation, context, execution), (answer) =>
      andThen(isExplained ? withEmptyAnswers(answer, operation, context) : answer, (result) => ({
        ...{ result, snapshot, today },
      })),
    );
  };
  const asked = askedPublication(operation, moment.asked);
  if (asked !== null && !moment.newestOn) return answerPast(store, asked, moment, answerFrom);
  const today = moment.newestOn ?? moment.today;
  return andThen(store.current ?? store.refresh(), (snapshot) =>
    andThen(answerFrom(snapshot, today), (answered) =>
      wasReplaced(answered.result)
        ? store.refresh().then((newer) => answerFrom(newer, today))
        : answered,
    ),
  );
}

/** Answers from the publication that is asked for: at once when it is in memory. */
function answerPast(
  store: SnapshotStore,
  asked: AskedPublication,
  { admitPast = () => null }: OperationMoment,
  answerFrom: (snapshot: Snapshot, today: PlainDate) => Maybe<Answered>,
): Maybe<Answered> {
  const inMemory = store.inMemory(asked);
  if (inMemory) return answerFrom(inMemory, inMemory.publication.datedOn);
  const refused = admitPast(store.openingMs(asked));
  if (refused) throw refused;
  return store.leaseOf(asked).then(async (lease) => {
    using held = lease;
    // Awaited, for the snapshot is held until the answer is there.
    return await answerFrom(held.snapshot, held.snapshot.publication.datedOn);
  });
}

function wasReplaced({ errors }: ExecutionResult): boolean {
  return (
    errors?.some(({ originalError }) => originalError instanceof PublicationReplacedError) ?? false
  );
}
