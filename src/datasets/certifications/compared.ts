import type { PooledFigure } from '../../domain/insertion/pooling.ts';
import type { Note } from '../../domain/notes/note.ts';
import type { PeerComparison } from '../../domain/peers/benchmark.ts';
import type { InsertionIndicator } from '../../domain/rate/indicator.ts';

/** A certification that has the rate, beside its peers. */
export interface Compared {
  readonly row: number;
  readonly indicator: InsertionIndicator;
  readonly own: PooledFigure;
  readonly comparison: PeerComparison;
  /** Among all certifications that were tested; null for one that was not. */
  readonly qValue: number | null;
  readonly peersTooSmall: number;
  /** Those that touch its rate or one of its peers'. */
  readonly notes: readonly Note[];
}
