import type { CodeLabels } from './bilingual.ts';
import type { AccessRouteKind } from './certification/access-route.ts';
import type { PartnerRole } from './certification/fiche.ts';
import type { Register } from './certification/register-code.ts';
import type { RenewalStage } from './certification/renewal.ts';
import type { FindingSeverity } from './findings/finding.ts';
import { MEASURES } from './measures/measure-catalogue.ts';
import type { BenchmarkStatus, BenchmarkVerdict } from './peers/benchmark.ts';
import type { FunnelPosition } from './rate/funnel.ts';
import { byIndicator, type InsertionIndicator } from './rate/indicator.ts';
import type { ChangeVerdict } from './rate/interval.ts';
import type { ChangeStatus } from './rate/rate-change.ts';
import type { DisplayedRateStatus } from './rate/rate-status.ts';
import type { Reliability } from './rate/reliability.ts';

export const REGISTER_LABELS: CodeLabels<Register> = {
  RNCP: {
    fr: 'Répertoire national des certifications professionnelles',
    en: 'National register of professional certifications',
  },
  RS: { fr: 'Répertoire spécifique', en: 'Specific register' },
};

export const REGISTRATION_TYPE_LABELS: CodeLabels<'BY_LAW' | 'ON_REQUEST'> = {
  BY_LAW: { fr: 'Enregistrement de droit', en: 'Registered by law' },
  ON_REQUEST: { fr: 'Enregistrement sur demande', en: 'Registered on request' },
};

export const ACCESS_ROUTE_LABELS: CodeLabels<AccessRouteKind> = {
  INITIAL_TRAINING: { fr: 'Formation initiale', en: 'Initial training' },
  APPRENTICESHIP: { fr: 'Apprentissage', en: 'Apprenticeship' },
  CONTINUING_TRAINING: { fr: 'Formation continue', en: 'Continuing training' },
  PROFESSIONALISATION_CONTRACT: {
    fr: 'Contrat de professionnalisation',
    en: 'Professionalisation contract',
  },
  INDIVIDUAL_APPLICATION: { fr: 'Candidature individuelle', en: 'Individual application' },
  VAE: { fr: 'VAE', en: 'Validation of experience (VAE)' },
};

export const STATUS_LABELS: CodeLabels<DisplayedRateStatus> = {
  PUBLISHED: { fr: 'Publié', en: 'Published' },
  PUBLISHED_EARLY: {
    fr: 'Publié avant la fin de l’observation',
    en: 'Published before the observation closed',
  },
  UNREADABLE: { fr: 'Valeur illisible', en: 'Value that could not be read' },
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

export const RELIABILITY_LABELS: CodeLabels<Reliability> = {
  VERY_LOW: { fr: 'Très faible', en: 'Very low' },
  LOW: { fr: 'Faible', en: 'Low' },
  MODERATE: { fr: 'Moyenne', en: 'Moderate' },
  GOOD: { fr: 'Bonne', en: 'Good' },
};

export const BASIS_LABELS: CodeLabels<'CERTIFIED_WEIGHTED' | 'RESPONDENTS'> = {
  CERTIFIED_WEIGHTED: { fr: 'Nombre de certifiés', en: 'Certified' },
  RESPONDENTS: { fr: 'Nombre de répondants', en: 'Respondents' },
};

export const FUNNEL_LABELS: CodeLabels<FunnelPosition> = {
  BELOW_99_8: { fr: 'Sous la limite à 99,8 %', en: 'Below the 99.8 % limit' },
  BELOW_95: { fr: 'Sous la limite à 95 %', en: 'Below the 95 % limit' },
  WITHIN: { fr: 'Dans l’entonnoir', en: 'Within the funnel' },
  ABOVE_95: { fr: 'Au-dessus de la limite à 95 %', en: 'Above the 95 % limit' },
  ABOVE_99_8: { fr: 'Au-dessus de la limite à 99,8 %', en: 'Above the 99.8 % limit' },
};

export const BENCHMARK_STATUS_LABELS: CodeLabels<BenchmarkStatus> = {
  COMPARED: { fr: 'Comparée', en: 'Compared' },
  INSUFFICIENT_PEERS: { fr: 'Trop peu de certifications proches', en: 'Too few peers' },
  NO_OWN_RATE: { fr: 'Sans taux propre', en: 'No rate of its own' },
  NOT_APPLICABLE: { fr: 'Sans objet', en: 'Not applicable' },
};

export const VERDICT_LABELS: CodeLabels<BenchmarkVerdict> = {
  BELOW: { fr: 'En dessous', en: 'Below' },
  ABOVE: { fr: 'Au-dessus', en: 'Above' },
  NOT_DISTINGUISHABLE: { fr: 'Sans différence établie', en: 'Not distinguishable' },
  INSUFFICIENT: { fr: 'Données insuffisantes', en: 'Insufficient data' },
};

/** Whether a rate or a number rose or fell. */
export const CHANGE_VERDICT_LABELS: CodeLabels<ChangeVerdict> = {
  RISE: { fr: 'Hausse', en: 'Rise' },
  FALL: { fr: 'Baisse', en: 'Fall' },
  NOT_SIGNIFICANT: { fr: 'Évolution non établie', en: 'No change established' },
};

/** Why there is no change from the year before. */
export const CHANGE_STATUS_LABELS: CodeLabels<ChangeStatus> = {
  NO_YEAR_BEFORE: { fr: 'Pas d’année précédente', en: 'No year before' },
  BREAK_IN_SERIES: { fr: 'Rupture de série', en: 'Break in series' },
  NO_RATE: { fr: 'Aucun taux à comparer', en: 'No rate to compare' },
  COMPUTED: { fr: 'Calculée', en: 'Computed' },
};

export const STAGE_LABELS: CodeLabels<RenewalStage> = {
  UNKNOWN_END: { fr: 'Fin inconnue', en: 'End not known' },
  NOT_OPEN: { fr: 'Fin à plus de douze mois', en: 'More than twelve months left' },
  WATCH: { fr: 'À surveiller', en: 'To be watched' },
  FILE_NOW: { fr: 'À déposer sans attendre', en: 'To be filed now' },
  LATE: { fr: 'Dépôt hors délai', en: 'Too late to file in time' },
  ENDED: { fr: 'Échue', en: 'Ended' },
};

export const PARTNER_ROLE_LABELS: CodeLabels<PartnerRole> = {
  TRAIN: { fr: 'Former', en: 'To train' },
  ASSESS: { fr: 'Organiser l’évaluation', en: 'To assess' },
  TRAIN_AND_ASSESS: { fr: 'Former et organiser l’évaluation', en: 'To train and to assess' },
};

export const SEVERITY_LABELS: CodeLabels<FindingSeverity> = {
  ERROR: { fr: 'Erreur', en: 'Error' },
  WARNING: { fr: 'Avertissement', en: 'Warning' },
  INFORMATION: { fr: 'Information', en: 'Information' },
};

/** The official names of the three rates, as the catalogue of measures has them. */
export const INDICATOR_LABELS: CodeLabels<InsertionIndicator> = byIndicator((indicator) => {
  const known = MEASURES.find(({ id }) => id === indicator);
  return { fr: known?.labelFr ?? indicator, en: known?.labelEn ?? indicator };
});
