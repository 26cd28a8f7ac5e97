import type {
  GroupOrderField as Field,
  InsertionHaving as Having,
} from '../../domain/insertion/insertion-grouping.ts';
import { builder } from '../core/builder.ts';
import { OrderDirection } from '../core/connection.ts';
import { IntRange, rangeOf } from '../core/ranges.ts';
import { Indicator } from './insertion-indicator.ts';

const CoverageRange = builder.inputType('CoverageRange', {
  description: 'Coverage of one indicator from one share to another, both included.',
  fields: (t) => ({
    indicator: t.field({ type: Indicator, required: true, description: 'Which rate.' }),
    from: t.field({ type: 'Percentage', description: 'Smallest share of the certified.' }),
    to: t.field({ type: 'Percentage', description: 'Largest share of the certified.' }),
  }),
});

export const InsertionHaving = builder.inputType('InsertionHaving', {
  description: 'Which groups are kept. An absent field keeps all.',
  fields: (t) => ({
    certified: t.field({ type: IntRange, description: 'Heads. So many certified.' }),
    certifications: t.field({ type: IntRange, description: 'So many certifications.' }),
    cohorts: t.field({ type: IntRange, description: 'So many cohorts.' }),
    coverage: t.field({
      type: CoverageRange,
      description: 'So large a share of the certified whose cohort publishes the rate.',
    }),
  }),
});

/**
 * The conditions of an argument, checked.
 *
 * - Throws `BadUserInputError` for a range that ends before it begins.
 */
export function havingOf(given: typeof InsertionHaving.$inferInput | null | undefined): Having {
  const { certified, certifications, cohorts, coverage } = given ?? {};
  return {
    certified: rangeOf('having.certified', certified),
    certifications: rangeOf('having.certifications', certifications),
    cohorts: rangeOf('having.cohorts', cohorts),
    coverage: rangeOf('having.coverage', coverage),
  };
}

const GroupOrderField = builder.enumType('InsertionGroupOrderField', {
  description: 'What groups are ordered by. What is not known comes last.',
  values: {
    KEY: { description: 'The keys, in the order of `groupBy`.' },
    CERTIFICATIONS: { description: 'Number of certifications.' },
    COHORTS: { description: 'Number of cohorts.' },
    CERTIFIED: { description: 'Number of certified.' },
    CERTIFIED_THROUGH_VAE: { description: 'Number of certified through VAE.' },
    VAE_SHARE: { description: 'Share of the certified who came through VAE.' },
    VALUE: { description: 'Pooled rate; needs `indicator`.' },
    UNWEIGHTED_MEAN: { description: 'Unweighted mean; needs `indicator`.' },
    MEDIAN: { description: 'Median over certifications; needs `indicator`.' },
    LOWER_QUARTILE: { description: 'Lower quartile; needs `indicator`.' },
    UPPER_QUARTILE: { description: 'Upper quartile; needs `indicator`.' },
    BASE: { description: 'Base of the pooled rate; needs `indicator`.' },
    COVERAGE: { description: 'Coverage of the pooled rate; needs `indicator`.' },
    COHORTS_WITHOUT_RATE: {
      description: 'Number of cohorts that do not publish the rate; needs `indicator`.',
    },
  } satisfies Record<Field, { description: string }>,
});

export const InsertionGroupOrder = builder.inputType('InsertionGroupOrder', {
  description: 'One thing to order groups by; ties are broken by key.',
  fields: (t) => ({
    by: t.field({ type: GroupOrderField, required: true, description: 'What.' }),
    indicator: t.field({ type: Indicator, description: 'Of which rate, for what is of a rate.' }),
    direction: t.field({
      type: OrderDirection,
      required: true,
      defaultValue: 'ASC',
      description: 'Which way.',
    }),
  }),
});
