import type { MeasureUnit } from '../../domain/measures/measure.ts';
import type { ColumnHead, ColumnType } from '../dataset.ts';
import type { Language } from '../labels.ts';
import { withLabels } from '../labels.ts';
import type { ModelMeasure, ModelTable, SemanticModel } from '../model/model.ts';
import { tableNamed } from '../model/model.ts';
import type { ModelFile, WrittenFor } from '../model/model-file.ts';
import { DaxNames, daxLabel } from './dax.ts';
import { projectFiles } from './report.ts';
import { type PowerBiSource, parameters, rowsInM } from './rows.ts';
import { type TmdlObject, type TmdlProperty, tmdlName, tmdlText } from './tmdl.ts';

const CULTURES = { fr: 'fr-FR', en: 'en-US' } as const;

const TYPES: Readonly<Record<ColumnType, string>> = {
  ...{ TEXT: 'string', INTEGER: 'int64', NUMBER: 'double' },
  ...{ BOOLEAN: 'boolean', DATE: 'dateTime', DATETIME: 'dateTime' },
};

/** A project of Power BI (PBIP): the model as TMDL, and a report of one page on it. */
export function powerBiProject(
  model: SemanticModel,
  { language, url }: WrittenFor,
  source: PowerBiSource,
): ModelFile[] {
  const folder = 'Debouches.SemanticModel/definition';
  const others = (Object.keys(CULTURES) as Language[]).filter((each) => each !== language);
  const names = new DaxNames(model, language);
  const file = (path: string, objects: readonly TmdlObject[]) => ({
    ...{ path: `${folder}/${path}.tmdl`, text: tmdlText(objects) },
  });
  return [
    ...projectFiles(model, language),
    file('database', [
      { kind: 'database', name: null, properties: [['compatibilityLevel', '1600']] },
    ]),
    file('model', modelObjects(model, language)),
    file('expressions', parameters(url, source)),
    file('relationships', relationships(model, language)),
    ...model.tables.map((table) =>
      file(`tables/${table.name}`, [tableObject(model, table, language, names, source)]),
    ),
    ...others.map((other) =>
      file(`cultures/${CULTURES[other]}`, [culture(model, language, other)]),
    ),
    file(`cultures/${CULTURES[language]}`, [{ kind: 'cultureInfo', name: CULTURES[language] }]),
  ];
}

function modelObjects({ tables, description }: SemanticModel, language: Language): TmdlObject[] {
  return [
    {
      ...{ kind: 'model', name: 'Model', description: description[language] },
      properties: [
        ['culture', CULTURES[language]],
        ['defaultPowerBIDataSourceVersion', 'powerBI_V3'],
        // A rate that is dragged into a visual is not to be summed up.
        ['discourageImplicitMeasures', null],
        ['sourceQueryCulture', 'en-US'],
      ],
      children: [
        {
          ...{ kind: 'dataAccessOptions', name: null },
          properties: [
            ['legacyRedirects', null],
            ['returnErrorValuesAsNull', null],
          ],
        },
      ],
    },
    { kind: 'annotation', name: '__PBI_TimeIntelligenceEnabled', expression: ['0'] },
    ...tables.map(({ title }) => ({ kind: 'ref table', name: title[language] })),
    ...Object.values(CULTURES).map((name) => ({ kind: 'ref cultureInfo', name })),
  ];
}

function relationships({ tables, relations }: SemanticModel, language: Language): TmdlObject[] {
  // A relationship of Power BI has one column at either end.
  const simple = relations.filter(({ columns }) => columns.length === 1);
  return simple.map(({ name, from, to, columns }) => {
    const end = (table: ModelTable) => {
      const column = table.columns.find((each) => each.name === columns[0]);
      return `${tmdlName(table.title[language])}.${tmdlName(column?.label[language] ?? '')}`;
    };
    const many = tableNamed(tables, from);
    return {
      ...{ kind: 'relationship', name },
      properties: [
        // What is chosen of a bridge chooses certifications, each once, and these their cohorts.
        ...(many.kind === 'BRIDGE'
          ? [['crossFilteringBehavior', 'bothDirections'] satisfies TmdlProperty]
          : []),
        ['fromColumn', end(many)],
        ['toColumn', end(tableNamed(tables, to))],
      ],
    };
  });
}

function tableObject(
  model: SemanticModel,
  table: ModelTable,
  language: Language,
  names: DaxNames,
  source: PowerBiSource,
): TmdlObject {
  const measures = model.measures.filter((each) => each.table === table.name);
  return {
    ...{ kind: 'table', name: table.title[language], description: table.description[language] },
    children: [
      ...measures.map((measure) => measureObject(measure, language, names)),
      ...table.columns.flatMap((column) => columnObjects(table, column, language, names)),
      {
        ...{ kind: 'partition', name: table.title[language], expression: ['m'] },
        properties: [
          ['mode', 'import'],
          ['source', rowsInM(table, source)],
        ],
      },
    ],
  };
}

function measureObject(measure: ModelMeasure, language: Language, names: DaxNames): TmdlObject {
  const { label, description, folder, isPart, unit } = measure;
  return {
    ...{ kind: 'measure', name: label[language], description: description[language] },
    expression: names.lines(measure),
    properties: [
      ['formatString', formatOf(unit)],
      ...(isPart ? [['isHidden', null] satisfies TmdlProperty] : []),
      ['displayFolder', folder[language]],
    ],
  };
}

function formatOf(unit: MeasureUnit | null): string {
  if (unit === 'PERCENT') return '#,##0.00\\ \\%';
  return unit === null ? '#,##0.00' : '#,##0';
}

/** A column, and behind one of codes that of their labels. */
function columnObjects(
  table: ModelTable,
  column: ColumnHead,
  language: Language,
  names: DaxNames,
): TmdlObject[] {
  const { name, type, label, description, role, codes } = column;
  const isKey = table.key.includes(name);
  // A bridge or a fact is chosen from by what it is of.
  const isHidden = role === 'MEASURE' || (isKey && isForeign(table, name));
  const own: TmdlObject = {
    ...{ kind: 'column', name: label[language], description: description[language] },
    properties: [
      ['dataType', TYPES[type]],
      ...(isHidden ? [['isHidden', null] satisfies TmdlProperty] : []),
      ...(isKey && table.key.length === 1 ? [['isKey', null] satisfies TmdlProperty] : []),
      ...(type === 'DATE' ? [['formatString', 'Short Date'] satisfies TmdlProperty] : []),
      ['summarizeBy', 'none'],
      ['sourceColumn', name],
    ],
  };
  const labels = codes && withLabels([column], language).columns[1];
  if (!labels) return [own];
  return [
    own,
    {
      ...{ kind: 'column', name: labels.label[language] },
      description: labels.description[language],
      expression: [daxLabel(names.column(table, name), codes, language)],
      properties: [
        ['dataType', 'string'],
        ['summarizeBy', 'none'],
      ],
    },
  ];
}

/** Whether a key column is that of another table: then that one shows it. */
function isForeign({ kind, key }: ModelTable, name: string): boolean {
  return (kind === 'FACT' || kind === 'BRIDGE') && (name === key[0] || name === 'year');
}

/** What everything is called in another language than the model is written in. */
function culture(model: SemanticModel, language: Language, other: Language): TmdlObject {
  const told = (
    kind: string,
    {
      title,
      description,
    }: { title: Record<Language, string>; description: Record<Language, string> },
    more: readonly TmdlProperty[] = [],
  ): TmdlObject => ({
    ...{ kind, name: title[language] },
    properties: [['caption', title[other]], ['description', description[other]], ...more],
  });
  const tables = model.tables.map((table) => ({
    ...told('table', table),
    children: [
      ...model.measures
        .filter((each) => each.table === table.name)
        .map(({ label, description, folder }) =>
          told('measure', { title: label, description }, [['displayFolder', folder[other]]]),
        ),
      ...withLabels(table.columns, language).columns.map(({ label, description }) =>
        told('column', { title: label, description }),
      ),
    ],
  }));
  return {
    ...{ kind: 'cultureInfo', name: CULTURES[other] },
    children: [
      {
        ...{ kind: 'translations', name: null },
        children: [{ kind: 'model', name: 'Model', children: tables }],
      },
    ],
  };
}
