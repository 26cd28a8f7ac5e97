import { readdir, readFile } from 'node:fs/promises';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getNamedType,
  Kind,
  parse,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { ask, type Variables } from '../support/client.ts';
import { openMigratedPglite } from '../support/database.ts';
import { day, publishFiches } from '../support/factories.ts';
import { FORMER_REGISTER, QUESTION_REGISTER } from '../support/question-register.ts';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFile(new URL(path, ROOT), 'utf8');

async function filesOf(folder: string, suffix: string): Promise<string[]> {
  return (await readdir(new URL(folder, ROOT))).filter((name) => name.endsWith(suffix)).sort();
}

interface Saved {
  readonly file: string;
  readonly source: string;
  readonly document: DocumentNode;
  readonly name: string | undefined;
  /** Of the comment that the file starts with; null = beside the questions. */
  readonly question: number | null;
}

const SAVED: readonly Saved[] = await Promise.all(
  (await filesOf('schema/operations/', '.graphql')).map(async (file) => {
    const source = await read(`schema/operations/${file}`);
    const document = parse(source);
    const operation = document.definitions.find(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION,
    );
    const [, question] = /^# Question (\d+)\. /.exec(source) ?? [];
    return {
      ...{ file, source, document, name: operation?.name?.value },
      question: question === undefined ? null : Number(question),
    };
  }),
);

/** A section of the page: a question, or what stands beside the questions. */
interface Section {
  readonly heading: string;
  readonly question: number | null;
  readonly links: readonly { readonly name: string; readonly file: string }[];
  /** Variables and an answer, for each of the links. */
  readonly blocks: readonly string[];
}

const SECTIONS: readonly Section[] = (await read('docs/questions.md'))
  .split(/^#{2,3} /m)
  .slice(1)
  .map((text) => {
    const [heading = ''] = text.split('\n', 1);
    const [, question] = /^(\d+)\. /.exec(heading) ?? [];
    const links = text.matchAll(/\[(\w+)\]\(\.\.\/schema\/operations\/([^)]*)\)/g);
    const blocks = text.matchAll(/^```json\n([\s\S]*?)^```$/gm);
    return {
      ...{ heading, question: question === undefined ? null : Number(question) },
      links: [...links].map(([, name = '', file = '']) => ({ name, file })),
      blocks: [...blocks].map(([, block = '']) => block),
    };
  });

const LINKS = SECTIONS.flatMap(({ question, links }) =>
  links.map(({ name, file }) => ({ file, name, question })),
);

describe('docs/questions.md', () => {
  test('has a section for each of the 35 questions, once and in order', () => {
    const questions = SECTIONS.flatMap(({ question }) => question ?? []);
    expect(questions).toEqual(Array.from({ length: 35 }, (_, index) => index + 1));
  });

  test('links every saved operation once, by its name, from the section of its question', () => {
    const byFile = LINKS.toSorted((a, b) => (a.file < b.file ? -1 : 1));
    expect(byFile).toEqual(SAVED.map(({ file, name, question }) => ({ file, name, question })));
  });

  test('gives variables and an answer for every operation', () => {
    const counts = SECTIONS.map(({ heading, blocks }) => [heading, blocks.length]);
    expect(counts).toEqual(SECTIONS.map(({ heading, links }) => [heading, 2 * links.length]));
  });

  describe('the answers on the register of the questions', () => {
    let database: Database;
    /** The same register, and what it was in the publication before. */
    let history: Database;

    beforeAll(async () => {
      database = await openMigratedPglite();
      await publishFiches(database, QUESTION_REGISTER);
      history = await openMigratedPglite();
      await publishFiches(history, FORMER_REGISTER, { datedOn: day('2026-08-15') });
      await publishFiches(history, QUESTION_REGISTER, { compared: true });
    });

    afterAll(async () => {
      await database[Symbol.asyncDispose]();
      await history[Symbol.asyncDispose]();
    });

    const examples = SECTIONS.flatMap(({ links, blocks }) =>
      links.map(({ name, file }, index) => ({
        ...{ name, file },
        ...{ variables: blocks[2 * index] ?? '', answer: blocks[2 * index + 1] ?? '' },
      })),
    );

    test.each(examples)('$name', async ({ file, variables, answer }) => {
      const source = SAVED.find((saved) => saved.file === file)?.source ?? '';
      const given = JSON.parse(variables) as Variables;
      const asked = source.startsWith('# Question 29.') ? history : database;
      expect(await ask(asked, source, given)).toMatchObject(JSON.parse(answer) as object);
    });
  });
});

/** What has to be asked beside the value of a rate, by its type. */
const BESIDE_VALUE: Readonly<Record<string, readonly string[]>> = {
  InsertionRate: ['status', 'interval', 'basis', 'base', 'reliability', 'notes'],
  PooledRate: ['interval', 'basis', 'base', 'reliability', 'notes'],
  SummaryRate: ['interval', 'basis', 'base', 'reliability', 'notes'],
};

/** The names of the fields of a selection, those of its fragments included. */
function fieldsOf(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value;
    const { selectionSet } =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : (fragments.get(selection.name.value) ?? { selectionSet: undefined });
    return selectionSet ? fieldsOf(selectionSet, fragments) : [];
  });
}

/** How many rates a document asks for by value, and of each that says too little what it leaves unsaid. */
function bareRates(document: DocumentNode): { readonly seen: number; readonly bare: string[] } {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION
        ? [[definition.name.value, definition] as const]
        : [],
    ),
  );
  const types = new TypeInfo(schema);
  const bare: string[] = [];
  let seen = 0;
  visit(
    document,
    visitWithTypeInfo(types, {
      // A fragment is judged where it is spread, with what is asked beside it.
      Field({ selectionSet }) {
        const type = getNamedType(types.getType())?.name ?? '';
        const needed = BESIDE_VALUE[type];
        const fields = selectionSet ? fieldsOf(selectionSet, fragments) : [];
        if (!needed || !fields.includes('value')) return;
        seen += 1;
        const unsaid = needed.filter((field) => !fields.includes(field));
        if (unsaid.length > 0) bare.push(`${type} without ${unsaid.join(', ')}`);
      },
    }),
  );
  return { seen, bare };
}

describe('every saved operation', () => {
  test('asks beside each rate how sure it is, on what base, and why it may be missing', () => {
    const rates = SAVED.map(({ file, document }) => ({ file, ...bareRates(document) }));
    const withRates = rates.filter(({ seen }) => seen > 0);
    expect(withRates.length).toBeGreaterThan(15);
    expect(withRates.filter(({ bare }) => bare.length > 0)).toEqual([]);
  });

  test('of a rate that says too little is found, in a fragment as well', () => {
    const source = `
      { insertionStatistics { total { ...Rates } } }
      fragment Rates on InsertionSummary { rates { ...Value basis interval { lower } } }
      fragment Value on SummaryRate { value base }`;
    expect(bareRates(parse(source))).toEqual({
      seen: 1,
      bare: ['SummaryRate without reliability, notes'],
    });
  });

  test('is sent by a test of its answer', async () => {
    const exported = (await read('tests/support/operations.ts')).matchAll(
      /^export const (\w+Document)\b/gm,
    );
    const documents = [...exported].map(([, name]) => name);
    const folders = ['tests/operations/', 'tests/graphql/'];
    const imported = await Promise.all(
      folders.map(async (folder) => {
        const files = await filesOf(folder, '.test.ts');
        const texts = await Promise.all(files.map((file) => read(`${folder}${file}`)));
        return texts.flatMap((text) => {
          const [, names = ''] =
            /^import \{([^}]*)\} from '\.\.\/support\/operations\.ts';$/m.exec(text) ?? [];
          return names.match(/\w+Document\b/g) ?? [];
        });
      }),
    );
    expect(documents).toHaveLength(SAVED.length);
    expect(documents.filter((name) => !imported.flat().includes(name ?? ''))).toEqual([]);
  });
});
