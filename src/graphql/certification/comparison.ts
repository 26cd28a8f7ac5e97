import { BadUserInputError } from '../../domain/errors.ts';
import type { Range } from '../../domain/range.ts';
import { INSERTION_INDICATORS } from '../../domain/rate/indicator.ts';
import type { CertificationRow } from '../../snapshot/rows/certification-row.ts';
import { CohortRow } from '../../snapshot/rows/cohort-row.ts';
import { certificationOf, childRows } from '../../snapshot/rows/lookup.ts';
import { CohortRef } from '../cohort/cohort.ts';
import { KNOWN_ON, PUBLICATION } from '../core/asked-publication.ts';
import { builder } from '../core/builder.ts';
import { AS_OF, viewOf } from '../core/context.ts';
import { checkCodes } from '../core/known-codes.ts';
import { IntRange, yearsOf } from '../core/ranges.ts';
import { PooledRateRef, pooledRateOf } from '../insertion/pooled-rate.ts';
import { CertificationRef } from './certification.ts';

/** Certifications that are compared at a time. */
const FEWEST = 2;
export const MOST_COMPARED = 5;

interface ComparedModel {
  readonly certification: CertificationRow;
  /** By year, newest first. */
  readonly cohorts: readonly CohortRow[];
}

interface ComparisonModel {
  readonly compared: readonly ComparedModel[];
  /** Years in which some of them has a cohort, newest first. */
  readonly years: readonly number[];
  /** Years in which all of them have one. */
  readonly commonYears: readonly number[];
}

const ComparedYearRef = builder
  .objectRef<{ readonly year: number; readonly cohort: CohortRow | null }>('ComparedYear')
  .implement({
    description: 'What a certification has in one of the years that are compared.',
    fields: (t) => ({
      year: t.exposeInt('year', { description: 'Année d’obtention.' }),
      cohort: t.expose('cohort', {
        type: CohortRef,
        nullable: true,
        description: 'Its cohort of the year. Absent when it has none.',
      }),
    }),
  });

interface ComparedInModel extends ComparedModel {
  readonly comparison: ComparisonModel;
}

const ComparedRef = builder.objectRef<ComparedInModel>('ComparedCertification').implement({
  description: 'A certification beside others, on the same years.',
  fields: (t) => ({
    certification: t.expose('certification', {
      type: CertificationRef,
      description: 'The certification.',
    }),
    years: t.field({
      type: [ComparedYearRef],
      description: 'One for each year that is compared, newest first: the same for all.',
      resolve: ({ cohorts, comparison: { years } }) =>
        years.map((year) => ({
          year,
          cohort: cohorts.find((cohort) => cohort.year === year) ?? null,
        })),
    }),
    rates: t.field({
      type: [PooledRateRef],
      description: 'All three rates, pooled over the years that all of them have.',
      resolve: ({ certification, cohorts, comparison: { commonYears } }) => {
        const common = cohorts.filter((cohort) => commonYears.includes(cohort.year));
        const rows = common.map(({ row }) => row);
        return INSERTION_INDICATORS.map((each) => pooledRateOf(certification.view, rows, each));
      },
    }),
  }),
});

const ComparisonRef = builder.objectRef<ComparisonModel>('Comparison').implement({
  description: 'Certifications side by side, on the same years.',
  fields: (t) => ({
    years: t.exposeIntList('years', {
      description: 'Years in which some of them has a cohort, newest first.',
    }),
    commonYears: t.exposeIntList('commonYears', {
      description: 'Years in which all of them have a cohort, newest first.',
    }),
    certifications: t.field({
      type: [ComparedRef],
      description: 'The certifications, in the order given.',
      resolve: (comparison) => comparison.compared.map((each) => ({ ...each, comparison })),
    }),
  }),
});

function checkedCodes<Code extends string>(codes: readonly Code[]): readonly Code[] {
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice) {
    throw new BadUserInputError({
      en: `codes: ${twice} is given twice: give each once`,
      fr: `codes : ${twice} est donné deux fois : donnez chacun une fois`,
    });
  }
  if (codes.length >= FEWEST && codes.length <= MOST_COMPARED) return codes;
  const count = codes.length;
  throw new BadUserInputError({
    en: `codes: ${count === 1 ? '1 certification is' : `${count} certifications are`} given: ${FEWEST} to ${MOST_COMPARED} are compared`,
    fr: `codes : ${count} certification${count > 1 ? 's' : ''} : il s’en compare ${FEWEST} à ${MOST_COMPARED}`,
  });
}

function compare(
  compared: readonly CertificationRow[],
  range: Range<number> | null,
): ComparisonModel {
  const from = range?.from ?? Number.NEGATIVE_INFINITY;
  const to = range?.to ?? Number.POSITIVE_INFINITY;
  const withCohorts = compared.map((certification): ComparedModel => {
    const { offset } = certification.view.snapshot.cohorts;
    const own = childRows(certification, offset, CohortRow);
    const cohorts = own.filter((cohort) => cohort.year >= from && cohort.year <= to);
    return { certification, cohorts };
  });
  const years = new Set(withCohorts.flatMap(({ cohorts }) => cohorts.map(({ year }) => year)));
  const newestFirst = [...years].toSorted((a, b) => b - a);
  return {
    compared: withCohorts,
    years: newestFirst,
    commonYears: newestFirst.filter((year) =>
      withCohorts.every(({ cohorts }) => cohorts.some((cohort) => cohort.year === year)),
    ),
  };
}

builder.queryField('comparison', (t) =>
  t.field({
    type: ComparisonRef,
    description: 'Two to five named certifications side by side, on the same years.',
    args: {
      codes: t.arg({
        type: ['RegisterCode'],
        required: true,
        description: 'Their numbers, in any written form; the order of the answer.',
      }),
      years: t.arg({ type: IntRange, description: 'Only cohorts of these years.' }),
      cohortYears: t.arg({
        type: 'YearSelection',
        description: 'Only cohorts of these years; instead of `years`.',
      }),
      asOf: t.arg({ type: 'Date', description: AS_OF }),
      publication: t.arg(PUBLICATION),
      knownOn: t.arg(KNOWN_ON),
    },
    resolve: (_root, args, context) => {
      const view = viewOf(context, args.asOf);
      const codes = checkedCodes(args.codes);
      const years = yearsOf(
        {
          ...{ argument: 'years', range: args.years },
          ...{ selecting: 'cohortYears', selection: args.cohortYears },
        },
        view,
      );
      checkCodes(context, 'codes', 'certification', codes);
      const compared = codes.flatMap((code) => certificationOf(view, code) ?? []);
      return compare(compared, years);
    },
  }),
);
