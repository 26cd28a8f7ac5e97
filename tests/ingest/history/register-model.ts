import type { PlainDate } from '../../../src/domain/calendar.ts';
import type { Register } from '../../../src/domain/certification/register-code.ts';
import { TODAY } from '../../support/client.ts';
import type { CohortText, ExportState } from './file-texts.ts';
import { type ExportFile, fileName, type GivenFile, type GivenImport } from './files.ts';
import { PublicationStates } from './publication-states.ts';
import { sourceName } from './said.ts';

/** A file that a publication has. */
export type PresentFile = GivenFile & {
  /** The number of its source. */
  readonly id: number;
  readonly demonstration: boolean;
};

type PresentExport = PresentFile & ExportFile;

/** What comes of an import: `SAME` when all is served already. */
export type Fate = 'PUBLISHED' | 'REFUSED' | 'SAME';

/** The figures of a cohort that are rates, by the columns that hold them. */
const RATES = {
  global_6_months: ({ global6 }: CohortText) => global6,
  target_occupation_2_years: ({ target24 }: CohortText) => target24,
};

/** An import that made a publication, and the day that this stands for. */
export interface Published {
  readonly given: GivenImport;
  readonly datedOn: PlainDate;
}

/** All that a publication was made of, as it was then. */
interface Copy {
  readonly present: readonly PresentFile[];
  readonly seen: ReadonlyMap<string, PlainDate>;
  /** The imports that led to it, by the numbers of their publications: none that was rolled back. */
  readonly lineage: ReadonlyMap<number, Published>;
}

/** What publications must say of sources and of days, by what was imported: copies, and no database. */
export class RegisterModel {
  /** Files of the newest publication, in the order of their import. */
  present: readonly PresentFile[] = [];
  /** Number of the publication that is served; 0 before the first. */
  publication = 0;
  readonly states = new PublicationStates();
  /** Every file that was published. */
  readonly known: GivenFile[] = [];
  /** The days that exports of a register were of, with their texts. */
  readonly #exports: ExportFile[] = [];
  /** The first day on which an export gave a rate. */
  #seen = new Map<string, PlainDate>();
  readonly #copies = new Map<number, Copy>();
  readonly #labels = new Map<string, string>();
  #newNames: ReadonlySet<unknown> = new Set();

  /** The name of a text: `rncp-1` for the first one that is called `rncp`. */
  labelOf(name: string, text: string): string {
    const known = this.#labels.get(text);
    const label = known ?? `${name}-${this.#labels.size + 1}`;
    this.#labels.set(text, label);
    return label;
  }

  exportOf(register: Register): PresentExport | undefined {
    return this.present.find(
      (file): file is PresentExport => file.kind === 'FEED' && file.register === register,
    );
  }

  /** What exports of a register said, oldest first, of fictitious certifications or of others. */
  statesOf(register: Register, isDemonstration: boolean): ExportState[] {
    return this.#exports
      .filter((each) => each.register === register && each.isDemonstration === isDemonstration)
      .map(({ state }) => state);
  }

  /** The day that the data of the newest publication are of. */
  get day(): PlainDate {
    const exports = this.present.filter(({ kind }) => kind === 'FEED');
    const days = (exports.length > 0 ? exports : this.present).map(({ day }) => day);
    return days.toSorted().at(-1) as PlainDate;
  }

  get isDemonstration(): boolean {
    return this.present.some(({ demonstration }) => demonstration);
  }

  /** What must come of an import. */
  fateOf({ files, demonstration, allowOlder, allowShrink }: GivenImport): Fate {
    const isServed = (file: GivenFile) =>
      this.present.some(
        (each) =>
          each.text === file.text &&
          each.day === file.day &&
          (each.kind === 'FEED' || each.demonstration === demonstration),
      );
    if (this.publication > 0 && files.every(isServed)) return 'SAME';
    const exports = files.filter((file) => file.kind === 'FEED');
    const registers = new Set(exports.map(({ register }) => register));
    if (registers.size < exports.length || exports.some(({ cut }) => cut)) return 'REFUSED';
    for (const { register, day, state } of exports) {
      const before = this.exportOf(register);
      if (!before || before.demonstration) continue;
      if (!allowOlder && day < before.day) return 'REFUSED';
      if (!allowShrink && readable(state) < readable(before.state) * 0.9) return 'REFUSED';
    }
    return 'PUBLISHED';
  }

  /** The imports that led to what is served, by the numbers of their publications. */
  get lineage(): ReadonlyMap<number, Published> {
    return this.#copies.get(this.publication)?.lineage ?? new Map();
  }

  /**
   * Notes that an import was published, for a day so many after that of the last one. `ids`: the sources of its
   * files, by their names.
   */
  publish(given: GivenImport, ids: ReadonlyMap<string, number>, daysLater: number): void {
    const { files, demonstration } = given;
    const before = this.lineage;
    const { id: number, datedOn } = this.states.add(daysLater, TODAY);
    this.publication = number;
    const added = files.map(
      (file): PresentFile => ({
        ...file,
        id: ids.get(fileName(file)) ?? 0,
        demonstration: file.kind === 'FEED' ? file.isDemonstration : demonstration,
      }),
    );
    for (const file of added) {
      this.known.push(file);
      if (file.kind === 'FEED') this.#noteRates(file);
    }
    this.#newNames = new Set(added.map((file) => sourceName(fileName(file), file.demonstration)));
    this.present = [...this.#keptBeside(added), ...added].toSorted((a, b) => a.id - b.id);
    this.#copies.set(number, {
      ...{ present: this.present, seen: new Map(this.#seen) },
      lineage: new Map([...before, [number, { given, datedOn }]]),
    });
  }

  /** Notes that the next publication was held and withdrawn; gives its number. */
  withdrawHeld(daysLater: number, because: string): number {
    const { id } = this.states.add(daysLater, TODAY);
    this.states.withdraw(id, because);
    return id;
  }

  /** Notes that a publication was withdrawn: of the one that is served nothing is left, as if it had not been. */
  withdraw(id: number, because: string): void {
    const before = this.states.before(id);
    this.states.withdraw(id, because);
    if (id !== this.publication) return;
    const copy = this.#copies.get(before ?? 0);
    if (before === undefined || !copy) throw new Error('there is none to go back to');
    this.publication = before;
    this.present = copy.present;
    this.#seen = new Map(copy.seen);
  }

  /** What stays: other registers, supplements; of the demonstration nothing beside what is real. */
  #keptBeside(added: readonly PresentFile[]): PresentFile[] {
    const exports = added.filter((file) => file.kind === 'FEED');
    const demonstration = exports.some((file) => file.demonstration);
    return this.present.filter((file) => {
      const isAgain = added.some(
        (each) =>
          each.text === file.text &&
          each.kind === file.kind &&
          each.demonstration === file.demonstration,
      );
      if (isAgain) return false;
      if (exports.length === 0) return true;
      if (file.kind !== 'FEED') return !file.demonstration || demonstration;
      const isReplaced = exports.some(({ register }) => register === file.register);
      return !isReplaced && file.demonstration === demonstration;
    });
  }

  /** Notes the rates of an export; those of the day that it was mistyped for are of the right one. */
  #noteRates(file: ExportFile & GivenFile): void {
    this.#exports.push(file);
    const before = this.exportOf(file.register);
    const mistyped = before && before.text === file.text ? before.day : null;
    for (const [code, { cohorts, readable: isRead }] of Object.entries(file.state.fiches)) {
      if (!isRead) continue;
      for (const [year, cohort] of Object.entries(cohorts)) {
        for (const [column, textOf] of Object.entries(RATES)) {
          const key = `${code} ${year} ${column} ${Number(textOf(cohort) || Number.NaN)}`;
          const known = this.#seen.get(key);
          if (!known || known === mistyped || file.day < known) this.#seen.set(key, file.day);
        }
      }
    }
  }

  /** The first day on which an export gave a rate; null when none did. */
  seenOn(code: string, year: number, column: string, value: number): PlainDate | null {
    return this.#seen.get(`${code} ${year} ${column} ${value}`) ?? null;
  }

  /** Whether a source, by its name, is of the newest publication's import. */
  isNew(name: unknown): boolean {
    return this.#newNames.has(name);
  }

  /** Whether a day is that of another export of a register: what is of it cannot be told apart. */
  isDayOfAnother({ register, text }: ExportFile, day: PlainDate): boolean {
    return this.known.some(
      (file) =>
        file.kind === 'FEED' &&
        file.register === register &&
        file.text !== text &&
        file.day === day,
    );
  }
}

/** Fiches of an export that can be read. */
function readable({ fiches }: ExportState): number {
  return Object.values(fiches).filter((fiche) => fiche.readable).length;
}
