import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import readXlsxFile, { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMonths, type PlainDate } from '../../../src/domain/calendar.ts';
import {
  exactRegisterCode,
  isDemonstrationCode,
} from '../../../src/domain/certification/register-code.ts';
import { isValidSiret } from '../../../src/domain/nomenclature/siret.ts';
import { IdentityColumn } from '../../../src/domain/survey/identity.ts';
import { identityOfHeader } from '../../../src/domain/survey/identity-header.ts';
import {
  AGE_AT_OBTENTION,
  EARLIEST_DATE,
  ROSTER_FIELDS,
  SITUATION_FIELDS,
  type SurveyField,
} from '../../../src/domain/survey/layout.ts';
import { isRegionCode } from '../../../src/domain/survey/region.ts';
import { surveyTemplate } from '../../../src/http/surveys/template.ts';
import { openSurveyTable } from '../../../src/ingest/sources/survey/open-survey-table.ts';
import { unzip } from '../../support/unzip.ts';

let folder: string;
let path: string;
let file: Buffer;
let parts: ReadonlyMap<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'survey-template-'));
  path = join(folder, 'modele.xlsx');
  file = await buffer(surveyTemplate());
  parts = await unzip(file);
  await writeFile(path, file);
});
afterAll(() => rm(folder, { recursive: true }));

const NAMES = ROSTER_FIELDS.map(({ name }) => name);
const SITUATION_NAMES = SITUATION_FIELDS.map(({ name }) => name);

/** Rows of a sheet by our own reader, each by its columns. */
async function rowsOf(sheet: string): Promise<Record<string, string>[]> {
  const table = await openSurveyTable(path, { sheet });
  const rows: Record<string, string>[] = [];
  for await (const batch of table.rows()) {
    for (const row of batch.rows) {
      rows.push(Object.fromEntries(table.header.map((name, at) => [name, row[at] ?? ''])));
    }
  }
  return rows;
}

describe('the template of surveys', () => {
  test('has the sheets to fill, then codes, instructions and examples', async () => {
    expect((await readXlsxFile(file)).map(({ sheet }) => sheet)).toEqual([
      'Titulaires',
      'Situations',
      'Valeurs',
      'Mode d’emploi',
      'Exemple titulaires',
      'Exemple situations',
    ]);
  });

  test('is read as an empty roster, its first sheet', async () => {
    const table = await openSurveyTable(path);
    expect(table).toMatchObject({ kind: 'XLSX', sheet: 'Titulaires', header: NAMES });
    for await (const _ of table.rows()) throw new Error('no row is expected');
    expect((await openSurveyTable(path, { sheet: 'Situations' })).header).toEqual(SITUATION_NAMES);
  });

  test('is read alike by another program', async () => {
    const [header, first] = await readSheet(file, 'Exemple titulaires');
    expect(header).toEqual(NAMES);
    expect(first?.slice(0, 3)).toEqual(['RNCP900001', 'EX-0001', new Date('2022-06-30')]);
    expect((await readSheet(file, 'Titulaires')).length).toBe(1);
  });

  test('keeps zeros that begin a code, and days as days', async () => {
    const rows = await rowsOf('Exemple titulaires');
    expect(rows.map((row) => row['region_formation'])).toContain('01');
    const columns = [...(parts.get('xl/worksheets/sheet1.xml') ?? '').matchAll(/<col [^>]*>/g)];
    const styles = columns.map(([col]) => /style="(\d)"/.exec(col)?.[1] ?? '0');
    // 5 is the format Text, 6 the short date of the country.
    expect(Object.fromEntries(NAMES.map((name, at) => [name, styles[at]]))).toMatchObject({
      ...{ certification: '5', id_titulaire: '5', date_obtention: '6', annee_naissance: '0' },
      ...{ region_formation: '5', siret_organisme: '5', niveau_avant: '5' },
    });
  });

  test('says beside each cell to fill what goes in, as briefly as a spreadsheet shows it', () => {
    for (const [sheet, fields] of [
      ['sheet1', ROSTER_FIELDS],
      ['sheet2', SITUATION_FIELDS],
    ] as const) {
      const xml = parts.get(`xl/worksheets/${sheet}.xml`) ?? '';
      const told = [...xml.matchAll(/<dataValidation [^>]*>/g)].map(([tag]) => ({
        title: / promptTitle="([^"]*)"/.exec(tag)?.[1] ?? '',
        prompt: / prompt="([^"]*)"/.exec(tag)?.[1] ?? '',
        error: / error="([^"]*)"/.exec(tag)?.[1] ?? '',
      }));
      expect(told.map(({ title }) => title)).toEqual(fields.map(({ label }) => label.fr));
      expect(told.map(({ prompt }) => prompt)).toEqual(fields.map(({ note }) => note.fr));
      expect(told.every(({ error }) => error.length > 0 && error.length <= 225)).toBe(true);
    }
  });

  test('offers in each list the codes of its field, in the order of the layout', async () => {
    const values = await readSheet(file, 'Valeurs');
    const cell = (row: number) => String(values[row - 1]?.[1]);
    for (const [sheet, fields] of [
      ['sheet1', ROSTER_FIELDS],
      ['sheet2', SITUATION_FIELDS],
    ] as const satisfies readonly (readonly [string, readonly SurveyField[]])[]) {
      const xml = parts.get(`xl/worksheets/${sheet}.xml`) ?? '';
      const rules = [
        ...xml.matchAll(/<dataValidation type="(\w+)".*?<formula1>(.*?)<\/formula1>/g),
      ];
      for (const [at, field] of (fields as readonly SurveyField[]).entries()) {
        const [, type, source = ''] = rules[at] ?? [];
        if (field.type === 'ENUM' || field.type === 'REGION') {
          const [, first, last] = /^Valeurs!\$B\$(\d+):\$B\$(\d+)$/.exec(source) ?? [];
          const rows = Array.from(
            { length: Number(last) - Number(first) + 1 },
            (_, index) => Number(first) + index,
          );
          const offered = rows.map(cell);
          if (field.type === 'ENUM') expect(offered).toEqual(Object.keys(field.codes));
          else expect(offered.every(isRegionCode) && offered.length === 24).toBe(true);
          expect(type).toBe('list');
        } else if (field.name === 'horizon') {
          expect([type, source]).toEqual(['list', '"6,12,24"']);
        } else {
          const kinds = { INTEGER: 'whole', DATE: 'date' } as Readonly<Record<string, string>>;
          expect([field.name, type]).toEqual([field.name, kinds[field.type] ?? 'textLength']);
        }
      }
    }
  });

  test('says of each situation what it counts in', async () => {
    const values = await rowsOf('Valeurs');
    const effect = (code: string) =>
      values.find((row) => row['Champ'] === 'situation' && row['Code'] === code)?.['Dans les taux'];
    expect(effect('EMPLOI')).toBe('Compte dans R, n et E');
    expect(effect('INACTIF')).toBe('Compte dans R et n, non dans E');
    expect(effect('ALTERNANCE')).toMatch(/^Compte dans R\u00a0; neutralisée/);
    expect(effect('HORS_FRANCE')).toMatch(/sauf pour une certification .* internationale/);
  });

  test('writes French with its apostrophe and its spaces', () => {
    const texts = [...parts].flatMap(([part, xml]) =>
      part.startsWith('xl/worksheets/')
        ? [...xml.matchAll(/(?:<t [^>]*>|prompt="|error=")([^<"]*)/g)].map(([, text]) => text ?? '')
        : [],
    );
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.filter((text) => /[a-zé]'[a-zé]| [:;!?%]/i.test(text))).toEqual([]);
  });
});

describe('its examples', () => {
  test('have values that their fields accept', async () => {
    for (const [sheet, fields] of [
      ['Exemple titulaires', ROSTER_FIELDS],
      ['Exemple situations', SITUATION_FIELDS],
    ] as const) {
      const rows = await rowsOf(sheet);
      expect(rows.length).toBeGreaterThan(5);
      const refused = rows.flatMap((row) =>
        (fields as readonly SurveyField[]).flatMap((field) => {
          const value = row[field.name] ?? '';
          return value === '' || isAccepted(field, value) ? [] : [`${field.name} ${value}`];
        }),
      );
      expect(refused).toEqual([]);
    }
  });

  test('hold no identity', async () => {
    for (const sheet of ['Exemple titulaires', 'Exemple situations']) {
      const rows = await rowsOf(sheet);
      for (const name of Object.keys(rows[0] ?? {})) {
        const column = new IdentityColumn();
        for (const row of rows) column.look(row[name] ?? '');
        expect([name, column.identity, identityOfHeader(name)]).toEqual([name, null, null]);
      }
    }
  });

  test('hold to the rules between their fields', async () => {
    const holders = await rowsOf('Exemple titulaires');
    const ids = holders.map((row) => row['id_titulaire']);
    expect(new Set(ids).size).toBe(ids.length);
    for (const holder of holders) {
      const day = holder['date_obtention'] ?? '';
      expect(day === '').toBe(holder['resultat'] === 'NON_CERTIFIE');
      const age = Number(day.slice(0, 4)) - Number(holder['annee_naissance']);
      if (day !== '' && holder['annee_naissance'] !== '') {
        expect(age >= AGE_AT_OBTENTION.min && age <= AGE_AT_OBTENTION.max).toBe(true);
      }
    }
    const situations = await rowsOf('Exemple situations');
    const keys = situations.map((row) => `${row['id_titulaire']} ${row['horizon']}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const row of situations) {
      const holder = holders.find((each) => each['id_titulaire'] === row['id_titulaire']);
      expect(holder?.['date_obtention']).toMatch(/^2022/);
      expect(row['situation'] !== '').toBe(row['statut_reponse'] === 'REPONDU');
      if (row['situation'] !== 'EMPLOI') expect(row['contrat'] || row['metier_vise']).toBe('');
      if (row['temps_travail'] === 'PLEIN') expect(row['quotite']).toBe('100');
      const seen = row['date_observation'] ?? '';
      if (seen === '') continue;
      const due = addMonths(holder?.['date_obtention'] as PlainDate, Number(row['horizon']));
      expect(seen >= addMonths(due, -2) && seen <= addMonths(due, 6)).toBe(true);
    }
  });
});

function isAccepted(field: SurveyField, value: string): boolean {
  switch (field.type) {
    case 'ENUM':
      return Object.hasOwn(field.codes, value);
    case 'CODE': {
      const code = exactRegisterCode(value);
      return code !== null && isDemonstrationCode(code);
    }
    case 'DATE':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) && value >= EARLIEST_DATE;
    case 'INTEGER':
      return (
        /^\d+$/.test(value) &&
        Number(value) >= field.min &&
        Number(value) <= field.max &&
        (field.accepted?.includes(Number(value)) ?? true)
      );
    case 'SIRET':
      return isValidSiret(value);
    case 'REGION':
      return isRegionCode(value);
    case 'COUNTRY':
      return /^[A-Z]{2}$/.test(value);
    case 'ROME':
      return /^[A-N]\d{4}$/.test(value);
    case 'TEXT':
      return value.length <= field.longest;
  }
}
