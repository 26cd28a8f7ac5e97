import { readPage } from '../db/paging.ts';
import {
  countPublications,
  PUBLICATION_SORT_KEYS,
  type PublicationRecord,
  publications,
} from '../db/publications.ts';
import { builder } from './builder.ts';
import { connectionOf, pageComplexity } from './connection.ts';
import type { RequestContext } from './context.ts';
import { SourceRef } from './source.ts';

export const PublicationRef = builder.objectRef<PublicationRecord>('Publication');

builder.node(PublicationRef, {
  description: 'What one import made visible, all at once (publication).',
  id: { resolve: ({ id }) => id, description: 'Opaque identifier: give it back to `node`.' },
  loadManyWithoutCache: (ids, context) =>
    Promise.all(ids.map((id) => findPublication(id, context))),
  fields: (t) => ({
    number: t.exposeInt('id', { description: 'Number of the publication, growing.' }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      description: 'When it became visible.',
    }),
    demonstration: t.exposeBoolean('demonstration', {
      description: 'Whether it holds the demonstration register, which is fictitious.',
    }),
    current: t.boolean({
      description: 'Whether it is the one that answers.',
      resolve: ({ id }, _args, { publication }) => id === publication.id,
    }),
    sources: t.field({
      type: [SourceRef],
      description: 'The files it is made of, oldest import first.',
      resolve: ({ id }, _args, { loaders }) => loaders.publicationSources.load(id),
    }),
  }),
});

function findPublication(id: string, { loaders }: RequestContext) {
  return /^[1-9]\d{0,8}$/.test(id) ? loaders.publication.load(Number(id)) : null;
}

const PublicationConnection = builder.connectionObject(
  { type: PublicationRef, name: 'PublicationConnection', description: 'A page of publications.' },
  { name: 'PublicationEdge', description: 'A publication in a list.' },
);

builder.queryField('publications', (t) =>
  t.connection(
    {
      type: PublicationRef,
      description: 'All publications, newest first; only the current one can be asked about.',
      complexity: pageComplexity,
      resolve: async (_root, args, { db }) =>
        connectionOf(
          await readPage(publications(db).clearOrderBy(), PUBLICATION_SORT_KEYS, args),
          (row) => row,
          () => countPublications(db).executeTakeFirstOrThrow(),
        ),
    },
    PublicationConnection,
  ),
);
