import { BadUserInputError } from '../../domain/errors.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import type {
  CertificationOrder as Order,
  CertificationOrderField as OrderField,
} from '../../snapshot/list/certification-list.ts';
import { builder } from '../core/builder.ts';
import { orderFields } from '../core/connection.ts';
import type { OperationContext } from '../core/context.ts';
import { andThen, type Maybe } from '../core/maybe.ts';
import { DEFAULT_PEER_RULE, PeerRuleInput, percentiles } from '../peers/peer-rule.ts';
import type { FoundFilter } from './certification-filter.ts';

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
 * The order of an argument, with the percentiles it may need; by
 * relevance when none was given and the filter searches.
 *
 * - Throws `BadUserInputError` for two orders by percentile.
 */
export function ordersOf(
  inputs: readonly (typeof CertificationOrder.$inferInput)[] | null | undefined,
  { search }: FoundFilter,
  context: OperationContext,
  view: DayView,
): Maybe<readonly Order[]> {
  const given = inputs ?? [];
  if (given.length === 0) {
    if (!search) return [];
    return [{ field: 'RELEVANCE', direction: 'DESC', scores: search.scores }];
  }
  const byPercentile = given.filter(({ field }) => field === 'PEER_PERCENTILE');
  if (byPercentile.length > 1) {
    throw new BadUserInputError({
      en: 'orderBy: PEER_PERCENTILE is given twice: give it once',
      fr: 'orderBy : PEER_PERCENTILE est donné deux fois : donnez-le une fois',
    });
  }
  const rule = byPercentile[0] && (byPercentile[0].peers ?? DEFAULT_PEER_RULE);
  const scores = rule && percentiles(context, view, rule);
  return andThen(scores, (ofPeers) =>
    given.map(({ field, direction }): Order => {
      if (field === 'PEER_PERCENTILE') return { field, direction, scores: ofPeers };
      if (field === 'RELEVANCE') return { field, direction, scores: search?.scores };
      return { field, direction };
    }),
  );
}
