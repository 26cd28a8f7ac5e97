import type { PublicationState as KeptState } from '../../db/publications.ts';
import type { Publication } from '../../snapshot/snapshot.ts';
import { builder } from '../core/builder.ts';

type State = Exclude<KeptState, 'PRUNED'> | 'NOT_KEPT';

export const PublicationState = builder.enumType('PublicationState', {
  description: 'Whether a publication can be asked for.',
  values: {
    PUBLISHED: { description: 'It can be asked for.' },
    HELD: { description: 'It can be asked for with its token alone: it is not published yet.' },
    WITHDRAWN: { description: 'It was withdrawn: asking for it is PUBLICATION_GONE.' },
    NOT_KEPT: { description: 'It is kept no longer: asking for it is PUBLICATION_GONE.' },
  } satisfies Record<State, { description: string }>,
});

/** The state of a publication; one that was withdrawn stays so when it is kept no longer. */
export function stateOf({ state, withdrawnBecause }: Publication): State {
  if (withdrawnBecause !== null) return 'WITHDRAWN';
  return state === 'PRUNED' ? 'NOT_KEPT' : state;
}
