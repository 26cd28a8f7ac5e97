import type { CodeLabels } from '../bilingual.ts';

/** Codes of holders' surveys with their labels. Source: docs/surveys.md#layouts. */

/** Ways to a certification (voies d’accès), in the order of the hand-over file's `modaliteAcces`. */
export const ACCESS_ROUTE_CODES = {
  ELEVE_ETUDIANT: {
    fr: 'Formation initiale, sous statut d’élève ou d’étudiant',
    en: 'Initial training, as a pupil or student',
  },
  APPRENTISSAGE: { fr: 'Contrat d’apprentissage', en: 'Apprenticeship' },
  FORMATION_CONTINUE: {
    fr: 'Formation continue, hors contrat de professionnalisation',
    en: 'Continuing training, without a professionalisation contract',
  },
  CONTRAT_PRO: { fr: 'Contrat de professionnalisation', en: 'Professionalisation contract' },
  VAE: { fr: 'Validation des acquis de l’expérience', en: 'Validation of experience (VAE)' },
  EQUIVALENCE: { fr: 'Équivalence d’un diplôme étranger', en: 'Equivalence of a foreign diploma' },
  CANDIDATURE_INDIVIDUELLE: { fr: 'Candidature individuelle', en: 'Individual application' },
} as const satisfies CodeLabels;
export type AccessRouteCode = keyof typeof ACCESS_ROUTE_CODES;

export const SEX_CODES = {
  F: { fr: 'Femme', en: 'Woman' },
  M: { fr: 'Homme', en: 'Man' },
} as const satisfies CodeLabels;
export type SexCode = keyof typeof SEX_CODES;

/** Level of qualification before the training. */
export const FORMER_LEVEL_CODES = {
  AUCUN: { fr: 'Aucun diplôme, ou niveau 1 ou 2', en: 'No diploma, or level 1 or 2' },
  '3': { fr: 'Niveau 3 (CAP, BEP)', en: 'Level 3 (CAP, BEP)' },
  '4': { fr: 'Niveau 4 (baccalauréat)', en: 'Level 4 (baccalauréat)' },
  '5': { fr: 'Niveau 5 (BTS, DUT)', en: 'Level 5 (BTS, DUT)' },
  '6': { fr: 'Niveau 6 (licence, BUT)', en: 'Level 6 (bachelor’s degree)' },
  '7': { fr: 'Niveau 7 (master, titre d’ingénieur)', en: 'Level 7 (master’s degree)' },
  '8': { fr: 'Niveau 8 (doctorat)', en: 'Level 8 (doctorate)' },
} as const satisfies CodeLabels;

/** Situation before the training. */
export const FORMER_SITUATION_CODES = {
  SALARIE: { fr: 'Salarié ou agent public', en: 'Employee or public agent' },
  INDEPENDANT: { fr: 'Indépendant', en: 'Self-employed' },
  DEMANDEUR_EMPLOI: { fr: 'Demandeur d’emploi', en: 'Job seeker' },
  ETUDIANT: { fr: 'Élève ou étudiant', en: 'Pupil or student' },
  AUTRE: { fr: 'Autre situation', en: 'Another situation' },
} as const satisfies CodeLabels;

/** Only CERTIFIE counts in the holders, N. */
export const OUTCOME_CODES = {
  CERTIFIE: { fr: 'A obtenu la certification entière', en: 'Obtained the whole certification' },
  NON_CERTIFIE: { fr: 'N’a pas obtenu la certification', en: 'Did not obtain the certification' },
  ABSENT: { fr: 'Absent aux épreuves', en: 'Absent from the examination' },
} as const satisfies CodeLabels;
export type OutcomeCode = keyof typeof OUTCOME_CODES;

/** Only REPONDU counts in the respondents, R. */
export const RESPONSE_STATUSES = {
  REPONDU: { fr: 'A répondu', en: 'Answered' },
  INJOIGNABLE: { fr: 'Injoignable', en: 'Could not be reached' },
  REFUS: { fr: 'A refusé de répondre', en: 'Refused to answer' },
  NON_ENQUETE: { fr: 'N’a pas été interrogé', en: 'Was not asked' },
} as const satisfies CodeLabels;
export type ResponseStatus = keyof typeof RESPONSE_STATUSES;

/** How the situation is known. */
export const ANSWER_SOURCE_CODES = {
  QUESTIONNAIRE: { fr: 'Questionnaire', en: 'Questionnaire' },
  TELEPHONE: { fr: 'Appel téléphonique', en: 'Telephone call' },
  RESEAU_PROFESSIONNEL: { fr: 'Réseau social professionnel', en: 'Professional network' },
  CV: { fr: 'Curriculum vitæ', en: 'Curriculum vitae' },
  JUSTIFICATIF: { fr: 'Justificatif (contrat, attestation)', en: 'Document (contract, statement)' },
  AUTRE: { fr: 'Autre source', en: 'Another source' },
} as const satisfies CodeLabels;
export type AnswerSourceCode = keyof typeof ANSWER_SOURCE_CODES;

/** Whether the job is in the target occupation of the certification. */
export const TARGET_OCCUPATION_CODES = {
  OUI: { fr: 'Oui', en: 'Yes' },
  NON: { fr: 'Non', en: 'No' },
  INDETERMINE: { fr: 'Ne peut être dit', en: 'Cannot be told' },
} as const satisfies CodeLabels;
export type TargetOccupationCode = keyof typeof TARGET_OCCUPATION_CODES;

export const CONTRACT_CODES = {
  CDI: { fr: 'Contrat à durée indéterminée (CDI)', en: 'Permanent contract (CDI)' },
  CDD: { fr: 'Contrat à durée déterminée (CDD)', en: 'Fixed-term contract (CDD)' },
  INTERIM: { fr: 'Intérim', en: 'Temporary agency work' },
  FONCTION_PUBLIQUE: { fr: 'Fonctionnaire', en: 'Civil servant' },
  CONTRACTUEL_PUBLIC: { fr: 'Contractuel de la fonction publique', en: 'Public contract agent' },
  INDEPENDANT: { fr: 'Indépendant', en: 'Self-employed' },
  AUTRE: { fr: 'Autre contrat', en: 'Another contract' },
} as const satisfies CodeLabels;
export type ContractCode = keyof typeof CONTRACT_CODES;

export const WORKING_TIME_CODES = {
  PLEIN: { fr: 'Temps plein', en: 'Full time' },
  PARTIEL: { fr: 'Temps partiel', en: 'Part time' },
} as const satisfies CodeLabels;
export type WorkingTimeCode = keyof typeof WORKING_TIME_CODES;

/** Occupational category; SANS_OBJET for the self-employed. */
export const CATEGORY_CODES = {
  CADRE: { fr: 'Cadre', en: 'Executive (cadre)' },
  INTERMEDIAIRE: {
    fr: 'Profession intermédiaire (agent de maîtrise, technicien)',
    en: 'Intermediate occupation (supervisor, technician)',
  },
  EMPLOYE: { fr: 'Employé', en: 'Clerical, sales or service employee' },
  OUVRIER: { fr: 'Ouvrier', en: 'Manual worker' },
  SANS_OBJET: { fr: 'Sans objet (indépendant)', en: 'Not applicable (self-employed)' },
} as const satisfies CodeLabels;
export type CategoryCode = keyof typeof CATEGORY_CODES;
