import { PUBLIC, type Reader } from './reader.ts';

/** What whoever makes a figure knows of who reads it. */
export interface Access {
  /** Who reads. An answer that looked at a reader with a role is for that reader alone, and is not kept. */
  readonly reader: Reader;
  /**
   * Notes that restricted figures of a certification are in the answer. They are logged before it is sent.
   *
   * - Throws for a reader without a role: such figures are not for everybody.
   */
  readonly read: (certification: string) => void;
  /** Notes that the answer tells of the server as it is now: a moment later it may be another. */
  readonly ofNow: () => void;
}

/** The access of one answer, or of one part of it, which notes what it was used for. */
export class ReaderAccess implements Access {
  readonly #reader: Reader;
  #isConsulted = false;
  #isOfNow = false;
  #certifications = new Set<string>();

  constructor(reader: Reader = PUBLIC) {
    this.#reader = reader;
  }

  get reader(): Reader {
    if (this.#reader.role !== 'PUBLIC') this.#isConsulted = true;
    return this.#reader;
  }

  read(certification: string): void {
    if (this.#reader.role === 'PUBLIC') {
      throw new Error(
        `restricted figures of ${certification} were read for a reader without a role`,
      );
    }
    this.#isConsulted = true;
    this.#certifications.add(certification);
  }

  ofNow(): void {
    this.#isOfNow = true;
  }

  /** Whether the answer tells of the server as it is now. */
  get isOfNow(): boolean {
    return this.#isOfNow;
  }

  /** Whether the answer depends on a reader with a role. */
  get isConsulted(): boolean {
    return this.#isConsulted;
  }

  /** Certifications whose restricted figures were read since they were last taken, in order of code. */
  takeRead(): readonly string[] {
    if (this.#certifications.size === 0) return NONE;
    const read = [...this.#certifications].sort();
    this.#certifications = new Set();
    return read;
  }
}

const NONE: readonly string[] = [];
