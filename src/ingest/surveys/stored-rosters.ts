import { setImmediate } from 'node:timers/promises';
import type { Session } from '../../db/database.ts';
import { storedHolders, surveyedCodes } from '../../db/surveys/stored-surveys.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import type { HolderTable } from './holder-table.ts';

/** Holders that are stored already, read into the table of holders by certification when they are wanted. */
export class StoredRosters {
  readonly #db: Session['db'];
  readonly #holders: HolderTable;
  readonly #byHash = new Map<RegisterCode, ReadonlyMap<string, number>>();
  readonly #rows = new Set<number>();

  constructor(db: Session['db'], holders: HolderTable) {
    this.#db = db;
    this.#holders = holders;
  }

  /** Holders that were read. */
  get count(): number {
    return this.#rows.size;
  }

  isLoaded(certification: RegisterCode): boolean {
    return this.#byHash.has(certification);
  }

  /** Reads the roster of a certification; a second time it does nothing. */
  async load(certification: RegisterCode): Promise<void> {
    if (this.isLoaded(certification)) return;
    const rows = new Map<string, number>();
    for (const holder of await storedHolders(this.#db, certification)) {
      const row = this.#holders.add({ ...holder, certificationCode: certification });
      this.#rows.add(row);
      rows.set(holder.hash, row);
    }
    this.#byHash.set(certification, rows);
  }

  /** Reads the rosters of those of some certifications that have one. */
  async loadAll(certifications: Iterable<RegisterCode>): Promise<void> {
    const codes = [...certifications];
    const surveyed = await surveyedCodes(this.#db, codes);
    for (const code of codes) {
      if (!surveyed.has(code)) {
        this.#byHash.set(code, new Map());
        continue;
      }
      await this.load(code);
      // Others of a server that imports are answered in between.
      await setImmediate();
    }
  }

  /** Row of a holder by hash; undefined when none is stored. */
  rowOf(certification: RegisterCode, hash: string): number | undefined {
    return this.#byHash.get(certification)?.get(hash);
  }

  /** Whether a row of the table of holders was read from the database. */
  has(row: number): boolean {
    return this.#rows.has(row);
  }
}
