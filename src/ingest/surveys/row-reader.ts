import type { Bilingual } from '../../domain/bilingual.ts';
import { IdentityColumn, identityRefusal } from '../../domain/survey/identity.ts';
import { identityOfHeader } from '../../domain/survey/identity-header.ts';
import {
  HORIZONS,
  type Horizon,
  ROSTER_FIELDS,
  SITUATION_FIELDS,
} from '../../domain/survey/layout.ts';
import { type CellContext, CellReader, UNREADABLE } from './cell-reader.ts';
import { isOfRoster, isOfSituation, type MappedField, mapColumns, mappedField } from './mapping.ts';
import { type Refusals, SurveyRefusedError } from './refusals.ts';

/** Values of one row by field; null = empty, or no column. */
export type RowValues = Readonly<Record<string, string | number | null>>;

/** A table of a file, as far as its rows are read by it. */
export interface TableHead {
  readonly name: string;
  readonly sheet: string | null;
  readonly header: readonly string[];
}

const NO_VALUES: RowValues = Object.fromEntries(
  [...ROSTER_FIELDS, ...SITUATION_FIELDS].map(({ name }) => [name, null]),
);

/** Reads the rows of one table by a mapping, and gathers what cannot be read. */
export class RowReader {
  readonly isRoster: boolean;
  readonly isSituations: boolean;
  /** Horizons of fields that name one in the mapping. */
  readonly horizons: readonly Horizon[];
  readonly #head: TableHead;
  readonly #refusals: Refusals;
  readonly #readers: readonly CellReader[];
  readonly #ignored: readonly { readonly index: number; readonly identity: IdentityColumn }[];
  readonly #constants: Record<string, string | number | null> = {};
  readonly #fields: readonly MappedField[];

  /**
   * - Throws `RefusedFileError` as `mapColumns`, for a column whose name is that of an identity, and for
   *   a table that lacks a field that it must have.
   */
  constructor(head: TableHead, context: CellContext, refusals: Refusals) {
    this.#head = head;
    this.#refusals = refusals;
    this.#refuseIdentities(head.header.map(identityOfHeader));
    const columns = mapColumns(head.header, context.mapping, head.name);
    this.#readers = columns.map((column) => new CellReader(column, context));
    const read = new Set(columns.map(({ index }) => index));
    this.#ignored = head.header.flatMap((_, index) =>
      read.has(index) ? [] : [{ index, identity: new IdentityColumn() }],
    );
    this.#fields = columns;
    this.#readConstants(context);
    const fields = [...columns, ...Object.keys(context.mapping.constants).map(mappedField)];
    this.isRoster = columns.some(({ field }) => isOfRoster(field));
    this.isSituations = columns.some(({ field }) => isOfSituation(field));
    this.horizons = HORIZONS.filter((each) => columns.some(({ horizon }) => horizon === each));
    this.#refuseMissing(new Set(fields.map(({ field }) => field.name)));
  }

  /** Whether the table has a column of a field, at a horizon of the mapping or at that of the row. */
  has(name: string, at: Horizon | null): boolean {
    return this.#fields.some(({ field, horizon }) => field.name === name && horizon === at);
  }

  /**
   * The values of a row: those of the row itself, and those of each horizon that the mapping names; null
   * when one cannot be read, which is a refusal.
   */
  read(
    cells: readonly string[],
    line: number,
  ): { readonly own: RowValues; readonly at: ReadonlyMap<Horizon, RowValues> } | null {
    const own: Record<string, string | number | null> = { ...NO_VALUES, ...this.#constants };
    const at = new Map(this.horizons.map((each) => [each, { ...own, horizon: each }]));
    let isReadable = true;
    for (const reader of this.#readers) {
      const { field, horizon, index, header } = reader.column;
      const value = reader.read(cells[index] ?? '');
      if (value === UNREADABLE) {
        this.refuse(line, header, reader.fault);
        isReadable = false;
      } else if (horizon === null) own[field.name] = value;
      else {
        const target: Record<string, string | number | null> | undefined = at.get(horizon);
        if (target) target[field.name] = value;
      }
    }
    for (const { index, identity } of this.#ignored) identity.look((cells[index] ?? '').trim());
    for (const name of ['certification', 'id_titulaire']) {
      for (const values of at.values()) {
        (values as Record<string, string | number | null>)[name] = own[name] ?? null;
      }
      if (own[name] !== null || !isReadable) continue;
      this.refuse(line, this.headerOf(name, null), {
        fr: 'est vide\u00a0: chaque ligne la donne',
        en: 'is empty: each row gives it',
      });
      isReadable = false;
    }
    return isReadable ? { own, at } : null;
  }

  refuse(line: number, column: string | null, text: Bilingual): void {
    const { name: file, sheet } = this.#head;
    this.#refusals.add({ file, sheet, line, column }, text);
  }

  /** What the file calls the column of a field. */
  headerOf(name: string, horizon: Horizon | null): string {
    const reader = this.#readers.find(
      ({ column }) => column.field.name === name && column.horizon === horizon,
    );
    return reader?.column.header ?? name;
  }

  /**
   * Refuses the file when a column turned out to hold identities, before anything else that is wrong with
   * it is said.
   *
   * - Throws `SurveyRefusedError`.
   */
  refuseIdentities(): void {
    const kinds = this.#head.header.map((_, index) => {
      const reader = this.#readers.find(({ column }) => column.index === index);
      const ignored = this.#ignored.find((each) => each.index === index);
      return (reader ?? ignored)?.identity.identity ?? null;
    });
    this.#refuseIdentities(kinds);
  }

  #refuseIdentities(kinds: readonly ReturnType<typeof identityOfHeader>[]): void {
    const { name: file, sheet, header } = this.#head;
    const found = kinds.flatMap((kind, index) => {
      const column = header[index] ?? '';
      if (kind === null) return [];
      const text = identityRefusal(column, kind);
      return [{ file, sheet, line: null, column: null, text, rows: 1 }];
    });
    if (found.length > 0) throw new SurveyRefusedError(found);
  }

  #readConstants(context: CellContext): void {
    for (const [given, text] of Object.entries(context.mapping.constants)) {
      const mapped = mappedField(given);
      const reader = new CellReader({ ...mapped, header: given, index: -1 }, context);
      const value = reader.read(text);
      if (value === UNREADABLE) this.refuse(0, `constants.${given}`, reader.fault);
      else this.#constants[mapped.field.name] = value;
    }
  }

  #refuseMissing(given: ReadonlySet<string>): void {
    const missing = ['certification', 'id_titulaire'].filter((name) => !given.has(name));
    if (this.isRoster && !given.has('date_obtention')) missing.push('date_obtention');
    if (this.isSituations) {
      if (!given.has('situation')) missing.push('situation');
      if (this.horizons.length === 0 && !given.has('horizon')) missing.push('horizon');
    }
    if (!this.isRoster && !this.isSituations) missing.push('date_obtention', 'situation');
    if (missing.length === 0) return;
    const list = missing.join(', ');
    const { name: file, sheet } = this.#head;
    const text = {
      fr: `n’a pas de colonne ${list}\u00a0: « debouches survey template » écrit un modèle, et une correspondance donne le champ de chaque colonne`,
      en: `has no column ${list}: "debouches survey template" writes a template, and a mapping gives the field of each column`,
    };
    throw new SurveyRefusedError([{ file, sheet, line: null, column: null, text, rows: 1 }]);
  }
}
