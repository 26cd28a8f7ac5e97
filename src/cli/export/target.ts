/** Bytes that are written to a target: a text, or a file of the disk. */
export interface Exported {
  /** From the root of the target: `publications/12/files/cohorts.csv`. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
  readonly content: { readonly text: string } | { readonly path: string };
}

/** Where an export goes. What is written is there whole, or as it was before. */
export interface ExportTarget {
  /** As messages name it. */
  readonly label: string;
  /** Keeps other exports away where that can be, and removes what one left that was killed. */
  hold(): Promise<AsyncDisposable>;
  /** Whether the very bytes are there already. */
  has(exported: Exported, signal: AbortSignal): Promise<boolean>;
  /** A text that is there; null without one. */
  read(name: string, signal: AbortSignal): Promise<string | null>;
  write(exported: Exported, signal: AbortSignal): Promise<void>;
  /** Removes what is there; without it nothing is done. */
  remove(name: string, signal: AbortSignal): Promise<void>;
}
