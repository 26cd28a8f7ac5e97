import type { CountsByKind } from '../../db/queries/changes.ts';
import type { RegisterCode } from '../../domain/certification/register-code.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { changePage } from '../../snapshot/history/change-pages.ts';
import { publicationRange } from '../../snapshot/history/publication-choice.ts';
import { CertificationRef } from '../certification/certification.ts';
import { builder } from '../core/builder.ts';
import { connectionOfPage } from '../core/connection.ts';
import { historyPage } from '../cost/changes.ts';
import { choiceOf, PublicationChoice } from '../publication/publication-choice.ts';
import { ChangeConnection, ChangeKind, ChangeRef } from './change.ts';
import { SINCE, UNTIL } from './changes.ts';

/** A certification of which the history is told, seen on a day. */
export interface Remembered {
  readonly view: DayView;
  readonly code: RegisterCode;
}

/** Field `history` of a type whose objects are certifications, there or gone. */
export function historyField<Parent extends Remembered>(
  t: PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, Parent>,
) {
  return t.connection(
    {
      type: ChangeRef,
      description:
        'What changed of it, field by field, newest publication first. Nothing before history begins, which is where the first publication is.',
      ...historyPage,
      args: {
        since: t.arg({ type: PublicationChoice, description: SINCE }),
        until: t.arg({ type: PublicationChoice, description: UNTIL }),
        kinds: t.arg({ type: [ChangeKind], description: 'Only these kinds.' }),
      },
      resolve: async ({ view, code }, { since, until, kinds, ...request }, { loaders }) => {
        const range = publicationRange(view.snapshot, {
          since: choiceOf('since', since),
          until: choiceOf('until', until),
        });
        const question = { ...range, kinds: kinds ?? null };
        const { window, pageOf } = changePage(view.snapshot, request);
        const rows = await loaders.changes({ question, window }).load(code);
        const countsByKind = () => loaders.changeCounts(question).load(code);
        const total = async () => sumOf(await countsByKind());
        const connection = connectionOfPage({ ...pageOf(rows), total }, (place) => ({
          ...{ view, row: rows[place] as (typeof rows)[number] },
        }));
        return { ...connection, countsByKind };
      },
    },
    ChangeConnection,
  );
}

function sumOf(counts: CountsByKind): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

builder.objectField(CertificationRef, 'history', historyField);
