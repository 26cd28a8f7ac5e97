import {
  createSourceEventStream,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import type { Bilingual } from '../../domain/bilingual.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import type { OperationContext } from '../../graphql/core/context.ts';
import { replacements } from '../../snapshot/replacements.ts';
import type { SnapshotStore } from '../../snapshot/store.ts';
import type { FairTurns } from '../fair-turns.ts';
import type { Execute, ExecutedOperation } from '../graphql/execution.ts';
import type { ServerContext } from '../graphql/server-plugin.ts';
import type { TellErrors } from '../graphql/use-errors.ts';
import { publicationKey, publicationOf } from '../publication.ts';
import type { RequestRecord } from '../request-record.ts';
import type { OpenSubscriptions, Place } from './open-subscriptions.ts';

export interface SubscribeParts {
  readonly schema: GraphQLSchema;
  /** The present instant. */
  readonly clock: () => Date;
  readonly store: SnapshotStore;
  readonly open: OpenSubscriptions;
  readonly execute: Execute;
  readonly tellErrors: TellErrors;
  readonly turns: FairTurns;
}

/** Opens a subscription: its answers as they come, or why there are none. */
export type Subscribe = (
  operation: ExecutedOperation,
  context: ServerContext,
) => Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;

const NOTHING: Bilingual = {
  en: 'the subscription asks for nothing: its directives leave its field out',
  fr: 'l’abonnement ne demande rien : ses directives écartent son champ',
};

/** The longest that a timer of Node waits, in milliseconds: 24 days. A subscription ends then too. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * Makes what opens subscriptions. Between two events nothing is held but the operation: no snapshot, no
 * connection to the database. Each event is answered as an operation is, from the snapshot of then, to
 * the reader who opened it; when the token of this one expires it ends.
 */
export function createSubscribe(parts: SubscribeParts): Subscribe {
  const { schema, store, open, execute } = parts;
  return async (operation, context) => {
    const { account } = context.record;
    const place = open.open(account.client, context.signal);
    endWithToken(place, context.record, parts.clock());
    try {
      // Answered once for the present: what is wrong with it, or too costly, is told now.
      const present = await execute(operation, context);
      if (present.errors) {
        place.end();
        return present;
      }
      const isAnswered = Object.values(present.data ?? {}).some((value) => value !== undefined);
      if (!isAnswered) throw new BadUserInputError(NOTHING);
      const contextValue: Pick<OperationContext, 'replacements'> = {
        replacements: () => replacements(store, place.signal),
      };
      const events = await createSourceEventStream({ ...operation, schema, contextValue });
      if (Symbol.asyncIterator in events) {
        context.record.events = 0;
        return answersTo(events, { ...parts, operation, context, place });
      }
      place.end();
      return events;
    } catch (error) {
      place.end();
      throw error;
    }
  };
}

/** Ends a subscription when the token that it was opened with expires. */
function endWithToken({ signal, end }: Place, { expiresAt }: RequestRecord, now: Date): void {
  if (expiresAt === undefined) return;
  const left = Math.max(0, Math.min(expiresAt - now.getTime(), LONGEST_MS));
  const timer = setTimeout(end, left);
  signal.addEventListener('abort', () => clearTimeout(timer));
}

interface Opened extends SubscribeParts {
  readonly operation: ExecutedOperation;
  readonly context: ServerContext;
  readonly place: Place;
}

/**
 * Answers to the events of a subscription, whose place is given up with the last. The snapshot is also
 * replaced where another publication is withdrawn or let go: an event is answered only when the
 * publication is not the one that was told last, or that answered when the subscription was opened.
 */
function answersTo(
  events: AsyncIterable<unknown>,
  { operation, context, place, store, open, execute, tellErrors, turns, clock }: Opened,
): AsyncIterableIterator<ExecutionResult> {
  const source = events[Symbol.asyncIterator]();
  const { record } = context;
  let told = record.seen?.publication;
  const isExpired = () => clock().getTime() >= (record.expiresAt ?? Number.POSITIVE_INFINITY);
  const answer = async () => {
    // All who subscribed are told at once, each in its turn.
    await turns.next(record.account);
    try {
      return await execute(operation, context);
    } catch (error) {
      const originalError = error instanceof Error ? error : new Error(String(error));
      return { errors: [new GraphQLError(originalError.message, { originalError })] };
    }
  };
  const end = async (): Promise<IteratorReturnResult<undefined>> => {
    place.end();
    await source.return?.();
    return { done: true, value: undefined };
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: async () => {
      for (;;) {
        if ((await source.next()).done) return end();
        const { current } = store;
        if (current && publicationKey(publicationOf(current)) === told) continue;
        const answered = await answer();
        // Its turn may have come late.
        if (isExpired()) return end();
        if (!answered.errors) {
          // It may be the one of before again by now.
          if (record.seen?.publication === told) continue;
          told = record.seen?.publication;
        }
        const value = tellErrors(answered, context);
        record.events = (record.events ?? 0) + 1;
        open.told += 1;
        return { done: false, value };
      }
    },
    return: end,
  };
}
