import type { PartnerRole } from '../domain/fiche.ts';
import type { FindingSeverity } from '../domain/finding.ts';
import type { FunnelPosition } from '../domain/funnel.ts';
import { byIndicator, type InsertionIndicator } from '../domain/indicator.ts';
import { MEASURES } from '../domain/measure-catalogue.ts';
import type { DisplayedRateStatus } from '../domain/rate-status.ts';
import type { Register } from '../domain/register-code.ts';
import type { Reliability } from '../domain/reliability.ts';
import type { RenewalStage } from '../domain/renewal.ts';
import type { Bilingual } from './report.ts';

type Labels<Code extends string> = Readonly<Record<Code, Bilingual>>;

export const REGISTER_LABELS: Labels<Register> = {
  RNCP: {
    fr: 'Répertoire national des certifications professionnelles',
    en: 'National register of professional certifications',
  },
  RS: { fr: 'Répertoire spécifique', en: 'Specific register' },
};

export const REGISTRATION_TYPE_LABELS: Labels<'BY_LAW' | 'ON_REQUEST'> = {
  BY_LAW: { fr: 'Enregistrement de droit', en: 'Registered by law' },
  ON_REQUEST: { fr: 'Enregistrement sur demande', en: 'Registered on request' },
};

export const STATUS_LABELS: Labels<DisplayedRateStatus> = {
  PUBLISHED: { fr: 'Publié', en: 'Published' },
  PUBLISHED_EARLY: {
    fr: 'Publié avant la fin de l’observation',
    en: 'Published before the observation closed',
  },
  NOT_IN_SOURCE: { fr: 'Absent de la source', en: 'Not carried by the source' },
  NO_HOLDER: { fr: 'Aucun certifié', en: 'Nobody certified' },
  NOT_APPLICABLE: { fr: 'Sans objet', en: 'Not applicable' },
  NOT_YET_OBSERVABLE: { fr: 'Pas encore observable', en: 'Not yet observable' },
  IN_COLLECTION: { fr: 'En cours de collecte', en: 'In collection' },
  CLOSED_BEFORE_DUE: {
    fr: 'Enregistrement échu avant l’échéance',
    en: 'Registration ended before the due date',
  },
  OVERDUE: { fr: 'En retard', en: 'Overdue' },
  OVERDUE_OPTIONAL: { fr: 'En retard (facultatif)', en: 'Overdue (optional)' },
  SUPPRESSED: { fr: 'Masqué', en: 'Suppressed' },
};

export const RELIABILITY_LABELS: Labels<Reliability> = {
  VERY_LOW: { fr: 'Très faible', en: 'Very low' },
  LOW: { fr: 'Faible', en: 'Low' },
  MODERATE: { fr: 'Moyenne', en: 'Moderate' },
  GOOD: { fr: 'Bonne', en: 'Good' },
};

export const BASIS_LABELS: Labels<'CERTIFIED_WEIGHTED' | 'RESPONDENTS'> = {
  CERTIFIED_WEIGHTED: { fr: 'Nombre de certifiés', en: 'Certified' },
  RESPONDENTS: { fr: 'Nombre de répondants', en: 'Respondents' },
};

export const FUNNEL_LABELS: Labels<FunnelPosition> = {
  BELOW_99_8: { fr: 'Sous la limite à 99,8 %', en: 'Below the 99.8 % limit' },
  BELOW_95: { fr: 'Sous la limite à 95 %', en: 'Below the 95 % limit' },
  WITHIN: { fr: 'Dans l’entonnoir', en: 'Within the funnel' },
  ABOVE_95: { fr: 'Au-dessus de la limite à 95 %', en: 'Above the 95 % limit' },
  ABOVE_99_8: { fr: 'Au-dessus de la limite à 99,8 %', en: 'Above the 99.8 % limit' },
};

export const STAGE_LABELS: Labels<RenewalStage> = {
  UNKNOWN_END: { fr: 'Fin inconnue', en: 'End not known' },
  NOT_OPEN: { fr: 'Fin à plus de douze mois', en: 'More than twelve months left' },
  WATCH: { fr: 'À surveiller', en: 'To be watched' },
  FILE_NOW: { fr: 'À déposer sans attendre', en: 'To be filed now' },
  LATE: { fr: 'Dépôt hors délai', en: 'Too late to file in time' },
  ENDED: { fr: 'Échue', en: 'Ended' },
};

export const PARTNER_ROLE_LABELS: Labels<PartnerRole> = {
  TRAIN: { fr: 'Former', en: 'To train' },
  ASSESS: { fr: 'Organiser l’évaluation', en: 'To assess' },
  TRAIN_AND_ASSESS: { fr: 'Former et organiser l’évaluation', en: 'To train and to assess' },
};

export const SEVERITY_LABELS: Labels<FindingSeverity> = {
  ERROR: { fr: 'Erreur', en: 'Error' },
  WARNING: { fr: 'Avertissement', en: 'Warning' },
  INFORMATION: { fr: 'Information', en: 'Information' },
};

/** The names of the three rates, or of what is made of them, as the catalogue of measures has them. */
function indicatorLabels(prefix: '' | 'POOLED_'): Labels<InsertionIndicator> {
  return byIndicator((indicator) => {
    const known = MEASURES.find(({ id }) => id === `${prefix}${indicator}`);
    return { fr: known?.labelFr ?? indicator, en: known?.labelEn ?? indicator };
  });
}

/** The official names of the three rates. */
export const INDICATOR_LABELS = indicatorLabels('');

/** Their names when several cohorts are pooled. */
export const POOLED_LABELS = indicatorLabels('POOLED_');
