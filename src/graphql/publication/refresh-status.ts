import {
  failureMessage,
  type RefreshOutcome,
  type RefreshStatus,
} from '../../domain/refresh-status.ts';
import { builder } from '../core/builder.ts';
import { NoticeRef } from './notice.ts';

const OUTCOMES: Readonly<Record<RefreshOutcome, { readonly description: string }>> = {
  UNCHANGED: { description: 'The newest exports were served already.' },
  IMPORTED: { description: 'The newest exports became a new publication.' },
  FAILED: { description: 'What was served goes on being served; `message` says why.' },
};

const RefreshOutcomeRef = builder.enumType('RefreshOutcome', {
  description: 'How a refresh of the registers ended.',
  values: OUTCOMES,
});

export const RefreshStatusRef = builder.objectRef<RefreshStatus>('RefreshStatus').implement({
  description:
    'Where the refresh of the registers from data.gouv.fr stands, by the last attempt of any server or command.',
  fields: (t) => ({
    lastAttemptAt: t.expose('lastAttemptAt', {
      type: 'DateTime',
      description: 'When the last attempt ended.',
    }),
    lastSuccessAt: t.expose('lastSuccessAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'When the last attempt that did not fail ended. Absent when all of them have failed.',
    }),
    outcome: t.expose('outcome', {
      type: RefreshOutcomeRef,
      description: 'How the last attempt ended.',
    }),
    message: t.field({
      type: NoticeRef,
      nullable: true,
      description: 'Why the last attempt failed. Absent when it did not.',
      resolve: failureMessage,
    }),
    nextAttemptAt: t.expose('nextAttemptAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'When the next attempt is due. Absent when none is planned, or one is under way.',
    }),
    failuresInARow: t.exposeInt('failuresInARow', {
      description: 'Attempts. Those that failed since the last one that did not.',
    }),
  }),
});
