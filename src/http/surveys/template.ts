import type { Readable } from 'node:stream';
import type { Row } from '../../datasets/dataset.ts';
import { alike } from '../../domain/bilingual.ts';
import {
  EARLIEST_DATE,
  ROSTER_FIELDS,
  SITUATION_FIELDS,
  type SurveyField,
  TEMPLATE_SHEETS,
} from '../../domain/survey/layout.ts';
import type { AcceptedEntry, CellEntry } from '../formats/cell-entry.ts';
import type { Sheet, SheetColumn } from '../formats/sheet.ts';
import { workbook } from '../formats/workbook.ts';
import { ROSTER_EXAMPLES, SITUATION_EXAMPLES } from './template-examples.ts';
import { GUIDE } from './template-guide.ts';
import { templateValues, type ValueRow } from './template-values.ts';

const VALUES_SHEET = 'Valeurs';

/** Characters of codes, other than those of a list. */
const LENGTHS = {
  // RS1 to RNCP and nine digits.
  CODE: { min: 3, max: 13 },
  SIRET: { min: 14, max: 14 },
  COUNTRY: { min: 2, max: 2 },
  ROME: { min: 5, max: 5 },
} as const;

/**
 * The template of holders' surveys as an XLSX file, in French: sheets of the roster and of situations, empty
 * but for their header, whose cells accept what the import does; then codes, instructions and examples.
 */
export function surveyTemplate(): Readable {
  const values = templateValues();
  return workbook({
    title: 'Enquête auprès des titulaires d’une certification',
    source: {
      citation: 'Débouchés, modèle de fichier d’enquête auprès des titulaires.',
      ...{ licence: '', notice: null },
    },
    language: 'fr',
    sheets: [
      fieldSheet(TEMPLATE_SHEETS.roster, ROSTER_FIELDS, values, []),
      fieldSheet(TEMPLATE_SHEETS.situations, SITUATION_FIELDS, values, []),
      valueSheet(values),
      guideSheet(),
      fieldSheet('Exemple titulaires', ROSTER_FIELDS, values, ROSTER_EXAMPLES),
      fieldSheet('Exemple situations', SITUATION_FIELDS, values, SITUATION_EXAMPLES),
    ],
  });
}

function fieldSheet(
  name: string,
  fields: readonly SurveyField[],
  values: readonly ValueRow[],
  examples: readonly Readonly<Partial<Record<string, string | number>>>[],
): Sheet {
  const rows = examples.map((example) => fields.map((field) => example[field.name] ?? null));
  return {
    name,
    columns: fields.map((field) => columnOf(field, values)),
    batches: oneBatch(rows),
  };
}

function columnOf(field: SurveyField, values: readonly ValueRow[]): SheetColumn {
  const shared = {
    label: alike(field.name),
    width: Math.max(14, field.name.length + 4),
    entry: entryOf(field, values),
  };
  switch (field.type) {
    case 'DATE':
      return { ...shared, type: 'DATE', format: 'SHORT_DATE' };
    case 'INTEGER':
      return { ...shared, type: 'INTEGER' };
    default:
      return { ...shared, type: 'TEXT', format: 'PLAIN_TEXT' };
  }
}

function entryOf(field: SurveyField, values: readonly ValueRow[]): CellEntry {
  const accepts = acceptedOf(field, values);
  return {
    accepts,
    title: field.label.fr,
    prompt: field.note.fr,
    error: errorOf(accepts),
  };
}

function acceptedOf(field: SurveyField, values: readonly ValueRow[]): AcceptedEntry {
  switch (field.type) {
    case 'ENUM':
    case 'REGION':
      return { kind: 'LIST', source: rangeOf(field.name, values) };
    case 'INTEGER': {
      const { min, max, accepted } = field;
      if (accepted) return { kind: 'LIST', source: `"${accepted.join(',')}"` };
      return { kind: 'WHOLE_NUMBER', min, max };
    }
    case 'DATE':
      return { kind: 'PAST_DAY', from: EARLIEST_DATE };
    case 'TEXT':
      return { kind: 'TEXT_LENGTH', min: 1, max: field.longest };
    default:
      return { kind: 'TEXT_LENGTH', ...LENGTHS[field.type] };
  }
}

/** The cells of the sheet of values that hold the codes of a field. */
function rangeOf(name: string, values: readonly ValueRow[]): string {
  const first = values.findIndex(({ fields }) => fields.includes(name));
  const last = values.findLastIndex(({ fields }) => fields.includes(name));
  // Rows are counted from 1, and the header is one.
  return `${VALUES_SHEET}!$B$${first + 2}:$B$${last + 2}`;
}

function errorOf(accepts: AcceptedEntry): string {
  switch (accepts.kind) {
    case 'LIST':
      return 'Choisissez une valeur de la liste\u00a0; la feuille Valeurs dit ce que chacune veut dire. Laissez la cellule vide si la valeur n’est pas connue.';
    case 'WHOLE_NUMBER':
      return `Écrivez un nombre entier de ${accepts.min} à ${accepts.max}, ou laissez la cellule vide.`;
    case 'PAST_DAY':
      return 'Écrivez une date du 01/01/2000 à aujourd’hui, ou laissez la cellule vide.';
    case 'TEXT_LENGTH':
      return accepts.min === accepts.max
        ? `Écrivez un code de ${accepts.max} caractères, ou laissez la cellule vide.`
        : `Écrivez un texte de ${accepts.min} à ${accepts.max} caractères, ou laissez la cellule vide.`;
  }
}

function valueSheet(values: readonly ValueRow[]): Sheet {
  const text = (name: string, width: number): SheetColumn => ({
    ...{ type: 'TEXT', label: alike(name), format: 'PLAIN_TEXT', width },
  });
  const columns = [
    text('Champ', 36),
    text('Code', 28),
    text('Libellé', 56),
    text('Dans les taux', 80),
  ];
  const rows = values.map(({ fields, code, label, effect }) => [
    ...[fields.join(', '), code, label, effect],
  ]);
  return { name: VALUES_SHEET, columns, batches: oneBatch(rows) };
}

function guideSheet(): Sheet {
  const text = (name: string, width: number): SheetColumn => ({
    ...{ type: 'TEXT', label: alike(name), format: 'WRAPPED', width },
  });
  return {
    name: 'Mode d’emploi',
    columns: [text('Sujet', 28), text('Ce qu’il faut savoir', 110)],
    batches: oneBatch(GUIDE),
  };
}

async function* oneBatch(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
