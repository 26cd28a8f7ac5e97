import { parse } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { DATASETS } from '../../src/datasets/catalogue.ts';
import type { Database } from '../../src/db/database.ts';
import { MEASURES } from '../../src/domain/measures/measure-catalogue.ts';
import { answerByBoth, openRandomRegister } from './both-executors.ts';

let database: Database;

beforeAll(async () => {
  database = await openRandomRegister();
  return () => database[Symbol.asyncDispose]();
});

/** What both executors answer, which is the same. */
async function answered(document: string, variables: Readonly<Record<string, unknown>> = {}) {
  const { expected, found } = await answerByBoth(database, parse(document), variables);
  expect(found).toEqual(expected);
  expect(found.errors).toEqual([]);
  return JSON.parse(found.data) as unknown;
}

/** What reports and measures say of themselves in a language. */
function definitions(language: 'fr' | 'en') {
  return {
    reports: DATASETS.map(({ description, grain, columns, parameters }) => ({
      ...{ description: description[language], grain: grain[language] },
      columns: columns.map((column) => ({ description: column.description[language] })),
      parameters: parameters.map((each) => ({ description: each.description[language] })),
    })),
    measures: MEASURES.map(({ formula, missingCase }) => ({
      ...{ formula: formula[language], missingCase: missingCase[language] },
    })),
  };
}

/** A document of both, with an argument of each definition. */
const documentWith = (head: string, argument: string) => `${head} {
  reports {
    description${argument} grain${argument}
    columns { description${argument} } parameters { description${argument} }
  }
  measures { formula${argument} missingCase${argument} }
}`;

describe('definitions', () => {
  test('are in English where no language is asked, as they ever were', async () => {
    expect(await answered(documentWith('query', ''))).toEqual(definitions('en'));
  });

  test.each(['FR', 'EN'] as const)('are given in %s', async (language) => {
    const document = documentWith('query ($language: Language!)', '(language: $language)');
    expect(await answered(document, { language })).toEqual(
      definitions(language === 'FR' ? 'fr' : 'en'),
    );
  });

  test('are in English where a variable of the language is not given', async () => {
    const document = documentWith('query ($language: Language)', '(language: $language)');
    expect(await answered(document)).toEqual(definitions('en'));
  });
});
