import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import { describeEachEngine } from '../../support/database.ts';
import { publishSmallRegister } from '../question-server.ts';
import { type PublishedServer, publishTwice, servePublished } from './published-server.ts';
import { keyOf, problemsOf, readTable, type TableRows, type TableSchema } from './table-checks.ts';

interface Package {
  readonly title: string;
  readonly description: string;
  readonly licenses?: readonly { readonly name: string; readonly path: string }[];
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly format: string;
    readonly title: string;
    readonly bytes: number;
    readonly hash: string;
    readonly rows: number;
    readonly schema?: TableSchema;
  }[];
}

/** The rules of the profile; a function that says what breaks them. */
async function profile() {
  const text = await readFile(
    new URL('../../data/open-data/data-package-2.0.json', import.meta.url),
  );
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(String(text)));
  return (descriptor: unknown) => (validate(descriptor) ? [] : (validate.errors ?? []));
}

const REGISTERS = {
  'of real data': { publish: publishTwice, newest: 2 },
  fictitious: {
    publish: (database: Database) => publishSmallRegister(database, 1, 150),
    newest: 1,
  },
};

for (const [kind, { publish, newest }] of Object.entries(REGISTERS)) {
  describeEachEngine(`the Data Package of a register, ${kind}, on`, (openDatabase) => {
    let served: PublishedServer;
    beforeAll(async () => {
      const database = await openDatabase();
      await publish(database);
      served = await servePublished(database);
    });
    afterAll(() => served?.[Symbol.asyncDispose]());

    test('keeps to the profile of version 2, at the site and at the publication', async () => {
      const broken = await profile();
      for (const path of ['/datapackage.json', `/publications/${newest}/datapackage.json`]) {
        const descriptor = await served.json<Package>(path);
        expect(broken(descriptor)).toEqual([]);
        // The rules are of use: what is no package breaks them.
        expect(broken({ ...descriptor, resources: [{ name: 'x' }] })).not.toEqual([]);
        const base = new URL(path, served.url);
        for (const { path: file, bytes } of descriptor.resources) {
          const head = await fetch(new URL(file, base), { method: 'HEAD' });
          expect([file, head.headers.get('content-length')]).toEqual([file, String(bytes)]);
        }
      }
    });

    test('rows of each CSV keep to the types, constraints and keys that it declares', async () => {
      const { resources } = await served.json<Package>('/datapackage.json');
      const tables = new Map<string, TableRows>();
      for (const { name, path, schema, rows } of resources) {
        if (!schema) continue;
        const response = await served.get(`/${path}`);
        const read = readTable(await response.text(), schema);
        tables.set(name, read);
        expect([name, read.length]).toEqual([name, rows]);
        expect([name, problemsOf(read, schema).slice(0, 5)]).toEqual([name, []]);
      }
      let checked = 0;
      for (const { name, schema } of resources) {
        for (const { fields, reference } of schema?.foreignKeys ?? []) {
          const known = new Set(
            tables.get(reference.resource)?.map((row) => keyOf(row, reference.fields)),
          );
          const lost = tables.get(name)?.filter((row) => !known.has(keyOf(row, fields)));
          expect([name, lost]).toEqual([name, []]);
          checked += tables.get(name)?.length ?? 0;
        }
      }
      expect(checked).toBeGreaterThan(10);
    });

    test(
      kind === 'fictitious'
        ? 'it is marked as such, without a licence'
        : 'it has the licence and the source',
      async () => {
        const descriptor = await served.json<Package>('/datapackage.json');
        const isMarked = kind === 'fictitious';
        expect(descriptor.licenses).toEqual(
          isMarked
            ? undefined
            : [
                {
                  name: 'etalab-2.0',
                  path: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
                  title: 'Licence Ouverte 2.0 (Etalab)',
                },
              ],
        );
        expect(descriptor.title.startsWith('[Fictif]')).toBe(isMarked);
        expect(descriptor.description.includes('fictives')).toBe(isMarked);
        for (const { title } of descriptor.resources) {
          expect([title, title.startsWith('[Fictif]')]).toEqual([title, isMarked]);
        }
      },
    );
  });
}
