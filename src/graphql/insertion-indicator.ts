import type { InsertionIndicator } from '../domain/indicator.ts';
import { measureDescription } from '../domain/measure-catalogue.ts';
import { builder } from './builder.ts';

export const Indicator = builder.enumType('InsertionIndicator', {
  description: 'The three published insertion rates (taux d’insertion).',
  values: {
    GLOBAL_6_MONTHS: { description: measureDescription('GLOBAL_6_MONTHS') },
    TARGET_OCCUPATION_6_MONTHS: { description: measureDescription('TARGET_OCCUPATION_6_MONTHS') },
    TARGET_OCCUPATION_2_YEARS: { description: measureDescription('TARGET_OCCUPATION_2_YEARS') },
  } satisfies Record<InsertionIndicator, { description: string }>,
});
