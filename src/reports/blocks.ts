import { certificationColumns } from './cohort-columns.ts';
import { dimension } from './columns.ts';
import { ReportBlocksDocument, type ReportBlocksQuery } from './documents.ts';
import { AS_OF, asOf, CERTIFICATION_PARAMETERS, certificationFilter } from './filter-parameters.ts';
import { defineReport } from './report.ts';

type Block = ReportBlocksQuery['blocks']['nodes'][number];

export const blocks = defineReport({
  name: 'blocks',
  title: { fr: 'Blocs de compétences', en: 'Competency blocks' },
  description: 'Competency blocks with what they ask for and how they are assessed.',
  grain: 'one row for each block of a certification',
  key: ['certification_code', 'position'],
  document: ReportBlocksDocument,
  parameters: [...CERTIFICATION_PARAMETERS, AS_OF],
  variablesOf: (values) => ({
    filter: { certification: certificationFilter(values) },
    asOf: asOf(values),
  }),
  listOf: (data) => data.blocks,
  itemsOf: (data) => data.blocks.nodes,
  columns: [
    ...certificationColumns<Block>(({ certification }) => certification),
    dimension<Block>(
      'position',
      'INTEGER',
      'Rang du bloc',
      'Place of the block in the fiche, from 1 on',
      ({ position }) => position,
    ),
    dimension<Block>(
      'block_code',
      'TEXT',
      'Code du bloc',
      'Code of the block as published: it may be malformed, or stand twice in a fiche',
      ({ code }) => code,
    ),
    dimension<Block>(
      'block_title',
      'TEXT',
      'Libellé du bloc',
      'Title of the block',
      ({ title }) => title,
    ),
    dimension<Block>(
      'skills',
      'TEXT',
      'Liste de compétences',
      'Skills of the block; absent when not published',
      ({ skills }) => skills,
    ),
    dimension<Block>(
      'assessment_modes',
      'TEXT',
      'Modalités d’évaluation',
      'How the block is assessed; absent when not published',
      ({ assessmentModes }) => assessmentModes,
    ),
    dimension<Block>(
      'entry_prerequisites',
      'TEXT',
      'Prérequis à l’entrée en formation du bloc',
      'What is asked before training for the block; absent when not published',
      ({ entryPrerequisites }) => entryPrerequisites,
    ),
    dimension<Block>(
      'validation_prerequisites',
      'TEXT',
      'Prérequis à la validation du bloc',
      'What is asked before the block is validated; absent when not published',
      ({ validationPrerequisites }) => validationPrerequisites,
    ),
  ],
});
