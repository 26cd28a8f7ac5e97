import { type BlockTexts, blockTextsByCertification } from '../../db/queries/texts.ts';
import type { Work } from '../../domain/work.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import type { ReadPublication } from '../../snapshot/publication-reader.ts';
import { certificationColumns } from '../certification-columns.ts';
import { dimension } from '../columns.ts';
import { dataset } from '../declared-dataset.ts';
import { emptyCertifications, withRows } from '../empty-rows.ts';
import { AS_OF, CERTIFICATION_PARAMETERS } from '../filter-parameters.ts';
import { certificationsOf } from '../filtered-rows.ts';
import type { ParameterValues } from '../parameter.ts';

interface Item {
  /** Row of the block. */
  readonly row: number;
  /** Read for some hundreds of blocks at a time; null before. */
  readonly texts: BlockTexts | null;
}

export const blocks = dataset<Item>({
  name: 'blocks',
  title: { fr: 'Blocs de compétences', en: 'Competency blocks' },
  description: {
    fr: 'Blocs de compétences, avec ce qu’ils demandent et comment ils sont évalués.',
    en: 'Competency blocks with what they ask for and how they are assessed.',
  },
  grain: {
    fr: 'une ligne par bloc d’une certification',
    en: 'one row for each block of a certification',
  },
  key: ['certification_code', 'position'],
  parameters: [...CERTIFICATION_PARAMETERS, AS_OF],
  items: blocksOf,
  whyEmpty: emptyCertifications(({ snapshot: { blocks } }) => ({
    chosen: [withRows(blocks.offset)],
  })),
  complete: withTexts,
  readColumns: ['skills', 'assessment_modes', 'entry_prerequisites', 'validation_prerequisites'],
  columns: () => [
    ...certificationColumns<Item>(
      ({ row }, { snapshot }) => snapshot.blocks.certification[row] ?? 0,
    ),
    dimension<Item>(
      'position',
      'INTEGER',
      { label: 'Rang du bloc', description: 'Rang du bloc dans la fiche, à partir de 1' },
      { label: 'Place of the block', description: 'Place of the block in the fiche, from 1 on' },
      ({ row }, { snapshot }) => snapshot.blocks.position[row],
    ),
    dimension<Item>(
      'block_code',
      'TEXT',
      {
        label: 'Code du bloc',
        description:
          'Code du bloc tel que publié\u00a0: il peut être mal formé, ou figurer deux fois dans une fiche',
      },
      {
        label: 'Code of the block',
        description:
          'Code of the block as published: it may be malformed, or stand twice in a fiche',
      },
      ({ row }, { snapshot }) => snapshot.blocks.code[row],
    ),
    dimension<Item>(
      'block_title',
      'TEXT',
      'Libellé du bloc',
      'Title of the block',
      ({ row }, { snapshot }) => snapshot.blocks.title[row],
    ),
    dimension<Item>(
      'skills',
      'TEXT',
      {
        label: 'Liste de compétences',
        description: 'Compétences du bloc\u00a0; vide quand elles ne sont pas publiées',
      },
      { label: 'Skills', description: 'Skills of the block; absent when not published' },
      ({ texts }) => texts?.skills,
    ),
    dimension<Item>(
      'assessment_modes',
      'TEXT',
      {
        label: 'Modalités d’évaluation',
        description: 'Manière dont le bloc est évalué\u00a0; vide quand elle n’est pas publiée',
      },
      {
        label: 'Modes of assessment',
        description: 'How the block is assessed; absent when not published',
      },
      ({ texts }) => texts?.assessmentModes,
    ),
    dimension<Item>(
      'entry_prerequisites',
      'TEXT',
      {
        label: 'Prérequis à l’entrée en formation du bloc',
        description:
          'Prérequis à l’entrée en formation pour le bloc\u00a0; vide quand ils ne sont pas publiés',
      },
      {
        label: 'Prerequisites to enter training',
        description: 'Prerequisites to enter training for the block; absent when not published',
      },
      ({ texts }) => texts?.entryPrerequisites,
    ),
    dimension<Item>(
      'validation_prerequisites',
      'TEXT',
      {
        label: 'Prérequis à la validation du bloc',
        description: 'Prérequis à la validation du bloc\u00a0; vide quand ils ne sont pas publiés',
      },
      {
        label: 'Prerequisites to validate the block',
        description: 'Prerequisites to validate the block; absent when not published',
      },
      ({ texts }) => texts?.validationPrerequisites,
    ),
  ],
});

function* blocksOf(view: DayView, values: ParameterValues): Work<Iterable<Item>> {
  return itemsOf(view, yield* certificationsOf(view, values));
}

function* itemsOf({ snapshot }: DayView, certifications: Iterable<number>): Generator<Item> {
  const { offset } = snapshot.blocks;
  for (const certification of certifications) {
    const to = offset[certification + 1] ?? 0;
    for (let row = offset[certification] ?? 0; row < to; row++) yield { row, texts: null };
  }
}

async function withTexts(
  items: readonly Item[],
  { snapshot: { blocks, certifications } }: DayView,
  read: ReadPublication,
): Promise<readonly Item[]> {
  const codeOf = (row: number) => certifications.code[blocks.certification[row] ?? 0] ?? '';
  const codes = [...new Set(items.map(({ row }) => codeOf(row)))];
  const texts = await read((db) => blockTextsByCertification(db, codes).execute());
  const placeOf = (code: string, position: number | undefined) => `${code}/${position}`;
  const byPlace = new Map(
    texts.map((each) => [placeOf(each.certificationCode, each.position), each]),
  );
  return items.map(({ row }) => ({
    row,
    texts: byPlace.get(placeOf(codeOf(row), blocks.position[row])) ?? null,
  }));
}
