import { foldText, runTogether } from '../../domain/search/fold-text.ts';
import type { DayView, Mask } from '../../snapshot/day-view.ts';
import {
  type CertificationFilter as Criteria,
  certificationMask,
} from '../../snapshot/filter/certification-filter.ts';
import {
  blockList,
  blockTitleKeys,
  type BlockOrderField as OrderField,
} from '../../snapshot/list/lists.ts';
import { BlockRow } from '../../snapshot/rows/block-row.ts';
import { childRows } from '../../snapshot/rows/lookup.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import { builder } from '../core/builder.ts';
import { connectionOf, orderInput, pageComplexity } from '../core/connection.ts';
import { AS_OF, type OperationContext, viewOf } from '../core/context.ts';
import { andThen } from '../core/maybe.ts';
import { textArgument } from '../core/text-argument.ts';
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
      resolve: longText('skills'),
    }),
    assessmentModes: t.string({
      nullable: true,
      description: 'Modalités d’évaluation. Absent when not published.',
      resolve: longText('assessmentModes'),
    }),
    entryPrerequisites: t.string({
      nullable: true,
      description: 'Prérequis à l’entrée en formation du bloc. Absent when not published.',
      resolve: longText('entryPrerequisites'),
    }),
    validationPrerequisites: t.string({
      nullable: true,
      description: 'Prérequis à la validation du bloc. Absent when not published.',
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
      complexity: pageComplexity,
      args: {
        filter: t.arg({ type: BlockFilter, description: 'Which blocks.' }),
        orderBy: t.arg({ type: [BlockOrder], description: 'Their order.' }),
        asOf: t.arg({ type: 'Date', description: AS_OF }),
      },
      resolve: (_root, args, context) => {
        const view = viewOf(context, args.asOf);
        const codes = args.filter?.codes?.map((code) => textArgument('codes', code) ?? '') ?? null;
        const title = textArgument('title', args.filter?.title);
        return andThen(filterOf(args.filter?.certification, context, view), ({ filter }) =>
          connectionOf(
            blockList(
              view.snapshot,
              args.orderBy ?? [],
              blockMask(view, { codes, title, certification: filter }),
            ),
            args,
            (row) => new BlockRow(view, row),
          ),
        );
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

/** Blocks of a filter, by row; null = all. */
function blockMask(view: DayView, { codes, title, certification }: BlockCriteria): Mask | null {
  const { blocks } = view.snapshot;
  const ofCertification = certificationMask(view, certification);
  if (codes === null && title === null && !ofCertification) return null;
  const prefixes = codes?.map((code) => code.toUpperCase());
  const hasTitle = title === null ? null : titleTest(view.snapshot, title);
  const mask = new Uint8Array(blocks.count);
  for (let row = 0; row < mask.length; row++) {
    if (ofCertification && ofCertification[blocks.certification[row] ?? 0] === 0) continue;
    if (prefixes && !prefixes.some((prefix) => blocks.code[row]?.startsWith(prefix))) continue;
    if (hasTitle && !hasTitle(row)) continue;
    mask[row] = 1;
  }
  return mask;
}

/** Whether the title of a block has a part, whatever the accents, the case and the signs between words. */
function titleTest(snapshot: Snapshot, part: string): (row: number) => boolean {
  const folded = foldText(part);
  const letters = runTogether(folded);
  const titles = blockTitleKeys(snapshot);
  // A part without letters is looked for as it is.
  if (letters === '') return (row) => titles[row]?.includes(folded) ?? false;
  return (row) => runTogether(titles[row] ?? '').includes(letters);
}
