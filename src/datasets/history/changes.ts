import type { ChangeRow } from '../../db/queries/changes.ts';
import { NONE } from '../../snapshot/columns.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { readChanges } from '../../snapshot/history/change-pages.ts';
import { knownRemoved, removedOf } from '../../snapshot/history/removed.ts';
import type { BatchMaking } from '../dataset.ts';
import { storedDataset } from '../declared-dataset.ts';
import { emptyCertifications } from '../empty-rows.ts';
import { AS_OF, CERTIFICATION_PARAMETERS } from '../filter-parameters.ts';
import type { ParameterValues } from '../parameter.ts';
import { type ChangeItem, changeColumns } from './change-columns.ts';
import { changeQuestion, KINDS, namesGone } from './change-question.ts';
import { RANGE_PARAMETERS } from './publication-parameters.ts';

const { noRows, noRates } = emptyCertifications();

export const changes = storedDataset<ChangeItem>({
  name: 'changes',
  title: { fr: 'Changements', en: 'Changes' },
  description: {
    fr: 'Ce qui a changé d’une publication à la suivante, le plus récent d’abord\u00a0: certifications nouvelles, retirées, échues ou de nouveau actives, ce que disent leurs fiches, chiffres ajoutés, modifiés et retirés.',
    en: 'What changed from one publication to the next, newest first: certifications that are new, gone, ended or active again, what their fiches say, figures added, altered and withdrawn.',
  },
  grain: {
    fr: 'une ligne par élément d’une certification qui a changé dans une publication',
    en: 'one row for each thing of a certification that changed in a publication',
  },
  key: ['publication_number', 'position'],
  parameters: [...RANGE_PARAMETERS, KINDS, ...CERTIFICATION_PARAMETERS, AS_OF],
  pages: pagesOf,
  whyEmpty: {
    // Where certifications are chosen, there is no change of them: that needs no words.
    noRows: function* (view, values, today) {
      const removed = knownRemoved(view.snapshot);
      if (removed && namesGone(view, values, removed)) return null;
      return yield* noRows(view, values, today);
    },
    noRates,
  },
  columns: changeColumns,
});

/** Changes that are read at a time. */
const PAGE = 2_000;

async function* pagesOf(
  view: DayView,
  values: ParameterValues,
  { read, run }: BatchMaking,
): AsyncGenerator<readonly ChangeItem[]> {
  const { snapshot } = view;
  const removed = await removedOf(snapshot, read);
  const question = await changeQuestion(view, values, removed, run);
  await run(view.ready('active'));
  let after: readonly [number, number] | null = null;
  for (;;) {
    const rows: ChangeRow[] = await readChanges(read, question, { after, limit: PAGE });
    yield rows.map((change) => {
      const row = snapshot.certifications.rowOf.get(change.certificationCode) ?? NONE;
      return { change, row, removed: removed.get(change.certificationCode) };
    });
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = [last.publicationId, last.position];
  }
}
