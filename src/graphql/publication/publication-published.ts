import { currentOf } from '../../snapshot/provenance.ts';
import { builder } from '../core/builder.ts';
import { PublicationRef } from './publication.ts';

async function* nothing(): AsyncGenerator<void> {}

builder.subscriptionField('publicationPublished', (t) =>
  t.field({
    type: PublicationRef,
    description:
      'The publication that answers, each time that it is another one: this server has loaded it by then. Of several that follow each other closely the last may be told alone.',
    subscribe: (_root, _args, { replacements = nothing }) => replacements(),
    resolve: (_root, _args, { snapshot }) => currentOf(snapshot),
  }),
);
