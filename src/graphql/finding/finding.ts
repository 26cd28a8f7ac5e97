import { frenchMessage } from '../../domain/findings/french-message.ts';
import type { Work } from '../../domain/work.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { explainFindings } from '../../snapshot/empty/findings.ts';
import { type FindingFilter as Filter, findingMask } from '../../snapshot/findings.ts';
import { findingList, type FindingOrderField as OrderField } from '../../snapshot/list/lists.ts';
import type { RowList } from '../../snapshot/list/page.ts';
import type { Order } from '../../snapshot/list/row-list.ts';
import { FindingRow } from '../../snapshot/rows/finding-row.ts';
import { CertificationRef } from '../certification/certification.ts';
import { KNOWN_ON, PUBLICATION } from '../core/asked-publication.ts';
import { builder } from '../core/builder.ts';
import { connectionOf, orderInput } from '../core/connection.ts';
import { AS_OF, type OperationContext, viewOf } from '../core/context.ts';
import { checkCodes } from '../core/known-codes.ts';
import { andThen } from '../core/maybe.ts';
import { IntRange, namedYears, rangeOf, yearsOf } from '../core/ranges.ts';
import { listOf, ofFindings, pages, perCertification } from '../cost/lists.ts';
import { isEmptyList, noteEmpty } from '../empty/empty-answers.ts';
import { PublicationRef } from '../publication/publication.ts';
import { SourceRef } from '../publication/source.ts';
import { FindingRule, FindingSeverity } from './finding-rule.ts';

const FindingRef = builder.objectRef<FindingRow>('Finding');

builder.node(FindingRef, {
  description: 'Something wrong in the data that were read (anomalie), with what would be right.',
  id: {
    resolve: ({ key }) => key,
    description: 'Opaque identifier: give it back to `node`.',
  },
  loadManyWithoutCache: (keys, context) =>
    keys.map((key) => {
      const row = context.snapshot.findings.rowOf.get(key);
      return row === undefined ? null : new FindingRow(viewOf(context), row);
    }),
  fields: (t) => ({
    rule: t.expose('rule', {
      type: FindingRule,
      description: 'What is wrong.',
    }),
    severity: t.expose('severity', {
      type: FindingSeverity,
      description: 'How grave it is.',
    }),
    certificationCode: t.exposeString('certificationCode', {
      nullable: true,
      description: 'Numéro de fiche as written in the source. Absent when it has none.',
    }),
    certification: t.field({
      type: CertificationRef,
      nullable: true,
      description: 'The certification. Absent when the fiche was refused, or has no number.',
      resolve: ({ certification }) => certification,
    }),
    cohortYear: t.exposeInt('cohortYear', {
      nullable: true,
      description: 'Year of the cohort. Absent when no cohort is meant.',
    }),
    element: t.exposeString('element', {
      nullable: true,
      description: 'Element or column of the source. Absent when the whole fiche is meant.',
    }),
    given: t.exposeString('given', {
      nullable: true,
      description: 'What the source says, cut to 200 characters. Absent when it says nothing.',
    }),
    message: t.exposeString('message', {
      description: 'What is wrong and what would be right, in English.',
    }),
    messageFr: t.string({
      description: 'The same in French.',
      resolve: ({ rule, message }) => frenchMessage(rule, message),
    }),
    firstSeenPublication: t.field({
      type: PublicationRef,
      description: 'The publication that first had it.',
      resolve: ({ view: { snapshot }, row }) => {
        const id = snapshot.findings.firstSeenPublicationId[row];
        const publication = snapshot.publications.find((each) => each.id === id);
        if (!publication) throw new Error(`publication ${id} is not there`);
        return publication;
      },
    }),
    source: t.field({
      type: SourceRef,
      nullable: true,
      description: 'The file it was found in. Absent when it is of no file.',
      resolve: ({ source }) => source,
    }),
  }),
});

builder.objectField(CertificationRef, 'findings', (t) =>
  t.field({
    type: [FindingRef],
    ...listOf(perCertification(ofFindings)),
    description: 'What is wrong in the data of this certification, gravest first.',
    resolve: ({ view, row }) => {
      const { offset, value } = view.snapshot.findings.ofCertification;
      return Array.from(
        value.subarray(offset[row], offset[row + 1]),
        (finding) => new FindingRow(view, finding),
      );
    },
  }),
);

export const FindingFilter = builder.inputType('FindingFilter', {
  description: 'Which findings. An absent field restricts nothing; lists mean "any of".',
  fields: (t) => ({
    rules: t.field({ type: [FindingRule], description: 'What is wrong.' }),
    severities: t.field({ type: [FindingSeverity], description: 'How grave they are.' }),
    certification: t.field({ type: 'RegisterCode', description: 'On this certification.' }),
    certifier: t.field({
      type: 'Siren',
      description: 'On certifications that this body certifies now.',
    }),
    cohortYear: t.field({ type: IntRange, description: 'On cohorts of these years.' }),
    cohortYears: t.field({
      type: 'YearSelection',
      description: 'On cohorts of these years; instead of `cohortYear`.',
    }),
    firstSeenPublication: t.field({
      type: IntRange,
      description: 'First seen in publications of these numbers.',
    }),
  }),
});

type FindingFilterInput = typeof FindingFilter.$inferInput | null | undefined;

/**
 * The filter of an argument, checked; an empty one when it was not given. A certification need not
 * be known: findings are also about fiches that were refused.
 *
 * - Throws `BadUserInputError` for a range that ends before it begins, and for a body that the
 *   register does not have.
 */
export function findingFilterOf(
  input: FindingFilterInput,
  context: OperationContext,
  view: DayView,
): Filter {
  const certifiers = input?.certifier == null ? [] : [input.certifier];
  checkCodes(context, 'certifier', 'certifier', certifiers);
  const { cohortYears: _, ...rest } = input ?? {};
  return {
    ...rest,
    cohortYear: yearsOf(namedYears(input), view),
    firstSeenPublication: rangeOf('firstSeenPublication', input?.firstSeenPublication),
  };
}

/** Each field of a filter alone, by the name that its argument has for it. */
export function eachField(
  filter: Filter,
  input: FindingFilterInput,
): Readonly<Record<string, Filter>> {
  const years = input?.cohortYears == null ? 'cohortYear' : 'cohortYears';
  return Object.fromEntries(
    Object.entries(filter).map(([field, given]) => [
      field === 'cohortYear' ? years : field,
      { [field]: given },
    ]),
  );
}

const FindingOrderField = builder.enumType('FindingOrderField', {
  description: 'What findings are ordered by.',
  values: {
    FIRST_SEEN_PUBLICATION: { description: 'Number of the publication that first had it.' },
  } satisfies Record<OrderField, { description: string }>,
});

const FindingOrder = orderInput(
  'FindingOrder',
  FindingOrderField,
  'One thing to order by; ties are broken by severity, then certification.',
);

const FindingConnection = builder.connectionObject(
  { type: FindingRef, name: 'FindingConnection', description: 'A page of findings.' },
  { name: 'FindingEdge', description: 'A finding in a list.' },
);

builder.queryField('findings', (t) =>
  t.connection(
    {
      type: FindingRef,
      description:
        'Findings of the current publication: gravest first, then by certification; those of no readable fiche come last.',
      ...pages(ofFindings),
      args: {
        filter: t.arg({ type: FindingFilter, description: 'Which ones.' }),
        orderBy: t.arg({ type: [FindingOrder], description: 'Their order.' }),
        asOf: t.arg({ type: 'Date', description: AS_OF }),
        publication: t.arg(PUBLICATION),
        knownOn: t.arg(KNOWN_ON),
      },
      resolve: (_root, args, context, info) => {
        const view = viewOf(context, args.asOf);
        const filter = findingFilterOf(args.filter, context, view);
        return andThen(context.run(filteredFindings(view, filter, args.orderBy ?? [])), (list) => {
          const connection = connectionOf(list, args, (row) => new FindingRow(view, row));
          if (isEmptyList(connection)) {
            noteEmpty(context, info, () => explainFindings(view, eachField(filter, args.filter)));
          }
          return connection;
        });
      },
    },
    FindingConnection,
  ),
);

/** Findings of a filter, in an order. */
function* filteredFindings(
  view: DayView,
  filter: Filter,
  orders: readonly Order<OrderField>[],
): Work<RowList> {
  return yield* findingList(view.snapshot, yield* findingMask(view, filter), orders);
}
