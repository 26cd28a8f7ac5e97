import { figure, ofMeasure, probability } from '../columns.ts';
import type { Column } from '../dataset.ts';
import type { Compared } from './compared.ts';

/** What chance alone makes of a comparison, and how far the peers differ beyond it. */
export function chanceColumns(): Column<Compared>[] {
  return [
    ofMeasure(
      'COMPARISON_P_VALUE',
      probability<Compared>(
        'p_value',
        { fr: 'Valeur p', en: 'p-value' },
        {
          fr: 'Probabilité, de 0 à 1. D’être aussi loin par hasard du centre de l’entonnoir ajusté. Vide à moins de dix certifications comparées.',
          en: 'Probability, 0 to 1. Of being as far from the centre of the adjusted funnel by chance. Absent under ten peers.',
        },
        ({ comparison }) => comparison.pValue,
      ),
    ),
    ofMeasure(
      'COMPARISON_Q_VALUE',
      probability<Compared>(
        'q_value',
        { fr: 'Valeur q', en: 'q-value' },
        {
          fr: 'Part, de 0 à 1. Des fausses alertes, par hasard, parmi toutes les certifications aussi éloignées de celles auxquelles elles sont comparées. Vide à moins de dix certifications comparées.',
          en: 'Share, 0 to 1. Of false calls, by chance, among all certifications that are as far from their peers. Absent under ten peers.',
        },
        ({ qValue }) => qValue,
      ),
    ),
    ofMeasure(
      'PEERS_TOO_SMALL',
      figure<Compared>(
        'peers_too_small',
        'INTEGER',
        'CERTIFICATIONS',
        { fr: 'Certifications proches trop petites', en: 'Peers on too small a base' },
        {
          fr: 'Certifications. Celles qui ont autant en commun et dont l’effectif est sous l’effectif minimal d’une certification comparée\u00a0: elles sont laissées de côté.',
          en: 'Certifications. Those that share as much and whose base is under the smallest of peers: they are left out.',
        },
        ({ peersTooSmall }) => peersTooSmall,
      ),
    ),
    ofMeasure(
      'OVERDISPERSION_PHI',
      probability<Compared>(
        'phi',
        { fr: 'Surdispersion φ', en: 'Overdispersion φ' },
        {
          fr: 'Rapport. Variance des certifications comparées, rapportée à celle du hasard. Vide à moins de dix certifications comparées.',
          en: 'Times. Variance of the peers beside that of chance. Absent under ten peers.',
        },
        ({ comparison }) => comparison.overdispersion?.phi,
      ),
    ),
    ofMeasure(
      'OVERDISPERSION_TAU_SQUARED',
      probability<Compared>(
        'tau_squared',
        { fr: 'Variance entre certifications τ²', en: 'Variance between certifications τ²' },
        {
          fr: 'Radians carrés. Variance entre les certifications comparées sur l’échelle arc sinus. Vide à moins de dix certifications comparées.',
          en: 'Squared radians. Variance between the peers on the arcsine scale. Absent under ten peers.',
        },
        ({ comparison }) => comparison.overdispersion?.tauSquared,
      ),
    ),
  ];
}
