import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import type { ManyComparisons } from '../../domain/rate/q-values.ts';
import { CertificationConnection } from '../certification/certification.ts';
import { CohortConnection } from '../cohort/cohort.ts';
import { builder } from '../core/builder.ts';

const ManyComparisonsRef = builder.objectRef<ManyComparisons>('ManyComparisons').implement({
  description: 'What goes with a list of many comparisons, of which some are found by chance.',
  fields: (t) => ({
    tested: t.exposeInt('tested', {
      description: measureDescription('TESTED'),
    }),
    level: t.exposeFloat('level', {
      description: 'Share, 0 to 1. p-value under which one alone would be called different.',
    }),
    expectedByChance: t.exposeFloat('expectedByChance', {
      description: measureDescription('EXPECTED_BY_CHANCE'),
    }),
  }),
});

builder.objectField(CertificationConnection, 'manyComparisons', (t) =>
  t.field({
    type: ManyComparisonsRef,
    nullable: true,
    description:
      'How many comparisons the list was chosen among. Absent unless the filter chooses by peers or by funnel.',
    resolve: ({ comparisons }) => comparisons ?? null,
  }),
);

builder.objectField(CohortConnection, 'manyComparisons', (t) =>
  t.field({
    type: ManyComparisonsRef,
    nullable: true,
    description:
      'How many changes the list was chosen among. Absent unless the filter chooses by change.',
    resolve: ({ comparisons }) => comparisons ?? null,
  }),
);
