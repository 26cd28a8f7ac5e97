import { dimension, figure } from '../../../src/datasets/columns.ts';
import type { Column, ColumnHead, Dataset } from '../../../src/datasets/dataset.ts';
import { semanticModel } from '../../../src/datasets/model/semantic-model.ts';
import { STAR } from '../../../src/datasets/star/star.ts';

const head = ({ value: _, ...rest }: Column<unknown>): ColumnHead => rest;

/** Columns that nobody has declared: one of codes, one that adds up, with all that has to be escaped. */
const MADE_UP: readonly ColumnHead[] = [
  head(
    dimension(
      'made_up',
      'TEXT',
      { label: `L’«\u00a0essai\u00a0»: 'un' [deux] & <trois>`, description: 'Essai' },
      { label: `The "trial": 'one' [two] & <three>`, description: 'Trial' },
      () => 'A',
      { A: { fr: 'L\'un "dit"', en: 'It\'s "said"' }, B: { fr: 'Deux', en: 'Two' } },
    ),
  ),
  head(
    figure(
      'made_up_heads',
      'INTEGER',
      'HEADS',
      { fr: 'Effectif inventé', en: 'Made-up heads' },
      { fr: 'Personnes. Inventées.', en: 'Heads. Made up.' },
      () => 1,
    ),
  ),
];

/** The star with two columns more in its cohorts. */
export const WIDER_STAR: readonly Dataset[] = STAR.map((dataset) =>
  dataset.name === 'cohort' ? { ...dataset, columns: [...dataset.columns, ...MADE_UP] } : dataset,
);

export const WIDER_MODEL = semanticModel(WIDER_STAR);
export const MODEL = semanticModel(STAR);
export const FRENCH = { language: 'fr', url: 'https://debouches.example' } as const;
export const ENGLISH = { ...FRENCH, language: 'en' } as const;
