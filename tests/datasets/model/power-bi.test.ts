import { describe, expect, test } from 'vitest';
import { withLabels } from '../../../src/datasets/labels.ts';
import type { SemanticModel } from '../../../src/datasets/model/model.ts';
import { powerBiProject } from '../../../src/datasets/power-bi/project.ts';
import { columnReference, readTmdl, type TmdlNode } from './tmdl-reader.ts';
import { ENGLISH, FRENCH, MODEL, WIDER_MODEL } from './wider-star.ts';

/** A project by its paths, its TMDL read. */
function project(
  model: SemanticModel,
  written: typeof FRENCH | typeof ENGLISH = FRENCH,
  source: 'odata' | 'postgresql' = 'odata',
) {
  const files = new Map(
    powerBiProject(model, written, source).map(({ path, text }) => [path, text]),
  );
  const tmdl = (path: string) =>
    readTmdl(files.get(`Debouches.SemanticModel/definition/${path}.tmdl`) ?? '');
  const tables = model.tables.map(({ name }) => tmdl(`tables/${name}`)[0] as TmdlNode);
  return { files, tmdl, tables };
}

const named = ({ children }: TmdlNode, kind: string) =>
  children.filter((child) => child.kind === kind);
const namesOf = (nodes: readonly TmdlNode[]) => nodes.map(({ name }) => name ?? '');

describe('the project of Power BI', () => {
  test('has every column of the star under its French name, with its type, and sums none', () => {
    const { tables } = project(MODEL);
    const types = { TEXT: 'string', INTEGER: 'int64', NUMBER: 'double', BOOLEAN: 'boolean' };
    for (const [at, table] of MODEL.tables.entries()) {
      const columns = named(tables[at] as TmdlNode, 'column');
      expect(tables[at]?.name).toBe(table.title.fr);
      expect(namesOf(columns)).toEqual(
        withLabels(table.columns, 'fr').columns.map(({ label }) => label.fr),
      );
      for (const column of table.columns) {
        const written = columns.find(
          ({ properties }) => properties.get('sourceColumn') === column.name,
        );
        const type = column.type in types ? types[column.type as keyof typeof types] : 'dateTime';
        expect([column.name, written?.properties.get('dataType')]).toEqual([column.name, type]);
        expect(written?.description).toBe(column.description.fr);
      }
      expect(columns.map(({ properties }) => properties.get('summarizeBy'))).toEqual(
        columns.map(() => 'none'),
      );
    }
  });

  test('names each measure once, beside no column of its name', () => {
    for (const written of [FRENCH, ENGLISH]) {
      const { tables } = project(MODEL, written);
      const measures = tables.flatMap((table) => namesOf(named(table, 'measure')));
      expect(new Set(measures.map((name) => name.toLowerCase())).size).toBe(measures.length);
      expect(measures.length).toBe(MODEL.measures.length);
      for (const table of tables) {
        const own = namesOf([...named(table, 'column'), ...named(table, 'measure')]);
        expect(new Set(own.map((name) => name.toLowerCase())).size).toBe(own.length);
      }
    }
  });

  test('refers in DAX to columns and measures that are there', () => {
    for (const model of [MODEL, WIDER_MODEL]) {
      const { tables } = project(model);
      const measures = new Set(tables.flatMap((table) => namesOf(named(table, 'measure'))));
      const columns = new Map(
        tables.map((table) => [table.name ?? '', new Set(namesOf(named(table, 'column')))]),
      );
      const expressions = tables.flatMap(({ children }) =>
        children.flatMap(({ kind, expression }) =>
          kind === 'partition' ? [] : (expression ?? []),
        ),
      );
      const missing: string[] = [];
      let references = 0;
      for (const expression of expressions) {
        const bare = expression.replace(/"(?:[^"]|"")*"/g, '""');
        for (const [, table, name = ''] of bare.matchAll(
          /(?:'((?:[^']|'')+)')?\[((?:[^\]]|\]\])+)\]/g,
        )) {
          references += 1;
          const own = name.replaceAll(']]', ']');
          const isThere =
            table === undefined
              ? measures.has(own)
              : columns.get(table.replaceAll("''", "'"))?.has(own);
          if (!isThere) missing.push(`${table}[${name}]`);
        }
      }
      expect(missing).toEqual([]);
      expect(references).toBeGreaterThan(100);
    }
  });

  test('divides sums, keeps the filters of its reader, and bounds rates by Wilson', () => {
    const { tables } = project(MODEL);
    const dax = new Map(
      tables.flatMap((table) => named(table, 'measure').map((each) => [each.name, each] as const)),
    );
    const rate = dax.get('Taux global à 6 mois, promotions réunies');
    expect(rate?.expression).toBe(
      'DIVIDE([Taux global, 6 mois : taux × certifiés], [Taux global, 6 mois : certifiés dont le taux est connu])',
    );
    expect(rate?.properties.get('formatString')).toBe('#,##0.00\\ \\%');
    expect(dax.get('Taux global, 6 mois : taux × certifiés')?.expression).toBe(
      `CALCULATE(SUM('Taux d’insertion'[Taux × certifiés]), KEEPFILTERS('Taux d’insertion'[Indicateur] = "GLOBAL_6_MONTHS"))`,
    );
    expect(dax.get('Taux global, 6 mois : promotions, en retard')?.expression).toBe(
      `CALCULATE(COUNTROWS('Taux d’insertion'), KEEPFILTERS('Taux d’insertion'[Indicateur] = "GLOBAL_6_MONTHS"), KEEPFILTERS('Taux d’insertion'[Taux d’insertion : état] = "OVERDUE"))`,
    );
    const bound = dax.get('Taux global, 6 mois : borne basse (Wilson)');
    expect(bound?.expression).toContain('VAR __z = 1.95996398');
    expect(bound?.description).toContain('Attention\u00a0: trop étroit');
  });

  test('relates tables by columns of one type that are there, and lets bridges alone filter both ways', () => {
    const { tmdl, tables } = project(MODEL);
    const relations = tmdl('relationships');
    const typeOf = (reference: string | null | undefined) => {
      const [table, column] = columnReference(reference ?? '');
      const found = tables.find(({ name }) => name === table);
      const node = found?.children.find(({ kind, name }) => kind === 'column' && name === column);
      return node?.properties.get('dataType');
    };
    for (const { properties } of relations) {
      expect(typeOf(properties.get('fromColumn'))).toMatch(/^(string|int64)$/);
      expect(typeOf(properties.get('toColumn'))).toBe(typeOf(properties.get('fromColumn')));
    }
    const bothWays = relations.filter(({ properties }) => properties.has('crossFilteringBehavior'));
    expect(bothWays.map(({ name }) => name)).toEqual(
      ['occupation', 'speciality', 'formacode', 'certifier', 'access_route'].map(
        (name) => `certification_${name}_of_certification`,
      ),
    );
    expect(namesOf(relations)).toEqual(
      expect.arrayContaining([
        ...['cohort_of_certification', 'insertion_rate_of_certification'],
        ...['cohort_of_year', 'insertion_rate_of_year'],
      ]),
    );
    expect(relations).toHaveLength(9);
  });

  test('reads OData at the address it was asked by, or the tables of bi, by parameters', () => {
    const odata = project(MODEL);
    expect(odata.tmdl('expressions').map(({ name, expression }) => [name, expression])).toEqual([
      [
        'BaseAddress',
        '"https://debouches.example" meta [IsParameterQuery=true, Type="Text", IsParameterQueryRequired=true]',
      ],
    ]);
    const rows = (tables: readonly TmdlNode[], at: number) =>
      named(tables[at] as TmdlNode, 'partition')[0]?.properties.get('source') ?? '';
    expect(rows(odata.tables, 1)).toContain('OData.Feed(BaseAddress & "/odata/"');
    expect(rows(odata.tables, 1)).toContain('Source{[Name = "cohort", Signature = "table"]}[Data]');
    const sql = project(MODEL, FRENCH, 'postgresql');
    expect(namesOf(sql.tmdl('expressions'))).toEqual(['Server', 'Database']);
    expect(rows(sql.tables, 1)).toContain('Source{[Schema = "bi", Item = "cohort"]}[Data]');
    expect([...sql.files.values()].join('')).not.toContain('https://debouches.example');
  });

  test('is translated whole, and lists every table and culture', () => {
    const { tmdl, tables } = project(MODEL);
    const refs = tmdl('model').filter(({ kind }) => kind.startsWith('ref '));
    expect(namesOf(refs)).toEqual([...namesOf(tables), 'fr-FR', 'en-US']);
    const [culture] = tmdl('cultures/en-US');
    const model = culture?.children[0]?.children[0] as TmdlNode;
    for (const [at, table] of tables.entries()) {
      const translated = model.children[at] as TmdlNode;
      expect(translated.properties.get('caption')).toBe(MODEL.tables[at]?.title.en);
      for (const kind of ['measure', 'column']) {
        expect(namesOf(named(translated, kind))).toEqual(namesOf(named(table, kind)));
      }
      const captions = translated.children.map(({ properties }) => properties.get('caption'));
      expect(captions.filter((caption) => !caption)).toEqual([]);
    }
    const english = project(MODEL, ENGLISH);
    expect(english.tmdl('model')[0]?.properties.get('culture')).toBe('en-US');
    expect(namesOf(english.tmdl('cultures/fr-FR'))).toEqual(['fr-FR']);
    expect(namesOf(english.tables)).toContain('Cohorts');
  });

  test('has a report whose fields are of the model', () => {
    const { files, tables } = project(MODEL);
    const json = (path: string) => JSON.parse(files.get(path) ?? '') as Record<string, never>;
    expect(json('Debouches.Report/definition.pbir')['datasetReference']).toEqual({
      byPath: { path: '../Debouches.SemanticModel' },
    });
    expect(json('Debouches.pbip')['artifacts']).toEqual([{ report: { path: 'Debouches.Report' } }]);
    const visual = files.get('Debouches.Report/definition/pages/rates/visuals/table/visual.json');
    const fields = [...(visual ?? '').matchAll(/"queryRef": "([^."]+)\.([^"]+)"/g)];
    expect(fields).toHaveLength(6);
    for (const [, table, name = ''] of fields) {
      const found = tables.find((each) => each.name === table);
      expect([name, namesOf(found?.children ?? []).includes(name)]).toEqual([name, true]);
    }
  });

  test('has a column and a measure that are added to the star, whatever signs are in their names', () => {
    const { tables } = project(WIDER_MODEL);
    const cohorts = tables[1] as TmdlNode;
    const label = `L’«\u00a0essai\u00a0»: 'un' [deux] & <trois>`;
    const names = namesOf(cohorts.children);
    expect(names).toEqual(
      expect.arrayContaining([label, `${label} (libellé)`, 'Effectif inventé (somme)']),
    );
    const labels = cohorts.children.find(({ name }) => name === `${label} (libellé)`);
    expect(labels?.expression).toContain(`"A", "L'un ""dit"""`);
  });
});
