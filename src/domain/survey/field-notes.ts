import type { Bilingual } from '../bilingual.ts';

/**
 * What a field of holders' surveys is filled with, said beside its label: in the template and where a
 * file is mapped. The French has 255 characters at most, which is what a spreadsheet shows.
 */
export const FIELD_NOTES = {
  certification: {
    fr: 'Numéro de la fiche au répertoire, par exemple RNCP35746 ou RS6232.',
    en: 'Code of the certification in the register, for example RNCP35746 or RS6232.',
  },
  id_titulaire: {
    fr: 'Identifiant interne, de 64 caractères au plus, unique pour une certification\u00a0: ni nom, ni NIR, ni INE, ni adresse électronique. Il n’est pas conservé, seule son empreinte l’est.',
    en: 'Internal identifier of at most 64 characters, unique within a certification: no name, NIR, INE or e-mail address. It is not kept, only its keyed hash is.',
  },
  date_obtention: {
    fr: 'Jour où la certification entière a été obtenue, à partir du 01/01/2000. Vide seulement pour NON_CERTIFIE et ABSENT.',
    en: 'Day on which the whole certification was obtained, from 2000-01-01 on. Empty only for NON_CERTIFIE and ABSENT.',
  },
  voie_acces: {
    fr: 'Voie par laquelle la certification a été obtenue. Vide si elle n’est pas connue.',
    en: 'Way in which the certification was obtained. Empty when not known.',
  },
  sexe: { fr: 'F ou M. Vide s’il n’est pas connu.', en: 'F or M. Empty when not known.' },
  annee_naissance: {
    fr: 'Année sur 4 chiffres, jamais la date. Seule la tranche d’âge à l’obtention est conservée. De 14 à 80 ans à l’obtention.',
    en: 'Year of 4 digits, never the date. Only the age band at obtention is kept. From 14 to 80 years old at obtention.',
  },
  region_formation: {
    fr: 'Code INSEE de la région où le titulaire s’est formé, en 2 chiffres\u00a0: 11 pour l’Île-de-France, 01 pour la Guadeloupe\u00a0; 3 chiffres pour une collectivité d’outre-mer.',
    en: 'INSEE code of the region where the holder trained, of 2 digits: 11 for Île-de-France, 01 for Guadeloupe; 3 digits for an overseas collectivity.',
  },
  siret_organisme: {
    fr: 'SIRET, de 14 chiffres, de l’établissement qui a préparé le titulaire.',
    en: 'SIRET, of 14 digits, of the establishment that prepared the holder.',
  },
  niveau_avant: {
    fr: 'Plus haut niveau de qualification atteint avant l’entrée en formation.',
    en: 'Highest level of qualification reached before the training.',
  },
  situation_avant: {
    fr: 'Situation avant l’entrée en formation.',
    en: 'Situation before the training.',
  },
  resultat: {
    fr: 'CERTIFIE si la cellule est vide. Seul CERTIFIE compte dans les certifiés (N).',
    en: 'CERTIFIE when empty. Only CERTIFIE counts in the holders (N).',
  },
  horizon: {
    fr: 'Mois écoulés depuis l’obtention\u00a0: 6 ou 24. 12 est accepté, et n’est d’aucun des trois taux du répertoire.',
    en: 'Months since obtention: 6 or 24. 12 is accepted, and is in none of the three rates of the register.',
  },
  statut_reponse: {
    fr: 'REPONDU si la situation est connue, quelle que soit la source\u00a0; sinon pourquoi elle ne l’est pas.',
    en: 'REPONDU when the situation is known, whatever the source; else why it is not.',
  },
  date_observation: {
    fr: 'Jour dont la situation est décrite\u00a0: au plus tôt 2 mois avant l’horizon (refusé sinon), au plus tard 6 mois après (signalé sinon).',
    en: 'Day that the situation is of: at the earliest 2 months before the horizon (else refused), at the latest 6 months after it (else a warning).',
  },
  source: {
    fr: 'D’où la situation est connue.',
    en: 'How the situation is known.',
  },
  situation: {
    fr: 'Situation du titulaire ce jour-là. À remplir pour REPONDU, et pour lui seul.',
    en: 'Situation of the holder on that day. To be filled for REPONDU, and for it alone.',
  },
  metier_vise: {
    fr: 'Pour un emploi\u00a0: est-il dans un métier que la certification vise\u00a0?',
    en: 'For a job: is it in an occupation that the certification aims at?',
  },
  contrat: { fr: 'Pour un emploi\u00a0: nature du contrat.', en: 'For a job: kind of contract.' },
  duree_contrat_mois: {
    fr: 'Pour CDD et INTERIM\u00a0: durée du contrat, de 1 à 60 mois.',
    en: 'For CDD and INTERIM: length of the contract, from 1 to 60 months.',
  },
  temps_travail: {
    fr: 'Pour un emploi\u00a0: temps plein ou temps partiel.',
    en: 'For a job: full time or part time.',
  },
  quotite: {
    fr: 'Pour un emploi\u00a0: part d’un temps plein, de 1 à 100\u00a0%. 100 pour PLEIN.',
    en: 'For a job: share of a full time, from 1 to 100 %. 100 for PLEIN.',
  },
  categorie: {
    fr: 'Pour un emploi\u00a0: catégorie socioprofessionnelle. SANS_OBJET pour un indépendant.',
    en: 'For a job: occupational category. SANS_OBJET for the self-employed.',
  },
  remuneration_brute_annuelle: {
    fr: 'Pour un emploi\u00a0: euros par an, bruts, primes comprises, tels qu’ils sont payés. De 1\u00a0000 à 500\u00a0000, sans décimales.',
    en: 'For a job: euros a year, gross, bonuses included, as they are paid. From 1,000 to 500,000, without decimals.',
  },
  rome_emploi: {
    fr: 'Pour un emploi\u00a0: code ROME, une lettre et 4 chiffres, par exemple E1103.',
    en: 'For a job: ROME code, a letter and 4 digits, for example E1103.',
  },
  region_emploi: {
    fr: 'Pour un emploi en France\u00a0: code INSEE de la région du lieu de travail, en 2 chiffres, ou de la collectivité d’outre-mer, en 3.',
    en: 'For a job in France: INSEE code of the region of the place of work, of 2 digits, or of the overseas collectivity, of 3.',
  },
  pays_emploi: {
    fr: 'Pour un emploi\u00a0: pays du lieu de travail, en 2 lettres (ISO 3166), par exemple FR ou BE.',
    en: 'For a job: country of the place of work, in 2 letters (ISO 3166), for example FR or BE.',
  },
  intitule_poste: {
    fr: 'Pour un emploi\u00a0: intitulé, de 200 caractères au plus, sans nom de personne. Il n’est conservé que si le réglage de l’import le demande, et n’est jamais diffusé.',
    en: 'For a job: title of at most 200 characters, without the name of a person. It is kept only when the settings of the import ask for it, and is never served.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
