import {
  CERTIFICATION_DIMENSIONS,
  type CertificationDimension as Dimension,
  isMultiple,
} from '../../domain/insertion/dimension.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { type Facet, type FacetValue, facets } from '../../snapshot/group/facets.ts';
import { KNOWN_ON, PUBLICATION } from '../core/asked-publication.ts';
import { builder } from '../core/builder.ts';
import { AS_OF, viewOf } from '../core/context.ts';
import { firstOf, groupByOf } from '../core/grouping-arguments.ts';
import { andThen } from '../core/maybe.ts';
import { facetsOf } from '../cost/lists.ts';
import { noteEmpty } from '../empty/empty-answers.ts';
import { explainCertifications } from '../empty/filter-parts.ts';
import { CertificationDimension } from '../insertion/dimension.ts';
import { CertificationGroupKeyRef } from '../insertion/group-key.ts';
import { GroupKeyModel } from '../insertion/group-key-model.ts';
import { CertificationFilter, filterOf } from './certification-filter.ts';

interface FacetModel extends Facet {
  readonly view: DayView;
}

interface FacetValueModel extends FacetValue {
  readonly dimension: Dimension;
  readonly view: DayView;
}

const FacetValueRef = builder.objectRef<FacetValueModel>('FacetValue').implement({
  description: 'A value of a dimension, and how many certifications have it.',
  fields: (t) => ({
    key: t.field({
      type: CertificationGroupKeyRef,
      description: 'The value, as the key of a group by that dimension.',
      resolve: ({ dimension, key, view }) => new GroupKeyModel([dimension], [key], view),
    }),
    certifications: t.exposeInt('certifications', {
      description: 'Certifications. Those of the filter that have the value.',
    }),
  }),
});

const FacetRef = builder.objectRef<FacetModel>('Facet').implement({
  description: 'The values of one dimension, for a panel of filters.',
  fields: (t) => ({
    dimension: t.expose('dimension', {
      type: CertificationDimension,
      description: 'Which dimension.',
    }),
    overlapping: t.boolean({
      description: 'Whether a certification may have several values, so that they do not add up.',
      resolve: ({ dimension }) => isMultiple(dimension),
    }),
    valueCount: t.exposeInt('valueCount', {
      description: 'Values. All that the dimension has, whatever `first` leaves out.',
    }),
    values: t.field({
      type: [FacetValueRef],
      description: 'The most frequent first; what is not known is a value as well.',
      resolve: ({ values, dimension, view }) =>
        values.map(({ key, certifications }) => ({ key, certifications, dimension, view })),
    }),
  }),
});

/** Values that a dimension gives unless the query says otherwise. */
const DEFAULT_FIRST = 20;

builder.queryField('certificationFacets', (t) =>
  t.field({
    type: [FacetRef],
    description:
      'How many certifications of a filter have each value of each dimension, for panels of filters: all of them in one statement.',
    ...facetsOf(CERTIFICATION_DIMENSIONS, DEFAULT_FIRST),
    args: {
      filter: t.arg({ type: CertificationFilter, description: 'Of which certifications.' }),
      dimensions: t.arg({
        type: [CertificationDimension],
        description: 'Which dimensions, and their order; all when absent.',
      }),
      acrossOwn: t.arg.boolean({
        required: true,
        defaultValue: true,
        description:
          'Whether a dimension is counted without what the filter asks of that very dimension, so that its other values can be chosen as well.',
      }),
      first: t.arg.int({
        required: true,
        defaultValue: DEFAULT_FIRST,
        description: 'Values. So many of each dimension.',
      }),
      asOf: t.arg({ type: 'Date', description: AS_OF }),
      publication: t.arg(PUBLICATION),
      knownOn: t.arg(KNOWN_ON),
    },
    resolve: (_root, args, context, info) => {
      const view = viewOf(context, args.asOf);
      const dimensions = groupByOf(args.dimensions ?? CERTIFICATION_DIMENSIONS, 'dimensions');
      const first = firstOf(args.first, { en: 'values', fr: 'valeurs' }) ?? DEFAULT_FIRST;
      return andThen(filterOf(args.filter, context, view), (found) => {
        const { filter } = found;
        const { acrossOwn } = args;
        return andThen(
          context.run(facets(view, { filter, dimensions, first, acrossOwn })),
          (counted) => {
            // Across its own values a dimension may count others than the filter leaves.
            if (counted.every(({ valueCount }) => valueCount === 0)) {
              noteEmpty(context, info, () => explainCertifications(args, { found, view, context }));
            }
            return counted.map((facet): FacetModel => ({ ...facet, view }));
          },
        );
      });
    },
  }),
);
