import type { ComparedItem, ComparedList } from '../../domain/changes/compared-fiche.ts';
import type { DB } from '../tables.ts';

/** How the rows of a table are compared as a list of a fiche. */
export interface ListTable {
  readonly table: keyof DB & string;
  readonly fields: ComparedList['fields'];
  /** What is compared: a row that has these alike has not changed. */
  readonly columns: readonly string[];
  /** Of a table of several lists: the column that tells them apart, and its value. */
  readonly which?: readonly [column: string, value: string];
  readonly itemOf: (row: Row) => ComparedItem;
}

type Cell = string | number | boolean | null;

/** A row by its columns; days are ISO text. */
export type Row = Readonly<Record<string, Cell | readonly Cell[]>>;

/** A cell as text; null stays null. */
export function textOf(cell: Row[string] | undefined): string | null {
  if (cell === null || cell === undefined) return null;
  return typeof cell === 'object' ? cell.join(', ') : String(cell);
}

/** An item that is recognised by one text, which readers see as well. */
function item(key: string | null, ...cells: readonly (string | null)[]): ComparedItem {
  return { key: key ?? '', item: key ?? '', cells };
}

/** Codes of a nomenclature, each with its label. */
function codes(table: ListTable['table'], field: ComparedList['fields'][0]): ListTable {
  return {
    ...{ table, fields: [field], columns: ['code', 'label'] },
    itemOf: (row) => item(textOf(row['code']), textOf(row['label']) ?? textOf(row['code'])),
  };
}

function links(field: 'REPLACES' | 'REPLACED_BY'): ListTable {
  return {
    ...{ table: 'lineage_link', fields: [field], columns: ['other_code'] },
    which: ['direction', field],
    itemOf: (row) => item(textOf(row['other_code']), textOf(row['other_code'])),
  };
}

/** All lists of a fiche, but for cohorts and partners, in the order that changes are told in. */
export const LIST_TABLES: readonly ListTable[] = [
  {
    table: 'block',
    fields: [
      ...(['BLOCK', 'BLOCK_SKILLS', 'BLOCK_ASSESSMENT_MODES'] as const),
      ...(['BLOCK_ENTRY_PREREQUISITES', 'BLOCK_VALIDATION_PREREQUISITES'] as const),
    ],
    columns: [
      ...['code', 'title', 'skills', 'assessment_modes'],
      ...['entry_prerequisites', 'validation_prerequisites'],
    ],
    itemOf: ({ code = null, ...cells }) =>
      item(
        textOf(code),
        textOf(cells['title']),
        textOf(cells['skills']),
        textOf(cells['assessment_modes']),
        textOf(cells['entry_prerequisites']),
        textOf(cells['validation_prerequisites']),
      ),
  },
  {
    table: 'certification_certifier',
    fields: [
      ...(['CERTIFIER', 'CERTIFIER_STATE', 'CERTIFIER_STATE_CHANGED_ON'] as const),
      ...(['CERTIFIER_TRADE_NAME', 'CERTIFIER_WEBSITE'] as const),
    ],
    columns: ['siret', 'name', 'state', 'state_changed_on', 'trade_name', 'website'],
    itemOf: ({ siret = null, name = null, ...cells }) =>
      item(
        textOf(siret ?? name),
        textOf(name),
        textOf(cells['state']),
        textOf(cells['state_changed_on']),
        textOf(cells['trade_name']),
        textOf(cells['website']),
      ),
  },
  codes('certification_occupation', 'OCCUPATION'),
  codes('certification_speciality', 'SPECIALITY'),
  codes('certification_formacode', 'FORMACODE'),
  {
    table: 'access_route',
    fields: ['ACCESS_ROUTE', 'ACCESS_ROUTE_JURY', 'ACCESS_ROUTE_CHANGED_ON'],
    columns: ['route', 'open', 'jury', 'changed_on'],
    itemOf: ({ route = null, ...cells }) =>
      item(
        textOf(route),
        textOf(cells['open']),
        textOf(cells['jury']),
        textOf(cells['changed_on']),
      ),
  },
  {
    ...{ table: 'legal_reference', fields: ['LEGAL_REFERENCE'] },
    columns: ['kind', 'title', 'published_on'],
    itemOf: (row) => whole(row['kind'], [row['title'], row['published_on']]),
  },
  {
    ...{ table: 'collective_agreement', fields: ['COLLECTIVE_AGREEMENT'] },
    columns: ['kind', 'number', 'label'],
    itemOf: ({ kind, number, label }) =>
      item(joined([kind, number]), textOf(label) ?? joined([kind, number])),
  },
  {
    ...{ table: 'equivalence', fields: ['EQUIVALENCE'] },
    columns: ['source_blocks', 'target_code', 'target_blocks'],
    itemOf: ({ source_blocks: source, target_code: code, target_blocks: target }) => {
      const to = joined([code, target]);
      return whole(code, [textOf(source) ? `${textOf(source)} → ${to}` : to]);
    },
  },
  links('REPLACES'),
  links('REPLACED_BY'),
];

/** An item that is recognised by all it says: another one is not it. */
function whole(name: Row[string] | undefined, cells: readonly (Row[string] | undefined)[]) {
  const text = joined(cells) ?? textOf(name);
  return { key: `${textOf(name)} ${text}`, item: textOf(name) ?? '', cells: [text] };
}

function joined(cells: readonly (Row[string] | undefined)[]): string | null {
  const texts = cells.map(textOf).filter((text) => text !== null && text !== '');
  return texts.length > 0 ? texts.join(' ') : null;
}

/** What is compared of a partner. */
export const PARTNER_COLUMNS = ['name', 'siret', 'role', 'state'] as const;

/** A line of « Partenaires » in words. */
export function partnerText(row: Row): string {
  const said = [row['role'], row['state']].map(textOf).filter((text) => text !== null);
  const name = [row['name'], row['siret']].map(textOf).filter((text) => text !== null);
  return name.join(' ') + (said.length > 0 ? ` (${said.join(', ')})` : '');
}
