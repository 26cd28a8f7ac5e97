import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import type { InsertionIndicator } from '../../domain/rate/indicator.ts';
import { builder } from '../core/builder.ts';

export const Indicator = builder.enumType('InsertionIndicator', {
  description: 'The three published insertion rates (taux d’insertion).',
  values: {
    GLOBAL_6_MONTHS: { description: measureDescription('GLOBAL_6_MONTHS') },
    TARGET_OCCUPATION_6_MONTHS: { description: measureDescription('TARGET_OCCUPATION_6_MONTHS') },
    TARGET_OCCUPATION_2_YEARS: { description: measureDescription('TARGET_OCCUPATION_2_YEARS') },
  } satisfies Record<InsertionIndicator, { description: string }>,
});
