/** Where an import stands. Each step is announced once or more, in this order. */
export interface ImportProgressEvent {
  readonly step: 'READ' | 'SUPPLEMENTS' | 'INDEX' | 'PUBLISH';
  /** The file being read. */
  readonly file?: string;
  /** Fiches read of the file so far. */
  readonly fiches?: number;
  /** Bytes of XML read so far, of all files; and in all, when it can be known. */
  readonly bytes?: number;
  readonly bytesInAll?: number | null;
}

export type ImportProgress = (event: ImportProgressEvent) => void;
