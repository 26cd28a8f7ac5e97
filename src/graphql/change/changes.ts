import {
  type ChangeQuestion,
  changeCount,
  changeCountsByKind,
  changesWithin,
} from '../../db/queries/changes.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import {
  certificationMask,
  type CertificationFilter as Filter,
} from '../../snapshot/filter/certification-filter.ts';
import { changePage } from '../../snapshot/history/change-pages.ts';
import { publicationRange } from '../../snapshot/history/publication-choice.ts';
import { codesOf, removedOf, removedWithin, withoutGone } from '../../snapshot/history/removed.ts';
import {
  CertificationFilter,
  type FilterInput,
  type FoundFilter,
  filterOf,
} from '../certification/certification-filter.ts';
import { KNOWN_ON, PUBLICATION } from '../core/asked-publication.ts';
import { builder } from '../core/builder.ts';
import { connectionOfPage } from '../core/connection.ts';
import { AS_OF, type OperationContext, viewOf } from '../core/context.ts';
import { andThen, type Maybe } from '../core/maybe.ts';
import { changesPage } from '../cost/changes.ts';
import { noteEmpty } from '../empty/empty-answers.ts';
import { explainCertifications } from '../empty/filter-parts.ts';
import { choiceOf, PublicationChoice } from '../publication/publication-choice.ts';
import { ChangeConnection, ChangeKind, ChangeRef } from './change.ts';

export const SINCE =
  'Only changes of publications after this one; all that are known when absent, or when it names a day before them.';
export const UNTIL =
  'Only changes of publications up to this one; the one that answers when absent.';

builder.queryField('changes', (t) =>
  t.connection(
    {
      type: ChangeRef,
      description:
        'What changed from one publication to the next, newest publication first, then by certification. The filter chooses certifications as they are now; those that the registers have no longer are judged by number, register, level and certifier as they last were, and left out where it asks anything else.',
      ...changesPage,
      args: {
        since: t.arg({ type: PublicationChoice, description: SINCE }),
        until: t.arg({ type: PublicationChoice, description: UNTIL }),
        kinds: t.arg({ type: [ChangeKind], description: 'Only these kinds.' }),
        filter: t.arg({ type: CertificationFilter, description: 'Of which certifications.' }),
        asOf: t.arg({ type: 'Date', description: AS_OF }),
        publication: t.arg(PUBLICATION),
        knownOn: t.arg(KNOWN_ON),
      },
      resolve: async (_root, { since, until, kinds, filter, asOf, ...request }, context, info) => {
        const view = viewOf(context, asOf);
        const { snapshot } = view;
        const { loaders } = context;
        const range = publicationRange(snapshot, {
          since: choiceOf('since', since),
          until: choiceOf('until', until),
        });
        const { window, pageOf } = changePage(snapshot, request);
        const chosen = await certificationsOf(filter, context, view);
        const question: ChangeQuestion = { ...range, kinds: kinds ?? null, codes: chosen.codes };
        const rows = await loaders.read((db) => changesWithin(db, question, window));
        if (filter && rows.length === 0) {
          const { found } = chosen;
          noteEmpty(context, info, () =>
            explainCertifications({ filter, asOf }, { found, view, context }),
          );
        }
        const total = () => loaders.read((db) => changeCount(db, question));
        const connection = connectionOfPage({ ...pageOf(rows), total }, (place) => ({
          ...{ view, row: rows[place] as (typeof rows)[number] },
        }));
        const countsByKind = () => loaders.read((db) => changeCountsByKind(db, question));
        return { ...connection, countsByKind };
      },
    },
    ChangeConnection,
  ),
);

/** Certifications of a filter, those that are gone included. */
interface Chosen {
  /** null = all. */
  readonly codes: readonly string[] | null;
  readonly found: FoundFilter;
}

function certificationsOf(
  input: FilterInput | null | undefined,
  context: OperationContext,
  view: DayView,
): Maybe<Chosen> {
  if (!input) return andThen(filterOf(input, context, view), (found) => ({ codes: null, found }));
  const { snapshot } = view;
  return andThen(removedOf(snapshot, context.loaders.read), (removed) =>
    andThen(filterOf(withoutGone(input, snapshot, removed), context, view), (found) =>
      andThen(context.run(certificationMask(view, found.filter)), (mask) => {
        if (mask === null) return { codes: null, found };
        const { codes, certifiers } = input;
        const asked: Filter = { ...found.filter, codes, certifiers };
        return { codes: [...codesOf(snapshot, mask), ...removedWithin(removed, asked)], found };
      }),
    ),
  );
}
