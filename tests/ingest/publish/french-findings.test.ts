import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { describeEachEngine } from '../../support/database.ts';
import { day } from '../../support/factories.ts';
import { Importer } from './importer.ts';

const DATA = new URL('../../data/', import.meta.url);

describeEachEngine('findings of faulty files on', (openDatabase) => {
  test('are all told in French', async () => {
    await using importer = await Importer.into(await openDatabase());
    const names = (await readdir(DATA)).filter((name) => /^faulty|^stat|^fiche-page/.test(name));
    expect(names.length).toBe(3);
    const paths = names.map((name) => fileURLToPath(new URL(name, DATA)));
    await importer.run(paths, { date: day('2026-08-16') });
    const french = await importer.frenchMessages();
    expect(french.length).toBeGreaterThan(20);
    expect(french.filter((message) => message.includes('en anglais'))).toEqual([]);
  });
});
