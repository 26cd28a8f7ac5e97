import { getNamedType, isObjectType } from 'graphql';
import { schema } from '../../src/graphql/schema.ts';

/** A field of the schema, with what says what it is. */
interface ServedField {
  /** `Type.field`. */
  readonly path: string;
  readonly description: string;
}

/** Fields of the schema whose value is of a type, in the order of their paths. */
export function fieldsOf(isType: (name: string) => boolean): ServedField[] {
  return Object.values(schema.getTypeMap())
    .flatMap((type) =>
      isObjectType(type) && !type.name.startsWith('__')
        ? Object.values(type.getFields())
            .filter((field) => isType(getNamedType(field.type).name))
            .map(({ name, description }) => ({
              path: `${type.name}.${name}`,
              description: description ?? '',
            }))
        : [],
    )
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Fields of the schema that are numbers. */
export const NUMBER_FIELDS = fieldsOf((name) => ['Int', 'Float', 'Percentage'].includes(name));

/** Numbers that measure nothing: they name, place or date. */
export const NAMES: readonly string[] = [
  'Block.position',
  'Certification.level',
  'Certification.levelYears',
  'Certification.number',
  'Certification.sheetId',
  'CertificationGroupKey.level',
  'Change.cohortYear',
  'Cohort.year',
  'ComparedYear.year',
  'Comparison.commonYears',
  'Comparison.years',
  'Finding.cohortYear',
  'InsertionGroupKey.level',
  'InsertionGroupKey.year',
  'Level.level',
  'LineagePoint.year',
  'Note.number',
  'Note.yearFrom',
  'Note.yearTo',
  'PooledRate.years',
  'PooledRate.yearsWithRate',
  'Publication.number',
  'RemovedCertification.level',
  'RemovedCertification.number',
  // Its text says in what.
  'RequestLimit.value',
  'SummaryRate.yearsWithRate',
  'Survey.years',
  'SurveyedCohort.year',
];
