import { type FacetValue, readFacets } from '../db/certification-facets.ts';
import type { PlainDate } from '../domain/calendar.ts';
import {
  CERTIFICATION_DIMENSIONS,
  type CertificationDimension as Dimension,
  isMultiple,
} from '../domain/dimension.ts';
import { AS_OF, asOfDay } from './as-of.ts';
import { builder } from './builder.ts';
import { CertificationFilter, filterOf } from './certification-filter.ts';
import { CertificationDimension } from './dimension.ts';
import { CertificationGroupKeyRef } from './group-key.ts';
import { firstOf, groupByOf } from './grouping-arguments.ts';

interface FacetModel {
  readonly dimension: Dimension;
  readonly valueCount: number;
  readonly values: readonly FacetValue[];
  readonly asOf: PlainDate;
}

const FacetValueRef = builder
  .objectRef<FacetValue & { readonly asOf: PlainDate }>('FacetValue')
  .implement({
    description: 'A value of a dimension, and how many certifications have it.',
    fields: (t) => ({
      key: t.field({
        type: CertificationGroupKeyRef,
        description: 'The value, as the key of a group by that dimension.',
        resolve: ({ dimension, key, asOf }) => ({ dimensions: [dimension], keys: [key], asOf }),
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
      resolve: ({ values, asOf }) => values.map((value) => ({ ...value, asOf })),
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
    complexity: ({ first }) => ({
      field: 10,
      multiplier: Math.max(1, Math.ceil((first ?? DEFAULT_FIRST) / 10)),
    }),
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
    },
    resolve: async (_root, args, context) => {
      const asOf = asOfDay(args.asOf, context.today);
      const dimensions = groupByOf(args.dimensions ?? CERTIFICATION_DIMENSIONS, 'dimensions');
      const filter = await filterOf(args.filter, context, asOf);
      const first = firstOf(args.first, 'values') ?? DEFAULT_FIRST;
      const values = await readFacets(context.db, {
        ...{ filter, dimensions, asOf, acrossOwn: args.acrossOwn },
        // The number of values comes with the first of them.
        first: Math.max(first, 1),
      });
      const byDimension = Map.groupBy(values, ({ dimension }) => dimension);
      return dimensions.map((dimension) => {
        const own = byDimension.get(dimension) ?? [];
        const valueCount = own[0]?.valueCount ?? 0;
        return { dimension, asOf, valueCount, values: own.slice(0, first) };
      });
    },
  }),
);
