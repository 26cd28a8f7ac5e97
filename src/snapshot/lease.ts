import type { Snapshot } from './snapshot.ts';

/** A snapshot that is kept until it is disposed of. */
export interface Lease extends Disposable {
  readonly snapshot: Snapshot;
  /** Aborted when the snapshot is kept no longer: others are newer, or it was withdrawn. */
  readonly signal: AbortSignal;
}
