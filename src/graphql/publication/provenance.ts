import type { SourceRecord } from '../../db/publications.ts';
import { methodName } from '../../domain/method.ts';
import { attribution, type SourceKind as Kind, licenceOf } from '../../domain/provenance.ts';
import { builder } from '../core/builder.ts';

export const SourceKind = builder.enumType('SourceKind', {
  description:
    'Where a figure was read. When several sources give it, the statistics file prevails, then the fiche page, then the feed.',
  values: {
    FEED: { description: 'The XML export of France compétences.' },
    FICHE_PAGE: { description: 'The public page of the fiche.' },
    STATISTICS_FILE: { description: 'A statistics file given by the holder of the figures.' },
  } satisfies Record<Kind, { description: string }>,
});

export const ProvenanceRef = builder.objectRef<SourceRecord>('Provenance').implement({
  description: 'Where a figure comes from, and under what terms it may be used again.',
  fields: (t) => ({
    source: t.expose('kind', { type: SourceKind, description: 'Kind of source.' }),
    fileName: t.exposeString('fileName', { description: 'Name of the file that was imported.' }),
    datedOn: t.expose('datedOn', { type: 'Date', description: 'Day the source is of.' }),
    methodVersion: t.string({
      description:
        'Version of the method that computed figures follow (docs/method.md), and what was chosen otherwise than it says.',
      resolve: (_source, _args, { snapshot }) => methodName(snapshot.method),
    }),
    licence: t.string({
      nullable: true,
      description:
        'Licence of the data. Absent where the source states none: a statistics file, the demonstration.',
      resolve: (source) => licenceOf(source)?.name ?? null,
    }),
    attribution: t.string({
      description: 'The mention that has to go with the figure.',
      resolve: attribution,
    }),
  }),
});
