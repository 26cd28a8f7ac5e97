import type { Bilingual } from '../../domain/bilingual.ts';
import { addMonths } from '../../domain/calendar.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import type { CertificationFilter } from '../../snapshot/filter/certification-filter.ts';
import { certificationColumns } from '../certification-columns.ts';
import { certifierColumns } from '../certifier-columns.ts';
import { dimension, remembered } from '../columns.ts';
import { dataset } from '../declared-dataset.ts';
import { emptyCertifications } from '../empty-rows.ts';
import { AS_OF, certificationParametersBut, MONTHS } from '../filter-parameters.ts';
import { certificationsOf } from '../filtered-rows.ts';
import type { Parameter, ParameterValues } from '../parameter.ts';
import { renewalColumns, renewalOf } from './renewal-columns.ts';

const yesOrNo = (name: string, description: Bilingual): Parameter => ({
  ...{ name, description, many: false, example: 'true' },
  kind: { type: 'BOOLEAN' },
});

export const expiring = dataset<number>({
  name: 'expiring',
  title: { fr: 'Certifications arrivant à échéance', en: 'Expiring certifications' },
  description: {
    fr: 'Certifications actives dont l’enregistrement prend bientôt fin, les prochaines d’abord, avec les dates de dépôt de la demande de renouvellement.',
    en: 'Active certifications whose registration ends soon, the next ones first, with the days by which to file for renewal.',
  },
  grain: { fr: 'une ligne par certification', en: 'one row for each certification' },
  key: ['certification_code'],
  parameters: [
    { ...MONTHS, otherwise: 12 },
    yesOrNo('filing_passed', {
      fr: 'Seulement celles dont la date conseillée de dépôt est passée, ou ne l’est pas.',
      en: 'Only those of which the recommended day of filing has passed, or not.',
    }),
    yesOrNo('replaced', {
      fr: 'Seulement celles dont une fiche dit ce qui les remplace, ou dont aucune ne le dit.',
      en: 'Only those of which some fiche says what replaces them, or none does.',
    }),
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
        {
          label: 'Date conseillée de dépôt passée',
          description: 'Si la date limite conseillée de dépôt est passée à la date de référence',
        },
        {
          label: 'Recommended day of filing passed',
          description: 'Whether the recommended last day of filing has passed on the day',
        },
        (row, view) => ['FILE_NOW', 'LATE'].includes(renewal(row, view).stage),
      ),
      dimension<number>(
        'replaced',
        'BOOLEAN',
        {
          label: 'Remplacée',
          description: 'Si une fiche, celle-ci ou une autre, dit ce qui la remplace',
        },
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
