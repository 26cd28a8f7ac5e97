import type { RosterFieldName, SituationFieldName } from '../../domain/survey/layout.ts';

/** Values of a row by their fields; those that are not there are empty. */
type Example<Field extends string> = Readonly<Partial<Record<Field, string | number>>>;

/** A certification of the demonstration register, in which these rows can be imported. */
const CERTIFICATION = 'RNCP900001';

/** Fictitious holders: each route, and one who did not obtain the certification. */
export const ROSTER_EXAMPLES: readonly Example<RosterFieldName>[] = [
  {
    ...{ certification: CERTIFICATION, id_titulaire: 'EX-0001', date_obtention: '2022-06-30' },
    ...{ voie_acces: 'ELEVE_ETUDIANT', sexe: 'F', annee_naissance: 2000, region_formation: '11' },
    ...{ siret_organisme: '00000001800010', niveau_avant: '4', situation_avant: 'ETUDIANT' },
    resultat: 'CERTIFIE',
  },
  {
    ...{ certification: CERTIFICATION, id_titulaire: 'EX-0002', date_obtention: '2022-06-30' },
    ...{ voie_acces: 'APPRENTISSAGE', sexe: 'M', annee_naissance: 1999, region_formation: '01' },
    ...{ niveau_avant: '5', situation_avant: 'SALARIE', resultat: 'CERTIFIE' },
  },
  {
    ...{ certification: CERTIFICATION, id_titulaire: 'EX-0003', date_obtention: '2022-06-30' },
    ...{ voie_acces: 'FORMATION_CONTINUE', sexe: 'F', annee_naissance: 1985 },
    ...{ region_formation: '84', niveau_avant: 'AUCUN', situation_avant: 'DEMANDEUR_EMPLOI' },
    resultat: 'CERTIFIE',
  },
  {
    ...{ certification: CERTIFICATION, id_titulaire: 'EX-0004', date_obtention: '2022-07-15' },
    ...{ voie_acces: 'VAE', sexe: 'M', annee_naissance: 1971, situation_avant: 'SALARIE' },
  },
  {
    ...{ certification: CERTIFICATION, id_titulaire: 'EX-0005', date_obtention: '2022-07-15' },
    voie_acces: 'CANDIDATURE_INDIVIDUELLE',
  },
  {
    ...{ certification: CERTIFICATION, id_titulaire: 'EX-0006', voie_acces: 'CONTRAT_PRO' },
    resultat: 'NON_CERTIFIE',
  },
];

/** Their situations: a job with all that is asked of it, others with less, other situations, no answer. */
export const SITUATION_EXAMPLES: readonly Example<SituationFieldName>[] = [
  {
    ...{ id_titulaire: 'EX-0001', certification: CERTIFICATION, horizon: 6 },
    ...{ statut_reponse: 'REPONDU', date_observation: '2022-12-31', source: 'QUESTIONNAIRE' },
    ...{ situation: 'EMPLOI', metier_vise: 'OUI', contrat: 'CDD', duree_contrat_mois: 12 },
    ...{ temps_travail: 'PARTIEL', quotite: 80, categorie: 'EMPLOYE' },
    ...{ remuneration_brute_annuelle: 18_400, rome_emploi: 'E1103', region_emploi: '11' },
    pays_emploi: 'FR',
  },
  {
    ...{ id_titulaire: 'EX-0001', certification: CERTIFICATION, horizon: 24 },
    ...{ statut_reponse: 'REPONDU', date_observation: '2024-06-30', source: 'TELEPHONE' },
    ...{ situation: 'EMPLOI', metier_vise: 'OUI', contrat: 'CDI', temps_travail: 'PLEIN' },
    ...{ quotite: 100, categorie: 'INTERMEDIAIRE', remuneration_brute_annuelle: 28_500 },
    ...{ rome_emploi: 'E1103', region_emploi: '93', pays_emploi: 'FR' },
  },
  {
    ...{ id_titulaire: 'EX-0002', certification: CERTIFICATION, horizon: 6 },
    ...{ statut_reponse: 'REPONDU', date_observation: '2023-01-10', source: 'QUESTIONNAIRE' },
    situation: 'POURSUITE_ETUDES',
  },
  {
    ...{ id_titulaire: 'EX-0002', certification: CERTIFICATION, horizon: 24 },
    ...{ statut_reponse: 'REPONDU', date_observation: '2024-07-02' },
    ...{ source: 'RESEAU_PROFESSIONNEL', situation: 'EMPLOI', metier_vise: 'INDETERMINE' },
  },
  {
    ...{ id_titulaire: 'EX-0003', certification: CERTIFICATION, horizon: 6 },
    ...{ statut_reponse: 'REPONDU', date_observation: '2022-12-31', source: 'TELEPHONE' },
    situation: 'RECHERCHE',
  },
  {
    ...{ id_titulaire: 'EX-0003', certification: CERTIFICATION, horizon: 24 },
    statut_reponse: 'INJOIGNABLE',
  },
  {
    ...{ id_titulaire: 'EX-0004', certification: CERTIFICATION, horizon: 6 },
    ...{ statut_reponse: 'REPONDU', date_observation: '2023-01-15', source: 'JUSTIFICATIF' },
    ...{ situation: 'EMPLOI', metier_vise: 'NON', contrat: 'INDEPENDANT' },
    ...{ temps_travail: 'PLEIN', quotite: 100, categorie: 'SANS_OBJET' },
  },
  {
    ...{ id_titulaire: 'EX-0005', certification: CERTIFICATION, horizon: 6 },
    statut_reponse: 'REFUS',
  },
];
