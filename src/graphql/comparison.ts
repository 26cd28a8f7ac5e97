import { BadUserInputError } from '../domain/errors.ts';
import { INSERTION_INDICATORS } from '../domain/indicator.ts';
import { AS_OF, asOfDay } from './as-of.ts';
import { builder } from './builder.ts';
import { type CertificationModel, CertificationRef, loadCertification } from './certification.ts';
import { type CohortModel, CohortRef } from './cohort.ts';
import type { RequestContext } from './context.ts';
import { checkKnown } from './known-codes.ts';
import { PooledRateRef, pooledRate } from './pooled-rate.ts';
import { IntRange, rangeOf } from './ranges.ts';

/** Certifications that are compared at a time. */
const FEWEST = 2;
const MOST = 5;

interface ComparedModel {
  readonly certification: CertificationModel;
  /** By year, newest first. */
  readonly cohorts: readonly CohortModel[];
}

interface ComparisonModel {
  readonly compared: readonly ComparedModel[];
  /** Years in which some of them has a cohort, newest first. */
  readonly years: readonly number[];
  /** Years in which all of them have one. */
  readonly commonYears: readonly number[];
}

const ComparedYearRef = builder
  .objectRef<{ readonly year: number; readonly cohort: CohortModel | null }>('ComparedYear')
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
        const common = cohorts.filter(({ year }) => commonYears.includes(year));
        return INSERTION_INDICATORS.map((each) => pooledRate(certification, common, each));
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
  if (twice) throw new BadUserInputError(`codes: ${twice} is given twice: give each once`);
  if (codes.length >= FEWEST && codes.length <= MOST) return codes;
  throw new BadUserInputError(
    `codes: ${codes.length} certifications are given: ${FEWEST} to ${MOST} are compared`,
  );
}

async function loadComparison(
  compared: readonly CertificationModel[],
  range: typeof IntRange.$inferInput | null,
  { loaders }: RequestContext,
): Promise<ComparisonModel> {
  const from = range?.from ?? -Infinity;
  const to = range?.to ?? Infinity;
  const withCohorts = await Promise.all(
    compared.map(async (certification) => {
      const rows = await loaders.cohorts.load(certification.code);
      const { asOf } = certification;
      const cohorts = rows
        .filter(({ year }) => year >= from && year <= to)
        .map((row) => ({ ...row, asOf }));
      return { certification, cohorts };
    }),
  );
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
      asOf: t.arg({ type: 'Date', description: AS_OF }),
    },
    resolve: async (_root, args, context) => {
      const asOf = asOfDay(args.asOf, context.today);
      const codes = checkedCodes(args.codes);
      const years = rangeOf('years', args.years);
      await checkKnown(context, 'codes', 'certification', codes);
      const found = await Promise.all(codes.map((code) => loadCertification(context, code, asOf)));
      return loadComparison(
        found.filter((each) => each !== null),
        years,
        context,
      );
    },
  }),
);
