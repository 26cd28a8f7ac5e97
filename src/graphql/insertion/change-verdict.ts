import type { ChangeVerdict as Verdict } from '../../domain/rate/interval.ts';
import { builder } from '../core/builder.ts';

export const ChangeVerdict = builder.enumType('ChangeVerdict', {
  description: 'Whether a rate rose or fell beyond chance: its interval decides.',
  values: {
    RISE: { description: 'The interval of the difference lies above 0.' },
    FALL: { description: 'The interval of the difference lies below 0.' },
    NOT_SIGNIFICANT: {
      description: 'The interval of the difference contains 0: neither a rise nor a fall.',
    },
  } satisfies Record<Verdict, { description: string }>,
});
