import { setImmediate } from 'node:timers/promises';
import type { Session } from '../../db/database.ts';
import { storedHolders, surveyedCodes } from '../../db/surveys/stored-surveys.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import { HashMapColumn, NumberColumn } from './columns.ts';
import type { HolderTable } from './holder-table.ts';

/** Holders that are stored already, read into the table of holders by certification when they are wanted. */
export class StoredRosters {
  readonly #db: Session['db'];
  readonly #holders: HolderTable;
  readonly #loaded = new Set<RegisterCode>();
  readonly #rowOf = new HashMapColumn();
  /** 1 of rows that are stored. */
  readonly #isStored = new NumberColumn();

  constructor(db: Session['db'], holders: HolderTable) {
    this.#db = db;
    this.#holders = holders;
  }

  /** Holders that were read. */
  get count(): number {
    return this.#rowOf.size;
  }

  isLoaded(certification: RegisterCode): boolean {
    return this.#loaded.has(certification);
  }

  /** Reads the roster of a certification; a second time it does nothing. */
  async load(certification: RegisterCode): Promise<void> {
    if (this.isLoaded(certification)) return;
    for (const holder of await storedHolders(this.#db, certification)) {
      const row = this.#holders.add({ ...holder, certificationCode: certification });
      this.#isStored.set(row, 1);
      this.#rowOf.set(holder.hash, row);
    }
    this.#loaded.add(certification);
  }

  /** Reads the rosters of those of some certifications that have one. */
  async loadAll(certifications: Iterable<RegisterCode>): Promise<void> {
    const codes = [...certifications];
    const surveyed = await surveyedCodes(this.#db, codes);
    for (const code of codes) {
      if (!surveyed.has(code)) {
        this.#loaded.add(code);
        continue;
      }
      await this.load(code);
      // Others of a server that imports are answered in between.
      await setImmediate();
    }
  }

  /** Row of a holder by hash; undefined when none is stored. */
  rowOf(hash: string): number | undefined {
    return this.#rowOf.get(hash);
  }

  /** Whether a row of the table of holders was read from the database. */
  has(row: number): boolean {
    return this.#isStored.get(row) === 1;
  }
}
