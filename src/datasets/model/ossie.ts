import type { MeasureUnit } from '../../domain/measures/measure.ts';
import type { ColumnHead, ColumnType } from '../dataset.ts';
import { withLabels } from '../labels.ts';
import {
  isAggregate,
  type ModelMeasure,
  type ModelTable,
  type SemanticModel,
  storedTables,
  treeOf,
} from './model.ts';
import { PLACEHOLDERS, type WrittenFor, yamlText } from './model-file.ts';
import { labelSql, measureSql } from './sql.ts';

/** The version of the specification of Apache Ossie, formerly Open Semantic Interchange. */
const VERSION = '0.2.0.dev0';

const TYPES: Readonly<Record<ColumnType, string>> = {
  ...{ TEXT: 'String', INTEGER: 'Integer', NUMBER: 'Float' },
  ...{ BOOLEAN: 'Boolean', DATE: 'Date', DATETIME: 'DateTimeTz' },
};

/** The model as a document of Apache Ossie, over the tables of `bi`. */
export function ossieText(model: SemanticModel, { language }: WrittenFor): string {
  const other = language === 'fr' ? 'en' : 'fr';
  const ansi = (expression: string) => ({ dialects: [{ dialect: 'ANSI_SQL', expression }] });
  const field = ({ name, type, label, description }: ColumnHead, sql: string) => ({
    ...{ name, expression: ansi(sql) },
    // A year is a whole number, and a time all the same.
    dimension: { is_time: name === 'year' || type === 'DATE' || type === 'DATETIME' },
    ...{ label: label[language], description: description[language], datatype: TYPES[type] },
    ai_context: { synonyms: [label[other]] },
  });
  const dataset = ({ name, key, title, description, columns }: ModelTable) => ({
    ...{ name, source: `${PLACEHOLDERS.database}.bi.${name}`, primary_key: [...key] },
    description: `${title[language]}. ${description[language]}`,
    ai_context: { synonyms: [title[other]] },
    fields: columns.flatMap((column) => {
      const [own, label] = withLabels([column], language).columns;
      return [
        field(own ?? column, column.name),
        ...(label && column.codes
          ? [field(label, labelSql(column.name, column.codes, language))]
          : []),
      ];
    }),
  });
  const metric = (measure: ModelMeasure) => ({
    ...{ name: measure.name, expression: ansi(measureSql(model, measure)) },
    description: `${measure.label[language]}. ${measure.description[language]}`,
    datatype: datatypeOf(measure, measure.unit),
    ai_context: { synonyms: [measure.label[other]] },
  });
  return yamlText({
    version: VERSION,
    semantic_model: [
      {
        name: 'debouches',
        description: `${model.title[language]}. ${model.description[language]}`,
        ai_context: { instructions: model.description[language] },
        datasets: storedTables(model).map(dataset),
        relationships: treeOf(model).map(({ name, from, to, columns }) => ({
          ...{ name, from, to, from_columns: [...columns], to_columns: [...columns] },
        })),
        metrics: model.measures.map(metric),
      },
    ],
  });
}

function datatypeOf({ formula }: ModelMeasure, unit: MeasureUnit | null): string {
  return isAggregate(formula) && unit !== null ? 'Integer' : 'Float';
}
