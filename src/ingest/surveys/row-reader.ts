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
import { cellText } from './cell-text.ts';
import {
  isOfRoster,
  isOfSituation,
  type MappedColumn,
  type MappedField,
  mapColumns,
  mappedField,
} from './mapping.ts';
import { type Refusals, SurveyRefusedError } from './refusals.ts';
import { shownHeader } from './shown-value.ts';

/** Values of one row by field; null = empty, or no column. */
export type RowValues = Readonly<Record<string, string | number | null>>;
type Values = Record<string, string | number | null>;

/** A table of a file, as far as its rows are read by it. */
export interface TableHead {
  readonly name: string;
  readonly sheet: string | null;
  readonly header: readonly string[];
}

const NO_VALUES: RowValues = Object.fromEntries(
  [...ROSTER_FIELDS, ...SITUATION_FIELDS].map(({ name }) => [name, null]),
);

/** What one row says, until the next one is read: millions of rows are read into the same objects. */
export interface ReadRow {
  readonly own: RowValues;
  /** By horizon of the mapping. */
  readonly at: ReadonlyMap<Horizon, RowValues>;
  /** Horizons at which a cell tells of a situation; null = that of the row itself. */
  readonly told: ReadonlySet<Horizon | null>;
}

/** Fields by which nothing is told of a situation: only of which it would be, when and how it is known. */
const OF_NO_SITUATION: ReadonlySet<string> = new Set(['horizon', 'date_observation', 'source']);

/** How the cell of a column is read, and where its value goes. */
interface CellOf {
  readonly reader: CellReader;
  readonly index: number;
  readonly name: string;
  readonly horizon: Horizon | null;
  /** Whether a value tells of a situation. */
  readonly tells: boolean;
  readonly values: Values;
}

/** A value of the mapping that each row has. */
interface Constant extends MappedField {
  readonly value: string | number | null;
}

/** Reads the rows of one table by a mapping, and gathers what cannot be read. */
export class RowReader {
  readonly isRoster: boolean;
  readonly isSituations: boolean;
  /** Horizons of fields that name one in the mapping. */
  readonly horizons: readonly Horizon[];
  readonly #head: TableHead;
  readonly #refusals: Refusals;
  readonly #readers: readonly CellReader[];
  readonly #row: { own: Values; at: Map<Horizon, Values>; told: Set<Horizon | null> };
  readonly #cells: readonly CellOf[];
  readonly #ignored: readonly { readonly index: number; readonly identity: IdentityColumn }[];
  readonly #constants: readonly Constant[];

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
    this.#constants = this.#readConstants(context);
    this.isRoster = columns.some(({ field }) => isOfRoster(field));
    this.isSituations = columns.some(({ field }) => isOfSituation(field));
    this.horizons = HORIZONS.filter((each) => columns.some(({ horizon }) => horizon === each));
    this.#refuseMissing(new Set([...columns, ...this.#constants].map(({ field }) => field.name)));
    if (this.horizons.length > 0) this.#refuseWithoutHorizon(columns);
    const own = this.#blank(null);
    const at = new Map(this.horizons.map((each) => [each, this.#blank(each)]));
    this.#row = { own, at, told: new Set() };
    this.#cells = this.#readers.map((reader) => {
      const { field, horizon, index } = reader.column;
      const tells = isOfSituation(field) && !OF_NO_SITUATION.has(field.name);
      const values = horizon === null ? own : at.get(horizon);
      return { reader, index, name: field.name, horizon, tells, values: values ?? own };
    });
  }

  /** Whether the table says a field at a horizon of the mapping, or at that of the row; or a constant does. */
  has(name: string, at: Horizon | null): boolean {
    return (
      this.#readers.some(({ column }) => column.field.name === name && column.horizon === at) ||
      this.#constants.some(
        ({ field, horizon }) => field.name === name && (horizon === at || horizon === null),
      )
    );
  }

  /**
   * The values of a row: those of the row itself, and those of each horizon that the mapping names; null
   * when one cannot be read, which is a refusal.
   */
  read(cells: readonly string[], line: number): ReadRow | null {
    const { own, at, told } = this.#row;
    told.clear();
    let isReadable = true;
    for (const { reader, index, name, horizon, tells, values } of this.#cells) {
      const value = reader.read(cells[index] ?? '');
      if (tells && value !== null) told.add(horizon);
      if (value === UNREADABLE) {
        this.refuse(line, reader.column.header, reader.fault, 'VALUE');
        isReadable = false;
      } else values[name] = value;
    }
    for (const { index, identity } of this.#ignored) identity.look(cellText(cells[index] ?? ''));
    for (const name of ['certification', 'id_titulaire']) {
      for (const values of at.values()) values[name] = own[name] ?? null;
      if (own[name] !== null || !isReadable) continue;
      this.refuse(line, this.headerOf(name, null), {
        fr: 'est vide\u00a0: chaque ligne la donne',
        en: 'is empty: each row gives it',
      });
      isReadable = false;
    }
    return isReadable ? this.#row : null;
  }

  refuse(
    line: number | null,
    column: string | null,
    text: Bilingual,
    about: 'VALUE' | 'ROW' = 'ROW',
  ): void {
    const { name: file, sheet } = this.#head;
    this.#refusals.add({ file, sheet, line, column }, text, about);
  }

  /** What the file calls the column of a field. */
  headerOf(name: string, horizon: Horizon | null): string {
    const reader = this.#readers.find(
      ({ column }) => column.field.name === name && column.horizon === horizon,
    );
    return reader?.column.header ?? name;
  }

  /**
   * Says what can be said of columns when all of their values are read: the file is refused when one
   * turned out to hold identities, before anything else that is wrong with it is said; and values of a
   * column are no longer named when they are too many to be codes.
   *
   * - Throws `SurveyRefusedError`.
   */
  finish(): void {
    const kinds = this.#head.header.map((_, index) => {
      const reader = this.#readers.find(({ column }) => column.index === index);
      const ignored = this.#ignored.find((each) => each.index === index);
      return (reader ?? ignored)?.identity.identity ?? null;
    });
    this.#refuseIdentities(kinds);
    const { name: file, sheet } = this.#head;
    for (const { manyUnknown, column } of this.#readers) {
      if (!manyUnknown) continue;
      this.#refusals.replaceValues({ file, sheet, column: column.header }, manyUnknown);
    }
  }

  #refuseIdentities(kinds: readonly ReturnType<typeof identityOfHeader>[]): void {
    const { header } = this.#head;
    const found = kinds.flatMap((kind, index) => {
      if (kind === null) return [];
      return [identityRefusal(shownHeader(header[index] ?? '', index), kind)];
    });
    if (found.length > 0) this.#refuseTable(...found);
  }

  #refuseTable(...texts: readonly Bilingual[]): never {
    const { name: file, sheet } = this.#head;
    const place = { file, sheet, line: null, column: null, rows: 1 };
    throw new SurveyRefusedError(texts.map((text) => ({ ...place, text })));
  }

  #readConstants(context: CellContext): readonly Constant[] {
    return Object.entries(context.mapping.constants).flatMap(([given, text]) => {
      const mapped = mappedField(given);
      const reader = new CellReader({ ...mapped, header: given, index: -1 }, context);
      const value = reader.read(text);
      if (value !== UNREADABLE) return [{ ...mapped, value }];
      this.refuse(null, `constants.${given}`, reader.fault);
      return [];
    });
  }

  /** What each row says at a horizon before its cells are read; null = by itself. */
  #blank(at: Horizon | null): Values {
    const values: Values = { ...NO_VALUES };
    if (at !== null) values['horizon'] = at;
    // Those that name a horizon come last: they are said of it alone.
    for (const of of new Set([null, at])) {
      for (const { field, horizon, value } of this.#constants) {
        if (horizon === of) values[field.name] = value;
      }
    }
    return values;
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
    this.#refuseTable({
      fr: `n’a pas de colonne ${list}\u00a0: « debouches survey template » écrit un modèle, et une correspondance donne le champ de chaque colonne`,
      en: `has no column ${list}: "debouches survey template" writes a template, and a mapping gives the field of each column`,
    });
  }

  /** Refuses columns of situations of which it is not said which horizon they are of, where others say it. */
  #refuseWithoutHorizon(columns: readonly MappedColumn[]): void {
    const found = columns.filter(({ field, horizon }) => isOfSituation(field) && horizon === null);
    const [first] = found;
    if (first === undefined) return;
    const list = found.map(({ header, index }) => JSON.stringify(shownHeader(header, index)));
    const suffixed = this.horizons.map((each) => `${first.field.name}@${each}`).join(', ');
    this.#refuseTable({
      fr: `a des colonnes dont l’horizon n’est pas dit, alors que d’autres l’ont\u00a0: ${list.join(', ')}\u00a0; dites-le dans la correspondance (${suffixed}), ou ignorez-les`,
      en: `has columns without a horizon while others have one: ${list.join(', ')}; say it in the mapping (${suffixed}), or ignore them`,
    });
  }
}
