import { publicationList } from '../../snapshot/list/lists.ts';
import type { Publication } from '../../snapshot/snapshot.ts';
import { builder } from '../core/builder.ts';
import { connectionOf } from '../core/connection.ts';
import { ofPublications, pages } from '../cost/lists.ts';
import { PublicationState, stateOf } from './publication-state.ts';
import { SourceRef } from './source.ts';

export const PublicationRef = builder.objectRef<Publication>('Publication');

builder.node(PublicationRef, {
  description: 'What one import made visible, all at once (publication).',
  id: { resolve: ({ id }) => id, description: 'Opaque identifier: give it back to `node`.' },
  loadManyWithoutCache: (ids, { snapshot }) =>
    ids.map((id) => snapshot.publications.find((each) => String(each.id) === id) ?? null),
  fields: (t) => ({
    number: t.exposeInt('id', { description: 'Number of the publication, growing.' }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      description: 'When it became visible.',
    }),
    datedOn: t.expose('datedOn', {
      type: 'Date',
      description:
        'Day it stands for: of its publishing, or of exports that were imported later, as history.',
    }),
    comparedWith: t.field({
      type: PublicationRef,
      nullable: true,
      description:
        'The publication that its changes are counted from. Absent when they are not known: a history begins with it.',
      resolve: ({ comparedWith }, _args, { snapshot }) =>
        snapshot.publications.find(({ id }) => id === comparedWith) ?? null,
    }),
    demonstration: t.exposeBoolean('demonstration', {
      description: 'Whether it holds the demonstration register, which is fictitious.',
    }),
    current: t.boolean({
      description: 'Whether it is the one that answers.',
      resolve: ({ id }, _args, { snapshot }) => id === snapshot.publication.id,
    }),
    state: t.field({
      type: PublicationState,
      description: 'Whether it can be asked for, and why not.',
      resolve: stateOf,
    }),
    withdrawnBecause: t.exposeString('withdrawnBecause', {
      nullable: true,
      description: 'Why it was withdrawn. Absent unless it was.',
    }),
    sources: t.expose('sources', {
      type: [SourceRef],
      description: 'The files it is made of, oldest import first.',
    }),
  }),
});

const PublicationConnection = builder.connectionObject(
  { type: PublicationRef, name: 'PublicationConnection', description: 'A page of publications.' },
  { name: 'PublicationEdge', description: 'A publication in a list.' },
);

builder.queryField('publications', (t) =>
  t.connection(
    {
      type: PublicationRef,
      description:
        'All publications, newest first; `publication` at the root asks about one of them that is PUBLISHED.',
      ...pages(ofPublications),
      resolve: (_root, args, { snapshot }) =>
        connectionOf(
          publicationList(snapshot),
          args,
          (row) => snapshot.publications[row] as Publication,
        ),
    },
    PublicationConnection,
  ),
);
