import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { surveyTemplate } from '../../../src/http/surveys/template.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { ficheWith, publishFiches } from '../../support/factories.ts';
import { importTexts } from '../../support/surveys.ts';
import { everythingStored } from './survey-state.ts';

test('the template as it is written is refused, naming its empty sheets, and nothing is stored', async () => {
  await using database = await openMigratedPglite();
  await publishFiches(database, [ficheWith({ code: 'RNCP1' })]);
  const before = await everythingStored(database);
  const files = { 'enquete.xlsx': await buffer(surveyTemplate()) };
  for (const check of [true, false]) {
    await expect(importTexts(database, files, { check })).rejects.toThrow(
      'there is nothing to import; a header and one row at least are accepted (enquete.xlsx, sheet "Titulaires" holds no row; enquete.xlsx, sheet "Situations" holds no row)',
    );
  }
  expect(await everythingStored(database)).toEqual(before);
});
