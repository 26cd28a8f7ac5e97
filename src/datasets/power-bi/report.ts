import type { Language } from '../labels.ts';
import { type ModelTable, measureNamed, type SemanticModel, tableNamed } from '../model/model.ts';
import { jsonText, type ModelFile } from '../model/model-file.ts';

const SCHEMAS = 'https://developer.microsoft.com/json-schemas/fabric';
const ITEM = `${SCHEMAS}/item`;

/** A field of a visual: a column or a measure, with the table it is of. */
interface Field {
  readonly kind: 'Column' | 'Measure';
  readonly table: string;
  readonly name: string;
}

/** The files of a project beside its model: what Power BI opens, and a report of one page. */
export function projectFiles(model: SemanticModel, language: Language): ModelFile[] {
  const report = 'Debouches.Report';
  const page = `${report}/definition/pages/rates`;
  const file = (path: string, schema: string, value: object) => ({
    ...{ path, text: jsonText({ $schema: `${schema}/schema.json`, ...value }) },
  });
  const fields = shown(model, language);
  return [
    file('Debouches.pbip', `${SCHEMAS}/pbip/pbipProperties/1.0.0`, {
      version: '1.0',
      artifacts: [{ report: { path: report } }],
      settings: { enableAutoRecovery: true },
    }),
    file(
      'Debouches.SemanticModel/definition.pbism',
      `${ITEM}/semanticModel/definitionProperties/1.0.0`,
      { version: '4.0', settings: {} },
    ),
    file(`${report}/definition.pbir`, `${ITEM}/report/definitionProperties/1.0.0`, {
      version: '4.0',
      datasetReference: { byPath: { path: '../Debouches.SemanticModel' } },
    }),
    file(`${report}/definition/version.json`, `${ITEM}/report/definition/versionMetadata/1.0.0`, {
      version: '1.0.0',
    }),
    file(`${report}/definition/report.json`, `${ITEM}/report/definition/report/1.0.0`, {
      themeCollection: {},
      layoutOptimization: 'None',
    }),
    file(`${report}/definition/pages/pages.json`, `${ITEM}/report/definition/pagesMetadata/1.0.0`, {
      pageOrder: ['rates'],
      activePageName: 'rates',
    }),
    file(`${page}/page.json`, `${ITEM}/report/definition/page/1.0.0`, {
      name: 'rates',
      displayName: model.title[language],
      displayOption: 'FitToPage',
      ...{ height: 720, width: 1280 },
    }),
    file(`${page}/visuals/table/visual.json`, `${ITEM}/report/definition/visualContainer/1.0.0`, {
      name: 'table',
      position: { x: 20, y: 20, z: 0, height: 680, width: 1240 },
      visual: {
        visualType: 'tableEx',
        query: { queryState: { Values: { projections: fields.map(projection) } } },
        drillFilterOtherVisuals: true,
      },
    }),
  ];
}

/** Years, and the figures of each. */
function shown(model: SemanticModel, language: Language): Field[] {
  const column = (table: ModelTable, name: string): Field[] =>
    table.columns
      .filter((each) => each.name === name)
      .map(({ label }) => ({
        ...{ kind: 'Column', table: table.title[language], name: label[language] },
      }));
  const measure = (name: string): Field => {
    const { table, label } = measureNamed(model, name);
    const { title } = tableNamed(model.tables, table);
    return { kind: 'Measure', table: title[language], name: label[language] };
  };
  const figures = ['certified', 'global_6_months_rate', 'global_6_months_low'];
  return [
    ...column(tableNamed(model.tables, 'year'), 'year'),
    ...[...figures, 'global_6_months_high', 'global_6_months_base'].map(measure),
  ];
}

function projection({ kind, table, name }: Field) {
  return {
    field: { [kind]: { Expression: { SourceRef: { Entity: table } }, Property: name } },
    queryRef: `${table}.${name}`,
    nativeQueryRef: name,
  };
}
