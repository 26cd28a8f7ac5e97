import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { describeEachEngine } from '../../support/database.ts';
import { exportText } from '../sources/export/export-text.ts';
import { Importer } from './importer.ts';
import { PAGE } from './small-imports.ts';

const FICHE = {
  code: 'RNCP1',
  title: 'Ingénieur diplômé à Béziers',
  extra: '<ACTIVITES_VISEES>Où l’on répète, même à Noël</ACTIVITES_VISEES>',
};

describeEachEngine('files whose letters are bases and accents, on', (openDatabase) => {
  test('are read as those whose letters are one character', async () => {
    const database = await openDatabase();
    await using importer = await Importer.into(database);
    const page = await readFile(PAGE, 'utf8');
    const served = () =>
      importer.ask(`
        select code, title, activities, array(
          select route || ' ' || coalesce(open::text, '?') || ' ' || coalesce(jury, '')
          from access_route where certification_code = code order by route) as routes,
          array(select rule from finding where certification_code = code order by rule) as rules
        from certification join certification_text on certification_code = code order by code`);
    const importAs = async (form: 'NFC' | 'NFD') => {
      await importer.forget();
      await importer.run(
        [
          await importer.write('e_RNCP_2026-01-01.xml', exportText([FICHE]).normalize(form)),
          await importer.write('page-2026-01-01.txt', page.normalize(form)),
        ],
        { title: 'Chargé de communication cross-média'.normalize(form) },
      );
      return served();
    };
    const composed = await importAs('NFC');
    expect(JSON.stringify(composed)).toContain('Ingénieur diplômé à Béziers');
    expect(await importAs('NFD')).toEqual(composed);
  });
});
