import { certifierColumns } from './certifier-columns.ts';
import { certificationColumns } from './cohort-columns.ts';
import { dimension } from './columns.ts';
import { ReportExpiringDocument, type ReportExpiringQuery } from './documents.ts';
import {
  AS_OF,
  asOf,
  certificationFilter,
  certificationParametersBut,
  MONTHS,
} from './filter-parameters.ts';
import type { Parameter } from './parameter.ts';
import { renewalColumns } from './renewal-columns.ts';
import { defineReport } from './report.ts';

type Certification = ReportExpiringQuery['certifications']['nodes'][number];

const yesOrNo = (name: string, description: string): Parameter => ({
  ...{ name, description, many: false, example: 'true' },
  kind: { type: 'BOOLEAN' },
});

export const expiring = defineReport({
  name: 'expiring',
  title: { fr: 'Certifications arrivant à échéance', en: 'Expiring certifications' },
  description:
    'Active certifications whose registration ends soon, the next ones first, with the days by which to file for renewal.',
  grain: 'one row for each certification',
  key: ['certification_code'],
  document: ReportExpiringDocument,
  parameters: [
    { ...MONTHS, otherwise: 12 },
    yesOrNo(
      'filing_passed',
      'Only those of which the recommended day of filing has passed, or not.',
    ),
    yesOrNo('replaced', 'Only those of which some fiche says what replaces them, or none does.'),
    ...certificationParametersBut('active'),
    AS_OF,
  ],
  variablesOf: (values) => ({
    filter: {
      ...certificationFilter(values),
      active: true,
      registrationEndsWithinMonths: values['months'] as number,
      filingPassed: values['filing_passed'] as boolean | undefined,
      replaced: values['replaced'] as boolean | undefined,
    },
    asOf: asOf(values),
  }),
  listOf: (data) => data.certifications,
  itemsOf: (data) => data.certifications.nodes,
  columns: [
    ...certificationColumns<Certification>((certification) => certification),
    ...certifierColumns<Certification>(({ certifiers }) => certifiers),
    ...renewalColumns<Certification>(({ renewal }) => renewal),
    dimension<Certification>(
      'filing_passed',
      'BOOLEAN',
      'Date conseillée de dépôt passée',
      'Whether the recommended last day of filing has passed on the day',
      ({ renewal }) => renewal.stage === 'FILE_NOW' || renewal.stage === 'LATE',
    ),
    dimension<Certification>(
      'replaced',
      'BOOLEAN',
      'Remplacée',
      'Whether some fiche, this one or another, says what replaces it',
      ({ renewal }) => renewal.replaced,
    ),
  ],
});
