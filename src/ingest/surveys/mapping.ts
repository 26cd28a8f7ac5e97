import * as v from 'valibot';
import { alike, type Bilingual } from '../../domain/bilingual.ts';
import { RefusedFileError } from '../../domain/errors.ts';
import {
  HORIZONS,
  type Horizon,
  ROSTER_FIELDS,
  SITUATION_FIELDS,
  type SurveyField,
} from '../../domain/survey/layout.ts';
import { columnName } from '../sources/survey/table-shape.ts';
import { shownHeader } from './shown-value.ts';

/** How the files of a body are read: its columns onto fields, its values onto codes. */
export interface SurveyMapping {
  /** Field of each column by its name in the file; `situation@24` = of the horizon of 24 months. */
  readonly columns: Readonly<Record<string, string>>;
  /** Code of each value, by field and value in the file. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Values of fields that the file has no column of. */
  readonly constants: Readonly<Record<string, string>>;
  /** Columns that are not read. */
  readonly ignore: readonly string[];
  /** Whether titles of jobs are kept with the rows; by default they are dropped. */
  readonly keepJobTitles: boolean;
}

/** Columns have the default names, and values are codes. */
export const DEFAULT_MAPPING: SurveyMapping = {
  columns: {},
  values: {},
  constants: {},
  ignore: [],
  keepJobTitles: false,
};

/** A field that a column is of; `horizon`: the one that its name in the mapping says, null = that of the row. */
export interface MappedField {
  readonly field: SurveyField;
  readonly horizon: Horizon | null;
}

const FIELDS: ReadonlyMap<string, SurveyField> = new Map(
  [...ROSTER_FIELDS, ...SITUATION_FIELDS].map((field) => [field.name, field]),
);

const SITUATION_NAMES: ReadonlySet<string> = new Set(SITUATION_FIELDS.map(({ name }) => name));
const ROSTER_NAMES: ReadonlySet<string> = new Set(ROSTER_FIELDS.map(({ name }) => name));

/** Whether a field is one of situations alone. */
export function isOfSituation({ name }: SurveyField): boolean {
  return SITUATION_NAMES.has(name) && !ROSTER_NAMES.has(name);
}

/** Whether a field is one of the roster alone. */
export function isOfRoster({ name }: SurveyField): boolean {
  return ROSTER_NAMES.has(name) && !SITUATION_NAMES.has(name);
}

/** Lists have names too, those of their places. */
const NO_LIST = v.custom<Record<string, unknown>>((given) => !Array.isArray(given));
const TEXTS = v.pipe(NO_LIST, v.record(v.string(), v.string()));
const MAPPING = v.strictObject({
  columns: v.optional(TEXTS, {}),
  values: v.optional(v.pipe(NO_LIST, v.record(v.string(), TEXTS)), {}),
  constants: v.optional(TEXTS, {}),
  ignore: v.optional(v.array(v.string()), []),
  keepJobTitles: v.optional(v.boolean(), false),
});

/**
 * Reads a mapping, as JSON text.
 *
 * - Throws `RefusedFileError` naming what is not accepted: no JSON, an unknown member, a field that there
 *   is not, a value onto a code that its field does not have.
 */
export function parseMapping(text: string): SurveyMapping {
  const result = v.safeParse(v.pipe(NO_LIST, MAPPING), parseJson(text));
  if (!result.success) {
    const [issue] = result.issues;
    // Without what was given: a mapping is written beside a file of holders, and may be taken for it.
    const { en, fr } = faultOf(issue);
    throw new RefusedFileError({
      en: `the mapping cannot be used: ${en}; ${MAPPING_FORM} is accepted`,
      fr: `la correspondance ne peut pas servir\u00a0: ${fr}\u00a0; ${MAPPING_FORM} est accepté`,
    });
  }
  const mapping = named(result.output);
  for (const name of [...Object.values(mapping.columns), ...Object.keys(mapping.constants)]) {
    mappedField(name);
  }
  for (const [name, values] of Object.entries(mapping.values)) checkCodes(name, values);
  return mapping;
}

const MAPPING_FORM =
  '{"columns": {"column": "field"}, "values": {"field": {"value": "code"}}, "constants": {"field": "value"}, "ignore": ["column"], "keepJobTitles": false}';

const OBJECT = { en: 'an object', fr: 'un objet' };
const KINDS: Readonly<Record<string, Bilingual>> = {
  ...{ Object: OBJECT, unknown: OBJECT, Array: { en: 'a list', fr: 'une liste' } },
  ...{
    string: { en: 'a text', fr: 'un texte' },
    boolean: { en: 'true or false', fr: 'true ou false' },
  },
};

function faultOf({ expected, path }: v.BaseIssue<unknown>): Bilingual {
  const key = path?.[0]?.key;
  const member = Object.keys(MAPPING.entries).find((name) => name === key);
  if (key !== undefined && member === undefined) {
    return { en: 'it has a member that there is not', fr: 'elle a un membre qui n’existe pas' };
  }
  const isWithin = (path?.length ?? 0) > 1;
  const kind = KINDS[expected ?? ''] ?? { en: 'accepted', fr: 'accepté' };
  return {
    en: `${isWithin ? 'a member of ' : ''}${member ?? 'it'} is not ${kind.en}`,
    fr: `${isWithin ? 'un membre de ' : ''}${member ?? 'elle'} n’est pas ${kind.fr}`,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    // The parser quotes the text, which may be that of a file of holders.
    const place = /at position \d+( \(line \d+ column \d+\))?/.exec(String(error))?.[0];
    const where = place ? ` (${place})` : '';
    throw new RefusedFileError({
      en: `the mapping is no JSON${where}`,
      fr: `la correspondance n’est pas du JSON${where}`,
    });
  }
}

/** A mapping whose columns have the names that tables give them. */
function named(mapping: SurveyMapping): SurveyMapping {
  const columns = Object.entries(mapping.columns).map(([name, field]) => [columnName(name), field]);
  return {
    ...mapping,
    columns: Object.fromEntries(columns),
    ignore: mapping.ignore.map(columnName),
  };
}

/**
 * The field that a name of a mapping stands for: `situation`, or `situation@24`.
 *
 * - Throws `RefusedFileError` for another name, and for a horizon of a field that has none.
 */
export function mappedField(given: string): MappedField {
  const [, name = '', months] = /^([^@]*)(?:@(.*))?$/.exec(given) ?? [];
  const field = FIELDS.get(name);
  if (!field) {
    const fields = [...FIELDS.keys()].join(', ');
    throw new RefusedFileError({
      en: `the mapping names the field ${JSON.stringify(given)}, which there is not: ${fields} are accepted, those of situations also with a horizon, as situation@24`,
      fr: `la correspondance nomme le champ ${JSON.stringify(given)}, qui n’existe pas\u00a0: ${fields} sont acceptés, ceux des situations aussi avec un horizon, comme situation@24`,
    });
  }
  if (months === undefined) return { field, horizon: null };
  const horizon = HORIZONS.find((each) => String(each) === months);
  if (horizon === undefined || !isOfSituation(field) || name === 'horizon') {
    const horizons = HORIZONS.join(', @');
    throw new RefusedFileError({
      en: `the mapping names the field ${JSON.stringify(given)}: fields of situations are accepted with @${horizons}`,
      fr: `la correspondance nomme le champ ${JSON.stringify(given)}\u00a0: les champs des situations sont acceptés avec @${horizons}`,
    });
  }
  return { field, horizon };
}

function checkCodes(name: string, values: Readonly<Record<string, string>>): void {
  const { field } = mappedField(name);
  if (field.type !== 'ENUM') {
    throw new RefusedFileError({
      en: `the mapping has values of ${name}, which is no list of codes: values are mapped for lists of codes alone`,
      fr: `la correspondance a des valeurs de ${name}, qui n’est pas une liste de codes\u00a0: seules les valeurs de listes de codes ont des correspondances`,
    });
  }
  const codes = Object.keys(field.codes);
  const wrong = Object.values(values).find((code) => code !== '' && !codes.includes(code));
  if (wrong === undefined) return;
  throw new RefusedFileError({
    en: `the mapping maps a value of ${name} onto ${JSON.stringify(wrong)}: ${codes.join(', ')} are accepted, or nothing for a value that is not known`,
    fr: `la correspondance fait d’une valeur de ${name} ${JSON.stringify(wrong)}\u00a0: ${codes.join(', ')} sont acceptés, ou rien pour une valeur inconnue`,
  });
}

/** How a column of a file is read; null = not at all. */
export interface MappedColumn extends MappedField {
  /** As the file names it. */
  readonly header: string;
  readonly index: number;
}

/**
 * The columns of a file that are read, by a mapping.
 *
 * - Throws `RefusedFileError` naming columns that the mapping neither maps nor ignores, that there are
 *   twice, and fields of the mapping that the file has no column for.
 */
export function mapColumns(
  header: readonly string[],
  mapping: SurveyMapping,
  file: string,
): readonly MappedColumn[] {
  const columns: MappedColumn[] = [];
  const unknown: string[] = [];
  for (const [index, name] of header.entries()) {
    if (mapping.ignore.includes(name)) continue;
    const target = Object.hasOwn(mapping.columns, name) ? mapping.columns[name] : name;
    if (target === undefined || (target === name && !FIELDS.has(name))) {
      unknown.push(JSON.stringify(shownHeader(name, index)));
    } else columns.push({ ...mappedField(target), header: name, index });
  }
  if (unknown.length > 0) {
    // Where no name at all is known the first row may be that of a holder.
    const which =
      unknown.length === header.length
        ? {
            en: `all ${unknown.length} of them, by the first row that is not empty, which must name the columns`,
            fr: `les ${unknown.length}, d’après la première ligne qui n’est pas vide, qui doit nommer les colonnes`,
          }
        : alike(unknown.join(', '));
    throw new RefusedFileError({
      en: `${file} has columns that are not known: ${which.en}; name the field of each in the mapping ("columns"), or list it under "ignore"`,
      fr: `${file} a des colonnes inconnues\u00a0: ${which.fr}\u00a0; nommez le champ de chacune dans la correspondance («\u00a0columns\u00a0»), ou mettez-la sous «\u00a0ignore\u00a0»`,
    });
  }
  const keys = columns.map(({ field, horizon }) => `${field.name}@${horizon}`);
  const twice = columns.find((_, place) => keys.indexOf(keys[place] ?? '') !== place);
  if (twice) {
    throw new RefusedFileError({
      en: `${file} has two columns for ${twice.field.name}: one is accepted`,
      fr: `${file} a deux colonnes pour ${twice.field.name}\u00a0: une seule est acceptée`,
    });
  }
  const missing = Object.keys(mapping.columns).filter((name) => !header.includes(name));
  if (missing.length > 0 && missing.length === Object.keys(mapping.columns).length) {
    const some = missing.slice(0, 5).join(', ');
    throw new RefusedFileError({
      en: `${file} has none of the columns of the mapping (${some}): give the file that it is for`,
      fr: `${file} n’a aucune des colonnes de la correspondance (${some})\u00a0: donnez le fichier pour lequel elle est faite`,
    });
  }
  return columns;
}
