import type { Cell, Row } from '../../datasets/dataset.ts';
import type { RowsAddress } from './address.ts';
import type { AnswerForm } from './form.ts';
import { type EntitySet, keyOf, NAMESPACE } from './model.ts';
import type { RowsQuery } from './query.ts';
import type { WrittenProperty } from './written-property.ts';

/** What an answer with rows is of. */
export interface Written {
  readonly address: RowsAddress;
  readonly query: RowsQuery;
  readonly form: AnswerForm;
  readonly properties: readonly WrittenProperty[];
  /** Address of the service, with a slash at its end. */
  readonly root: string;
}

/** The name of control information, which 4.01 has without a prefix. */
export function control(name: string, { version }: Pick<AnswerForm, 'version'>): string {
  return `@${version === '4.0' ? 'odata.' : ''}${name}`;
}

/** Columns that rows are read with: those of the properties, and the key where rows say it. */
export function readNames({ address: { set }, query, form, properties }: Written): string[] {
  const names = new Set(properties.map(({ column }) => column));
  if (form.level === 'full' && !query.applied) {
    for (const { column } of set.key) names.add(column.name);
  }
  return [...names];
}

/** What stands before the rows of a collection. */
export function collectionHead(written: Written, total: number | null): string {
  const { form } = written;
  const members = [
    ...contextMember(written),
    ...(total === null
      ? []
      : [`"${control('count', form)}":${form.asTexts ? `"${total}"` : total}`]),
  ];
  return `{${members.map((member) => `${member},`).join('')}"value":[\n`;
}

/** What stands behind them. */
export function collectionTail({ form }: Written, nextLink: string | null): string {
  const link =
    nextLink === null ? '' : `,"${control('nextLink', form)}":${JSON.stringify(nextLink)}`;
  return `\n]${link}}\n`;
}

/** A single row. */
export function entityText(written: Written, row: string): string {
  const inner = row.slice(1);
  return `{${contextMember(written)
    .map((member) => `${member},`)
    .join('')}${inner}\n`;
}

/** A single property. */
export function propertyText(written: Written, property: WrittenProperty, cell: Cell): string {
  const members = [
    ...contextMember(written),
    `"value":${valueWriter(property, written.form)(cell)}`,
  ];
  return `{${members.join(',')}}\n`;
}

function contextMember({ address, query, form, properties, root }: Written): string[] {
  if (form.level === 'none') return [];
  const { set, kind } = address;
  const select = query.applied ?? query.select;
  const list = select ? `(${properties.map(({ name }) => name).join(',')})` : '';
  const of = kind === 'ENTITY' ? `${list}/$entity` : list;
  const fragment =
    kind === 'PROPERTY'
      ? `${set.name}${askedKey(address)}/${properties[0]?.name ?? ''}`
      : set.name + of;
  return [`"${control('context', form)}":${JSON.stringify(`${root}$metadata#${fragment}`)}`];
}

/** The key of the row that is asked for, in brackets. */
function askedKey({ set, key }: RowsAddress): string {
  return keyOf(set, (column) => {
    const property = set.key.find((each) => each.column.name === column);
    const { type, value } = key?.get(property?.name ?? '') ?? { type: 'NULL', value: null };
    return type === 'MOMENT' ? new Date(Number(value)).toISOString() : value;
  });
}

/** What makes the text of a row, whose cells are those of `names`. */
export function rowWriter(
  { address: { set }, query, form, properties }: Written,
  names: readonly string[],
): (row: Row) => string {
  const members = properties.map((property) => {
    const note = typeNote(property, form, query);
    return {
      place: names.indexOf(property.column),
      before: `${note}${JSON.stringify(property.name)}:`,
      write: valueWriter(property, form),
    };
  });
  const isIdentified = form.level === 'full' && !query.applied;
  return (row) => {
    let text = isIdentified ? `{${identity(set, form, names, row)}` : '{';
    let separator = isIdentified ? ',' : '';
    for (const { place, before, write } of members) {
      text += separator + before + write(row[place] ?? null);
      separator = ',';
    }
    return `${text}}`;
  };
}

function identity(set: EntitySet, form: AnswerForm, names: readonly string[], row: Row): string {
  const id = set.name + keyOf(set, (column) => row[names.indexOf(column)] ?? null);
  return `"${control('type', form)}":"#${NAMESPACE}.${set.name}","${control('id', form)}":${JSON.stringify(id)}`;
}

/** Types that are seen from the value itself. */
const SEEN: ReadonlySet<string> = new Set(['Edm.String', 'Edm.Boolean', 'Edm.Double']);

/** The type of a value, where it is said: everywhere in full, and of what no type declares. */
function typeNote({ name, type }: WrittenProperty, form: AnswerForm, { applied }: RowsQuery) {
  const { level, version } = form;
  const isSaid = level === 'full' || (level === 'minimal' && applied !== null);
  if (!isSaid || SEEN.has(type)) return '';
  const hash = version === '4.0' ? '#' : '';
  return `${JSON.stringify(name + control('type', form))}:"${hash}${type.slice('Edm.'.length)}",`;
}

function valueWriter({ type, cellFor }: WrittenProperty, form: AnswerForm): (cell: Cell) => string {
  if (type === 'Edm.Decimal' && form.asTexts) {
    return (cell) => (cell === null ? 'null' : `"${cell}"`);
  }
  return (cell) => JSON.stringify(cellFor(cell));
}
