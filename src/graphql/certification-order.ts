import type { CertificationFilter as Filter } from '../db/certification-filter.ts';
import type {
  CertificationOrder as Order,
  CertificationOrderField as OrderField,
} from '../db/certifications.ts';
import type { PlainDate } from '../domain/calendar.ts';
import { BadUserInputError } from '../domain/errors.ts';
import { builder } from './builder.ts';
import { orderFields } from './connection.ts';
import type { RequestContext } from './context.ts';
import { DEFAULT_PEER_RULE, PeerRuleInput, peerPercentiles } from './peer-rule.ts';

const CertificationOrderField = builder.enumType('CertificationOrderField', {
  description: 'What certifications are ordered by.',
  values: {
    CODE: { description: 'Register, then number.' },
    TITLE: { description: 'Intitulé, whatever the accents and the case.' },
    LEVEL: { description: 'Niveau de qualification.' },
    ABBREVIATION: { description: 'Abrégé.' },
    REGISTRATION_ENDS_ON: { description: 'Date d’échéance de l’enregistrement.' },
    VALID_FROM: { description: 'Date d’effet, else date de décision.' },
    PUBLISHED_ON: { description: 'Date de publication.' },
    LAST_COHORT_YEAR: { description: 'Year of the newest cohort with statistics.' },
    RELEVANCE: { description: 'How well the search is answered; without a search, nothing.' },
    PEER_PERCENTILE: {
      description:
        'Percentile among its peers; certifications without one, those with a base under 20 and those that are not active on the as-of day come last.',
    },
  } satisfies Record<OrderField, { description: string }>,
});

export const CertificationOrder = builder.inputType('CertificationOrder', {
  description: 'One thing to order by; ties are broken by register and number.',
  fields: (t) => ({
    ...orderFields(t, CertificationOrderField),
    peers: t.field({
      type: PeerRuleInput,
      description:
        'For PEER_PERCENTILE: the rule by which peers are chosen; its defaults if absent.',
    }),
  }),
});

/**
 * The order of an argument, with the percentiles it may need of the certifications of a filter; an
 * empty one when it was not given.
 *
 * - Throws `BadUserInputError` for two orders by percentile.
 */
export async function ordersOf(
  inputs: readonly (typeof CertificationOrder.$inferInput)[] | null | undefined,
  filter: Filter,
  context: RequestContext,
  asOf: PlainDate,
): Promise<Order[]> {
  const byPercentile = (inputs ?? []).filter(({ field }) => field === 'PEER_PERCENTILE');
  if (byPercentile.length > 1) {
    throw new BadUserInputError('orderBy: PEER_PERCENTILE is given twice: give it once');
  }
  return Promise.all(
    (inputs ?? []).map(async ({ field, direction, peers }) => ({
      ...{ field, direction },
      ...(field === 'PEER_PERCENTILE' && {
        ranks: await peerPercentiles(context, peers ?? DEFAULT_PEER_RULE, asOf, filter.chosen),
      }),
    })),
  );
}
