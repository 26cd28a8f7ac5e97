import { type Access, ReaderAccess } from '../../domain/access/reader-access.ts';
import { checkedAsOf } from '../../domain/as-of.ts';
import type { PlainDate } from '../../domain/calendar.ts';
import type { RequestLimit } from '../../domain/limits.ts';
import type { RefreshStatus } from '../../domain/refresh-status.ts';
import type { Work } from '../../domain/work.ts';
import { type DayView, viewOn } from '../../snapshot/day-view.ts';
import type { ReadPublication } from '../../snapshot/publication-reader.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { type EmptyNotes, NO_NOTES } from '../empty/notes.ts';
import { createLoaders, type Loaders } from './loaders.ts';
import type { Maybe } from './maybe.ts';

/** What resolvers have: one publication in memory, the day it is in Paris, batches for the rest. */
export interface OperationContext {
  readonly snapshot: Snapshot;
  readonly today: PlainDate;
  readonly loaders: Loaders;
  readonly services: Services;
  /** Who reads the answer. To look makes it theirs alone, when they have a role. */
  readonly access: Access;
  /** What ends the answer. */
  readonly signalOf: () => AbortSignal | undefined;
  /** Does work: at once where it is short, else in pieces, between which others are answered. */
  readonly run: <Result>(work: Work<Result>) => Maybe<Result>;
  /** Of a long operation: resolves when it may go on; undefined when it may already. */
  readonly nextTurn?: NextTurn;
  /** What is empty of the answer. */
  readonly empty: EmptyNotes;
  /**
   * Whether codes that the register lacks find nothing, which are refused otherwise: of an answer that is
   * compared with that of a publication that has them.
   */
  readonly unknownFindsNothing: boolean;
  /**
   * Of a subscription while it waits, when all else is absent: gives an item each time that this server
   * answers from another publication.
   */
  readonly replacements?: () => AsyncIterable<void>;
}

export type NextTurn = () => Promise<void> | undefined;

/** What all operations share. */
export interface Services {
  /** The most groups that one statistic may have. */
  readonly maxGroups: number;
  /** The most that one operation may cost, in milliseconds of processor. */
  readonly maxCost: number;
  /** Whether the database answers, by what was last seen of it. */
  readonly isDatabaseReachable: () => boolean;
  /** Limits of one request, as `dataStatus` lists them. */
  readonly requestLimits: readonly RequestLimit[];
  /** Where the refresh of the registers stands; null when nothing is known of it. */
  readonly refreshStatus: () => RefreshStatus | null;
}

/** Makes the context of one operation. */
export function createContext(
  parts: Pick<OperationContext, 'snapshot' | 'today' | 'services' | 'signalOf' | 'run'> & {
    readonly read: ReadPublication;
    /** Everybody reads when absent. */
    readonly access?: Access;
    readonly unknownFindsNothing?: boolean;
  },
): OperationContext {
  const { read, access = new ReaderAccess(), unknownFindsNothing = false, ...context } = parts;
  const loaders = createLoaders(read, context.snapshot);
  return { ...context, access, loaders, empty: { ...NO_NOTES }, unknownFindsNothing };
}

/** The day that an answer is for: the one that was asked for, else today. */
export function viewOf(
  { snapshot, today }: OperationContext,
  asOf?: PlainDate | null | undefined,
): DayView {
  return viewOn(snapshot, asOf ? checkedAsOf(asOf) : today);
}

/** Description of an argument `asOf`. */
export const AS_OF =
  'The day the answer is for, from 1990 to 2200: it decides what is active and which rates are due. Today in Paris when absent.';
