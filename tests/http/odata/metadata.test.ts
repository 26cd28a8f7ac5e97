import { parse } from '@sap-ux/edmx-parser';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { EDM_TYPES, ENTITY_SETS } from '../../../src/http/odata/model.ts';
import { odataServer } from './odata-server.ts';

const server = odataServer();

interface Named {
  readonly name: string;
}

interface ReadSchema {
  readonly entitySets: readonly Named[];
  readonly entityTypes: readonly (Named & {
    readonly keys: readonly Named[];
    readonly entityProperties: readonly (Named & {
      readonly type: string;
      readonly nullable?: boolean;
    })[];
  })[];
}

const xml = async (query = '') =>
  (await server.get(`$metadata${query}`, { accept: 'application/xml' })).text();
// biome-ignore lint/suspicious/noExplicitAny: CSDL JSON is walked by what it has.
const json = async (query = ''): Promise<any> =>
  (await server.get(`$metadata${query}`, { accept: 'application/json' })).json();

/** Texts that XML says of types and properties, by their names, terms and qualifiers. */
function textsOf(document: string): Map<string, string> {
  const texts = new Map<string, string>();
  const path: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const given = attributes as Record<string, string>;
    path.push({ name, attributes: given });
    if (name !== 'Annotation' || given['String'] === undefined) return;
    // What is said of a value that is allowed is under the value.
    if (path.some((each) => each.name === 'Record')) return;
    const names = path.flatMap(({ attributes: { Name } }) => (Name === undefined ? [] : [Name]));
    const qualifier = given['Qualifier'] === undefined ? '' : `#${given['Qualifier']}`;
    texts.set(`${names.join('/')} ${given['Term']}${qualifier}`, given['String']);
  });
  parser.on('closetag', () => path.pop());
  parser.write(document).close();
  return texts;
}

test('the metadata say the same in XML and JSON', async () => {
  const { debouches } = await json();
  const own = new Map<string, string>();
  for (const [type, members] of Object.entries<Record<string, unknown>>(debouches)) {
    for (const [member, value] of Object.entries(members)) {
      if (member.startsWith('@') && typeof value === 'string' && !member.endsWith('Level')) {
        own.set(`${type} ${member.slice(1)}`, value);
      }
      if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
      for (const [term, text] of Object.entries(value)) {
        if (term.startsWith('@') && typeof text === 'string') {
          own.set(`${type}/${member} ${term.slice(1)}`, text);
        }
      }
    }
  }
  const read = textsOf(await xml());
  expect(read.size).toBeGreaterThan(2_000);
  expect(Object.fromEntries(read)).toEqual(Object.fromEntries(own));
});

test('a reader of another maker finds every set, type, key and property', async () => {
  const { entitySets, entityTypes } = parse(await xml()).schema as unknown as ReadSchema;
  expect(entitySets.map(({ name }) => name).toSorted()).toEqual([...ENTITY_SETS.keys()].toSorted());
  for (const { name, key, properties } of ENTITY_SETS.values()) {
    const type = entityTypes.find((each) => each.name === name);
    expect([name, type?.keys.map((each) => each.name).toSorted()]).toEqual([
      ...[name, key.map((each) => each.name).toSorted()],
    ]);
    expect([
      name,
      type?.entityProperties.map((each) => [each.name, each.type, each.nullable]),
    ]).toEqual([name, properties.map((each) => [each.name, EDM_TYPES[each.type], each.nullable])]);
  }
});

describe('a property', () => {
  test('has the type of its column, and is there where it is in the key', async () => {
    const { debouches } = await json();
    expect(debouches.insertion_rates.$Key).toEqual(['certification_code', 'year', 'indicator']);
    expect(debouches.insertion_rates.year).toMatchObject({ $Type: 'Edm.Int32' });
    expect(debouches.insertion_rates.year.$Nullable).toBeUndefined();
    expect(debouches.insertion_rates.rate).toMatchObject({ $Type: 'Edm.Double', $Nullable: true });
    expect(debouches.insertion_rates.rate_due_on).toMatchObject({ $Type: 'Edm.Date' });
    expect(debouches.certifications.active).toMatchObject({ $Type: 'Edm.Boolean' });
    expect(debouches.survey_access.read_at).toMatchObject({ $Type: 'Edm.DateTimeOffset' });
    expect(debouches.insertion_by_level.$Key).toEqual(['level_key']);
    for (const { name, key } of ENTITY_SETS.values()) {
      for (const { name: property } of key) {
        expect([name, property, debouches[name][property].$Nullable]).toEqual([
          name,
          property,
          undefined,
        ]);
      }
    }
  });

  test('has its name and description in both languages, and its codes their labels', async () => {
    const { debouches } = await json();
    const status = debouches.insertion_rates.rate_status;
    expect(status['@Core.Description']).toBe('Insertion rate: status');
    expect(status['@Core.Description#fr']).toBe('Taux d’insertion : état');
    const overdue = status['@Validation.AllowedValues'].find(
      (each: { Value: string }) => each.Value === 'OVERDUE',
    );
    expect(overdue['@Core.Description#fr']).toMatch(/retard/i);
    const french = (await json('?lang=fr')).debouches.insertion_rates.rate_status;
    expect(french['@Core.Description']).toBe('Taux d’insertion : état');
    expect(french['@Core.Description#en']).toBe('Insertion rate: status');
  });

  test('that is a rate says what that of several rows is made of', async () => {
    const { debouches } = await json();
    expect(debouches.insertion_rate.rate['@Core.LongDescription']).toContain(
      'Rates neither add up nor have a mean: that of several rows is sum(weighted) / sum(base).',
    );
    expect(debouches.cohorts.global_6_months['@Core.LongDescription#fr']).toContain(
      'global_6_months_base',
    );
  });
});

test('a set says what may be done with it', async () => {
  const { cohorts, blocks } = (await json()).debouches.Container;
  expect(cohorts['@Capabilities.InsertRestrictions']).toEqual({ Insertable: false });
  expect(blocks['@Capabilities.SortRestrictions'].NonSortableProperties).toContain('skills');
  const aggregatable = (property: string) =>
    cohorts['@Aggregation.ApplySupported'].AggregatableProperties.find(
      (each: { Property: string }) => each.Property === property,
    ).SupportedAggregationMethods;
  expect(aggregatable('certified')).toContain('sum');
  expect(aggregatable('global_6_months')).toEqual(['min', 'max', 'countdistinct']);
});

test('every set is served, with all of its properties and their types', async () => {
  for (const { name, properties } of ENTITY_SETS.values()) {
    const query = name === 'certifier_portfolio' ? '&certifier=111111118' : '';
    const rows = await server.rows(`${name}?$top=3${query}`);
    for (const row of rows) {
      expect([name, Object.keys(row)]).toEqual([name, properties.map((each) => each.name)]);
      for (const { name: property, type, nullable } of properties) {
        const cell = row[property];
        if (cell === null) expect([name, property, nullable]).toEqual([name, property, true]);
        else if (type === 'INTEGER')
          expect([name, property, Number.isInteger(cell)]).toContain(true);
        else if (type === 'BOOLEAN') expect([name, property, typeof cell]).toContain('boolean');
      }
    }
  }
});
