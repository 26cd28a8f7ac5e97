import { addMonths } from '../../domain/calendar.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import type { CertificationFilter } from '../../snapshot/filter/certification-filter.ts';
import { certificationColumns } from '../certification-columns.ts';
import { certifierColumns } from '../certifier-columns.ts';
import { dimension, remembered } from '../columns.ts';
import { dataset } from '../dataset.ts';
import { emptyCertifications } from '../empty-rows.ts';
import { AS_OF, certificationParametersBut, MONTHS } from '../filter-parameters.ts';
import { certificationsOf } from '../filtered-rows.ts';
import type { Parameter, ParameterValues } from '../parameter.ts';
import { renewalColumns, renewalOf } from './renewal-columns.ts';

const yesOrNo = (name: string, description: string): Parameter => ({
  ...{ name, description, many: false, example: 'true' },
  kind: { type: 'BOOLEAN' },
});

export const expiring = dataset<number>({
  name: 'expiring',
  title: { fr: 'Certifications arrivant à échéance', en: 'Expiring certifications' },
  description:
    'Active certifications whose registration ends soon, the next ones first, with the days by which to file for renewal.',
  grain: 'one row for each certification',
  key: ['certification_code'],
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
  items: (view, values) =>
    certificationsOf(view, values, endingSoon(view, values), [
      { field: 'REGISTRATION_ENDS_ON', direction: 'ASC' },
    ]),
  whyEmpty: emptyCertifications(endingSoon),
  columns: () => {
    const renewal = remembered(renewalOf);
    return [
      ...certificationColumns<number>((row) => row),
      ...certifierColumns<number>((row) => row),
      ...renewalColumns<number>(renewal),
      dimension<number>(
        'filing_passed',
        'BOOLEAN',
        'Date conseillée de dépôt passée',
        {
          label: 'Recommended day of filing passed',
          description: 'Whether the recommended last day of filing has passed on the day',
        },
        (row, view) => ['FILE_NOW', 'LATE'].includes(renewal(row, view).stage),
      ),
      dimension<number>(
        'replaced',
        'BOOLEAN',
        'Remplacée',
        {
          label: 'Replaced',
          description: 'Whether some fiche, this one or another, says what replaces it',
        },
        (row, { snapshot }) => snapshot.certifications.replaced[row] === 1,
      ),
    ];
  },
});

function endingSoon({ day }: DayView, values: ParameterValues): CertificationFilter {
  return {
    active: true,
    registrationEnds: { from: day, to: addMonths(day, values['months'] as number) },
    filingPassed: values['filing_passed'] as boolean | undefined,
    replaced: values['replaced'] as boolean | undefined,
  };
}
