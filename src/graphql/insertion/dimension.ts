import type {
  Dimension,
  CertificationDimension as OfCertifications,
  CohortDimension as OfCohorts,
} from '../../domain/insertion/dimension.ts';
import { dimensionLabel } from '../../domain/insertion/dimension.ts';
import { builder } from '../core/builder.ts';

/** A value of an enum of dimensions: what it is called in both languages. */
function entry(dimension: Dimension, more = '') {
  return {
    description: `${dimensionLabel(dimension, 'EN')} (${dimensionLabel(dimension, 'FR')}).${more}`,
  };
}

const SEVERAL = ' A certification may have several: groups overlap.';

const SHARED = {
  REGISTER: entry('REGISTER'),
  LEVEL: entry('LEVEL'),
  REGISTRATION_TYPE: entry('REGISTRATION_TYPE'),
  ABBREVIATION: entry('ABBREVIATION', ' Whatever the case it is typed in.'),
  ACTIVE: entry('ACTIVE'),
  SPECIALITY_DOMAIN: entry('SPECIALITY_DOMAIN', SEVERAL),
  SPECIALITY_SUBDOMAIN: entry('SPECIALITY_SUBDOMAIN', SEVERAL),
  SPECIALITY: entry('SPECIALITY', SEVERAL),
  OCCUPATION_DOMAIN: entry('OCCUPATION_DOMAIN', SEVERAL),
  OCCUPATION: entry('OCCUPATION', SEVERAL),
  FORMACODE: entry('FORMACODE', SEVERAL),
  CERTIFIER: entry('CERTIFIER', SEVERAL),
  ACCESS_ROUTE: entry('ACCESS_ROUTE', SEVERAL),
} as const;

export const CohortDimension = builder.enumType('CohortDimension', {
  description: 'What cohorts are grouped by.',
  values: {
    YEAR: entry('YEAR'),
    CERTIFICATION: entry('CERTIFICATION'),
    ...SHARED,
  } satisfies Record<OfCohorts, { description: string }>,
});

export const CertificationDimension = builder.enumType('CertificationDimension', {
  description: 'What certifications are grouped and counted by.',
  values: {
    REGISTRATION_YEARS: entry('REGISTRATION_YEARS'),
    REGISTRATION_END_MONTH: entry('REGISTRATION_END_MONTH'),
    ...SHARED,
  } satisfies Record<OfCertifications, { description: string }>,
});
