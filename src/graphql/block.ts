import {
  type BlockRow,
  blockSortKeys,
  blocks,
  countBlocks,
  type BlockOrderField as OrderField,
} from '../db/blocks.ts';
import { readPage } from '../db/paging.ts';
import type { PlainDate } from '../domain/calendar.ts';
import { AS_OF, asOfDay } from './as-of.ts';
import { builder } from './builder.ts';
import { CertificationRef, loadCertification } from './certification.ts';
import { CertificationFilter, filterOf } from './certification-filter.ts';
import { connectionOf, orderInput, pageComplexity } from './connection.ts';
import { textArgument } from './text-argument.ts';

/** A block seen on a day: `asOf` reaches the certification above it. */
interface BlockModel extends BlockRow {
  readonly asOf: PlainDate;
}

const BlockRef = builder.objectRef<BlockModel>('Block');

builder.node(BlockRef, {
  description: 'A competency block (bloc de compétences) of a certification.',
  id: {
    resolve: ({ certificationCode, position }) => `${certificationCode}/${position}`,
    description: 'Opaque identifier: give it back to `node`.',
  },
  loadManyWithoutCache: (ids, { loaders, today }) =>
    Promise.all(
      ids.map(async (id) => {
        const [code = '', position] = id.split('/');
        const rows = await loaders.blocks.load(code);
        const row = rows.find((each) => String(each.position) === position);
        return row ? { ...row, asOf: today } : null;
      }),
    ),
  fields: (t) => ({
    code: t.exposeString('code', {
      description:
        'Code of the block as published: it may be malformed, or stand twice in a fiche.',
    }),
    position: t.exposeInt('position', { description: 'Place in the fiche, from 1 on.' }),
    title: t.exposeString('title', { description: 'Libellé.' }),
    skills: t.exposeString('skills', {
      nullable: true,
      description: 'Liste de compétences. Absent when not published.',
    }),
    assessmentModes: t.exposeString('assessmentModes', {
      nullable: true,
      description: 'Modalités d’évaluation. Absent when not published.',
    }),
    entryPrerequisites: t.exposeString('entryPrerequisites', {
      nullable: true,
      description: 'Prérequis à l’entrée en formation du bloc. Absent when not published.',
    }),
    validationPrerequisites: t.exposeString('validationPrerequisites', {
      nullable: true,
      description: 'Prérequis à la validation du bloc. Absent when not published.',
    }),
    certification: t.field({
      type: CertificationRef,
      description: 'The certification it is a part of.',
      resolve: async ({ certificationCode, asOf }, _args, context) => {
        const certification = await loadCertification(context, certificationCode, asOf);
        if (!certification) throw new Error(`block of ${certificationCode}, which is not there`);
        return certification;
      },
    }),
  }),
});

builder.objectFields(CertificationRef, (t) => ({
  blocks: t.field({
    type: [BlockRef],
    description: 'Blocs de compétences, in the order of the fiche.',
    resolve: async ({ code, asOf }, _args, { loaders }) =>
      (await loaders.blocks.load(code)).map((row) => ({ ...row, asOf })),
  }),
  blockCount: t.int({
    description: 'Blocks. How many blocs de compétences the fiche has; 0 when it has none.',
    resolve: async ({ code }, _args, { loaders }) =>
      (await loaders.blockCount.load(code))?.blocks ?? 0,
  }),
}));

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
      resolve: async (_root, args, context) => {
        const { db, today } = context;
        const asOf = asOfDay(args.asOf, today);
        const filter = {
          codes: args.filter?.codes?.map((code) => textArgument('codes', code) ?? ''),
          title: textArgument('title', args.filter?.title),
          certification: await filterOf(args.filter?.certification, context, asOf),
        };
        const page = await readPage(
          blocks(db, filter, asOf),
          blockSortKeys(args.orderBy ?? []),
          args,
        );
        return connectionOf(
          page,
          (row) => ({ ...row, asOf }),
          () => countBlocks(db, filter, asOf).executeTakeFirstOrThrow(),
        );
      },
    },
    BlockConnection,
  ),
);
