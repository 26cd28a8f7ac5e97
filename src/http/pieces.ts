import { setImmediate } from 'node:timers';

/** Work that is done in pieces: it gives way at each `yield`. */
export type PieceWork = Generator<void, void>;

/** Does work in pieces, between which requests are answered. */
export type RunInPieces = (work: PieceWork, signal?: AbortSignal) => Promise<void>;

/** How long one piece may take, in milliseconds. */
const PIECE_MS = 20;

interface Waiting {
  readonly work: PieceWork;
  readonly signal: AbortSignal | undefined;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Makes what drives long work: a piece of each in turn, and the event loop is free between any two.
 * Work whose signal is aborted is left where it stands, and rejects with the reason.
 */
export function createPieces(pieceMs: number = PIECE_MS): RunInPieces {
  const waiting: Waiting[] = [];
  const drive = () => {
    const next = waiting.shift();
    if (next && !runPiece(next, pieceMs)) waiting.push(next);
    if (waiting.length > 0) setImmediate(drive);
  };
  return (work, signal) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    waiting.push({ work, signal, resolve, reject });
    if (waiting.length === 1) setImmediate(drive);
    return promise;
  };
}

/** Does work until it has taken its time; whether it is over. */
function runPiece({ work, signal, resolve, reject }: Waiting, pieceMs: number): boolean {
  const end = performance.now() + pieceMs;
  try {
    do {
      signal?.throwIfAborted();
      if (work.next().done) {
        resolve();
        return true;
      }
    } while (performance.now() < end);
    return false;
  } catch (error) {
    reject(error);
    return true;
  }
}
