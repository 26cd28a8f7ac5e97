import type { Measure, MeasureUnit as Unit } from '../../domain/measures/measure.ts';
import { MEASURES } from '../../domain/measures/measure-catalogue.ts';
import { methodName } from '../../domain/method.ts';
import { builder } from '../core/builder.ts';
import { definitionField, optionalDefinitionField } from '../core/language.ts';

const MeasureUnit = builder.enumType('MeasureUnit', {
  description: 'What a measure is told in.',
  values: {
    HEADS: { description: 'Number of people.' },
    CERTIFICATIONS: { description: 'Number of certifications.' },
    COHORTS: { description: 'Number of cohorts.' },
    DAYS: { description: 'Number of days.' },
    PERCENT: { description: 'Percent, 0 to 100.' },
    POINTS: { description: 'Difference of two percentages, −100 to 100.' },
    GROWTH: { description: 'Percent of a number of the year before, from −100 on.' },
    SQUARED_HEADS: { description: 'Variance of a number of people.' },
    EUROS: { description: 'Euros.' },
    DATE: { description: 'A day, in Paris.' },
    CATEGORY: { description: 'One of a closed list.' },
    TIMES: { description: 'One number by another of its kind: 1 when they are equal.' },
    PROBABILITY: { description: 'Probability, 0 to 1.' },
    SHARE: { description: 'Share, 0 to 1.' },
    TESTS: { description: 'Number of tests.' },
    STANDARD_ERRORS: { description: 'Distance in standard errors; negative is below.' },
    SQUARED_RADIANS: { description: 'Variance on the arcsine scale.' },
  } satisfies Record<Unit, { description: string }>,
});

const MeasureRef = builder.objectRef<Measure>('Measure').implement({
  description: 'A figure of the catalogue: how it is named, computed and left out.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'Name that never changes.' }),
    labelFr: t.exposeString('labelFr', {
      description: 'The official French term, if there is one.',
    }),
    labelEn: t.exposeString('labelEn', { description: 'The English term of this product.' }),
    unit: t.expose('unit', { type: MeasureUnit, description: 'What it is told in.' }),
    formula: definitionField(t, 'How it is computed.', ({ formula }) => formula),
    numerator: optionalDefinitionField(
      t,
      'What stands above. Absent for what is no ratio.',
      ({ numerator }) => numerator,
    ),
    denominator: optionalDefinitionField(
      t,
      'What stands below. Absent for what is no ratio.',
      ({ denominator }) => denominator,
    ),
    missingCase: definitionField(t, 'When it is absent.', ({ missingCase }) => missingCase),
    caution: optionalDefinitionField(
      t,
      'What it is easily taken for and is not. Absent when nothing is to be said.',
      ({ caution }) => caution,
    ),
    source: definitionField(
      t,
      'Where it is published, or the section of the method that defines it.',
      ({ source }) => source,
    ),
    version: t.string({
      description:
        'Version of the method it follows, and what was chosen otherwise than its page says.',
      resolve: (_measure, _args, { snapshot }) => methodName(snapshot.method),
    }),
  }),
});

builder.queryField('measures', (t) =>
  t.field({
    type: [MeasureRef],
    description: 'The catalogue of all figures that are served.',
    resolve: () => MEASURES,
  }),
);
