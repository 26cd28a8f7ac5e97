import { defaultFieldResolver, type GraphQLFieldResolver, isObjectType } from 'graphql';
import { DATASETS } from '../../../src/datasets/catalogue.ts';
import { dimension } from '../../../src/datasets/columns.ts';
import type { Dataset } from '../../../src/datasets/dataset.ts';
import { storedDataset } from '../../../src/datasets/declared-dataset.ts';
import { AS_OF } from '../../../src/datasets/filter-parameters.ts';
import type { Access } from '../../../src/domain/access/reader-access.ts';
import type { OperationContext } from '../../../src/graphql/core/context.ts';
import { schema } from '../../../src/graphql/schema.ts';

/** What an answer of these tests says of its reader: nothing to who has no role. */
export function markOf(access: Access, code: string): string {
  const { reader } = access;
  if (reader.role === 'PUBLIC') return '';
  access.read(code);
  return ` for ${reader.role} ${reader.name}`;
}

/** Has fields of the schema of the product look at their reader, and say who it is. */
export function restrictField(
  type: string,
  name: string,
  say: (value: unknown, access: Access) => unknown,
): void {
  const object = schema.getType(type);
  const field = isObjectType(object) ? object.getFields()[name] : undefined;
  if (!field) throw new Error(`there is no field ${type}.${name}`);
  const resolve = (field.resolve ?? defaultFieldResolver) as Resolver;
  field.resolve = (source, args, context: OperationContext, info) =>
    say(resolve(source, args, context, info), context.access);
}

type Resolver = GraphQLFieldResolver<unknown, OperationContext>;

/** Rows of `restrictedDataset`, so many in each of its pages. */
const PAGES = [600, 600, 10];

/** A dataset of rows that say who reads them, which takes several batches. */
export const restrictedDataset: Dataset = storedDataset<{ readonly row: number; mark: string }>({
  name: 'restricted',
  title: { fr: 'Réservé', en: 'Restricted' },
  description: { fr: 'Ce que lit chacun.', en: 'What each reads.' },
  grain: { fr: 'une ligne', en: 'one row' },
  key: ['row'],
  parameters: [AS_OF],
  pages: async function* (_view, _values, { access }) {
    let row = 0;
    for (const [page, count] of PAGES.entries()) {
      yield Array.from({ length: count }, () => {
        row += 1;
        return { row, mark: `row${markOf(access, `RNCP${page + 1}`)}` };
      });
    }
  },
  columns: () => [
    dimension('row', 'INTEGER', 'Ligne', 'Row', ({ row }) => row),
    dimension('mark', 'TEXT', 'Marque', 'Mark', ({ mark }) => mark),
  ],
});

/** Has the server of this process serve a dataset beside its own. */
export function addDataset(dataset: Dataset): void {
  (DATASETS as Dataset[]).push(dataset);
}
