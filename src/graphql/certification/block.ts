import { foldText, runTogether } from '../../domain/search/fold-text.ts';
import { inRanges, type Work } from '../../domain/work.ts';
import type { DayView, Mask } from '../../snapshot/day-view.ts';
import type { Condition } from '../../snapshot/empty/condition.ts';
import { fieldConditions } from '../../snapshot/empty/filter-conditions.ts';
import {
  type CertificationFilter as Criteria,
  certificationMask,
} from '../../snapshot/filter/certification-filter.ts';
import { prefixTest } from '../../snapshot/filter/prefixes.ts';
import {
  blockList,
  blockTitleKeys,
  type BlockOrderField as OrderField,
} from '../../snapshot/list/lists.ts';
import type { RowList } from '../../snapshot/list/page.ts';
import type { Order } from '../../snapshot/list/row-list.ts';
import { BlockRow } from '../../snapshot/rows/block-row.ts';
import { childRows } from '../../snapshot/rows/lookup.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { KNOWN_ON, PUBLICATION } from '../core/asked-publication.ts';
import { builder } from '../core/builder.ts';
import { connectionOf, orderInput } from '../core/connection.ts';
import { AS_OF, type OperationContext, viewOf } from '../core/context.ts';
import { andThen } from '../core/maybe.ts';
import { textArgument } from '../core/text-argument.ts';
import { listOf, ofBlocks, pages, perCertification, readFromDatabase } from '../cost/lists.ts';
import { isEmptyList, noteEmpty } from '../empty/empty-answers.ts';
import { explainBlocks } from '../empty/filter-parts.ts';
import { CertificationRef } from './certification.ts';
import { CertificationFilter, filterOf } from './certification-filter.ts';

type LongText = 'skills' | 'assessmentModes' | 'entryPrerequisites' | 'validationPrerequisites';

/** Reads a long text of a block, those of its certification together. */
function longText(name: LongText) {
  return async (block: BlockRow, _args: object, { loaders }: OperationContext) => {
    const texts = await loaders.blockTexts.load(block.certification.code);
    return texts.find(({ position }) => position === block.position)?.[name] ?? null;
  };
}

const BlockRef = builder.objectRef<BlockRow>('Block');

builder.node(BlockRef, {
  description: 'A competency block (bloc de compétences) of a certification.',
  id: {
    resolve: ({ certification, position }) => `${certification.code}/${position}`,
    description: 'Opaque identifier: give it back to `node`.',
  },
  loadManyWithoutCache: (ids, context) => ids.map((id) => findBlock(viewOf(context), id)),
  fields: (t) => ({
    code: t.exposeString('code', {
      description:
        'Code of the block as published: it may be malformed, or stand twice in a fiche.',
    }),
    position: t.exposeInt('position', {
      description: 'Place in the fiche, from 1 on.',
    }),
    title: t.exposeString('title', {
      description: 'Libellé.',
    }),
    skills: t.string({
      nullable: true,
      description: 'Liste de compétences. Absent when not published.',
      ...readFromDatabase,
      resolve: longText('skills'),
    }),
    assessmentModes: t.string({
      nullable: true,
      description: 'Modalités d’évaluation. Absent when not published.',
      ...readFromDatabase,
      resolve: longText('assessmentModes'),
    }),
    entryPrerequisites: t.string({
      nullable: true,
      description: 'Prérequis à l’entrée en formation du bloc. Absent when not published.',
      ...readFromDatabase,
      resolve: longText('entryPrerequisites'),
    }),
    validationPrerequisites: t.string({
      nullable: true,
      description: 'Prérequis à la validation du bloc. Absent when not published.',
      ...readFromDatabase,
      resolve: longText('validationPrerequisites'),
    }),
    certification: t.field({
      type: CertificationRef,
      description: 'The certification it is a part of.',
      resolve: ({ certification }) => certification,
    }),
  }),
});

builder.objectFields(CertificationRef, (t) => ({
  blocks: t.field({
    type: [BlockRef],
    ...listOf(perCertification(ofBlocks)),
    description: 'Blocs de compétences, in the order of the fiche.',
    resolve: (certification) =>
      childRows(certification, certification.view.snapshot.blocks.offset, BlockRow),
  }),
  blockCount: t.exposeInt('blockCount', {
    description: 'Blocks. How many blocs de compétences the fiche has; 0 when it has none.',
  }),
}));

/** The block of an identifier; null when there is none. */
function findBlock(view: DayView, id: string): BlockRow | null {
  const [code = '', position] = id.split('/');
  const { blocks, certifications } = view.snapshot;
  const certification = certifications.rowOf.get(code);
  if (certification === undefined) return null;
  const to = blocks.offset[certification + 1] ?? 0;
  for (let row = blocks.offset[certification] ?? 0; row < to; row++) {
    if (String(blocks.position[row]) === position) return new BlockRow(view, row);
  }
  return null;
}

const BlockFilter = builder.inputType('BlockFilter', {
  description: 'Which blocks. An absent field restricts nothing; lists mean "any of".',
  fields: (t) => ({
    codes: t.stringList({ description: 'Codes of blocks, or their first characters.' }),
    title: t.string({ description: 'Part of the title, whatever the accents and the case.' }),
    certification: t.field({
      type: CertificationFilter,
      description: 'Blocks of these certifications.',
    }),
  }),
});

const BlockOrderField = builder.enumType('BlockOrderField', {
  description: 'What blocks are ordered by.',
  values: {
    CERTIFICATION: { description: 'Register, number, then place in the fiche.' },
    CODE: { description: 'Code of the block.' },
    TITLE: { description: 'Libellé, whatever the accents and the case.' },
  } satisfies Record<OrderField, { description: string }>,
});

const BlockOrder = orderInput(
  'BlockOrder',
  BlockOrderField,
  'One thing to order by; ties are broken by certification and place.',
);

const BlockConnection = builder.connectionObject(
  { type: BlockRef, name: 'BlockConnection', description: 'A page of blocks.' },
  { name: 'BlockEdge', description: 'A block in a list.' },
);

builder.queryField('blocks', (t) =>
  t.connection(
    {
      type: BlockRef,
      description: 'Blocks of a filter, in the order of the fiches unless another is given.',
      ...pages(ofBlocks),
      args: {
        filter: t.arg({ type: BlockFilter, description: 'Which blocks.' }),
        orderBy: t.arg({ type: [BlockOrder], description: 'Their order.' }),
        asOf: t.arg({ type: 'Date', description: AS_OF }),
        publication: t.arg(PUBLICATION),
        knownOn: t.arg(KNOWN_ON),
      },
      resolve: (_root, args, context, info) => {
        const view = viewOf(context, args.asOf);
        const codes = args.filter?.codes?.map((code) => textArgument('codes', code) ?? '') ?? null;
        const title = textArgument('title', args.filter?.title);
        return andThen(filterOf(args.filter?.certification, context, view), (found) => {
          const criteria = { codes, title, certification: found.filter };
          return andThen(
            context.run(filteredBlocks(view, criteria, args.orderBy ?? [])),
            (list) => {
              const connection = connectionOf(list, args, (row) => new BlockRow(view, row));
              if (isEmptyList(connection)) {
                noteEmpty(context, info, () =>
                  explainBlocks(args, { found, view, context }, (day) =>
                    blockConditions(day, { codes, title }),
                  ),
                );
              }
              return connection;
            },
          );
        });
      },
    },
    BlockConnection,
  ),
);

interface BlockCriteria {
  /** Codes of blocks, or their first characters. */
  readonly codes: readonly string[] | null;
  readonly title: string | null;
  readonly certification: Criteria;
}

/** Blocks of a filter, in an order. */
function* filteredBlocks(
  view: DayView,
  criteria: BlockCriteria,
  orders: readonly Order<OrderField>[],
): Work<RowList> {
  return yield* blockList(view.snapshot, orders, yield* blockMask(view, criteria));
}

/** Blocks that are looked at at a time: titles are searched. */
const LOOKED_AT = 1_000;

/** Conditions of the blocks themselves. */
function blockConditions(
  view: DayView,
  own: Omit<BlockCriteria, 'certification'>,
): Work<Condition[]> {
  const none = { codes: null, title: null, certification: {} };
  return fieldConditions(
    own,
    (alone) => blockMask(view, { ...none, ...alone }),
    (field) =>
      field === 'codes'
        ? {
            ...{ kind: 'CODES', given: own.codes ?? [] },
            codesOf: (row) => [view.snapshot.blocks.code[row] ?? ''],
          }
        : null,
  );
}

/** Blocks of a filter, by row; null = all. */
function* blockMask(
  view: DayView,
  { codes, title, certification }: BlockCriteria,
): Work<Mask | null> {
  const { blocks } = view.snapshot;
  const ofCertification = yield* certificationMask(view, certification);
  if (codes === null && title === null && !ofCertification) return null;
  const hasCode = codes && prefixTest(codes.map((code) => code.toUpperCase()));
  const hasTitle = title === null ? null : yield* titleTest(view.snapshot, title);
  const mask = new Uint8Array(blocks.count);
  const lookAt = (from: number, to: number) => {
    for (let row = from; row < to; row++) {
      if (ofCertification && ofCertification[blocks.certification[row] ?? 0] === 0) continue;
      if (hasCode && !hasCode(blocks.code[row] ?? '')) continue;
      if (hasTitle && !hasTitle(row)) continue;
      mask[row] = 1;
    }
  };
  yield* inRanges(blocks.count, lookAt, LOOKED_AT);
  return mask;
}

/** Whether the title of a block has a part, whatever the accents, the case and the signs between words. */
function* titleTest(snapshot: Snapshot, part: string): Work<(row: number) => boolean> {
  const folded = foldText(part);
  const letters = runTogether(folded);
  const titles = yield* blockTitleKeys(snapshot);
  // A part without letters is looked for as it is.
  if (letters === '') return (row) => titles[row]?.includes(folded) ?? false;
  return (row) => runTogether(titles[row] ?? '').includes(letters);
}
