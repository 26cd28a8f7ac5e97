import { describe, expect, test } from 'vitest';
import { identityOfHeader } from '../../../src/domain/survey/identity-header.ts';
import { ROSTER_FIELDS, SITUATION_FIELDS } from '../../../src/domain/survey/layout.ts';

describe('a header of an identity is one', () => {
  test.each([
    ['NAME', 'nom', 'NOM', 'Noms', 'Nom de naissance', 'nomNaissance', 'NOM_USAGE', 'Nom d’usage'],
    ['NAME', "Nom d'usage", 'Nom de famille', 'Nom du titulaire', 'nom_candidat', 'Nom diplômé'],
    ['NAME', 'Prénom', 'prenom1', 'Prénoms', 'Nom/Prénom', 'Nom et prénom du tuteur entreprise'],
    [
      'NAME',
      'name',
      'First name',
      'last_name',
      'lastName',
      'SURNAME',
      'Full name',
      'Nom (certifié·e)',
    ],
    ['NIR', 'NIR', 'nir13', 'N° de sécurité sociale', 'num_secu', 'Numéro Sécurité Sociale'],
    ['NIR', 'social security number', 'SSN', 'n° SS'],
    ['INE', 'INE', 'Numéro INE', 'Identifiant national étudiant'],
    [
      'EMAIL',
      'e-mail',
      'Email',
      'EMAIL_PERSO',
      'Adresse mail',
      'courriel',
      'Mél',
      'Adresse électronique',
    ],
    ['PHONE', 'Téléphone', 'Tél.', 'tel_portable', 'Portable', 'mobile', 'Phone number', 'GSM'],
    [
      'ADDRESS',
      'Adresse',
      'adresse postale',
      'Adresse 1',
      'Address',
      'Rue',
      'Adresse du titulaire',
    ],
    [
      'BIRTH',
      'Date de naissance',
      'date_naissance',
      'DDN',
      'Né(e) le',
      'birthdate',
      'Date of birth',
    ],
    ['BIRTH', 'Commune de naissance', 'Lieu naissance', 'mois_naissance', 'codeInseeNaissance'],
    ['PROFILE', 'Profil LinkedIn', 'photo', 'IBAN'],
  ] as const)('%s: %s, %s, …', (kind, ...headers) => {
    expect(headers.map((header) => [header, identityOfHeader(header)])).toEqual(
      headers.map((header) => [header, kind]),
    );
  });
});

describe('a header of something else is none', () => {
  test('as those of the layouts, and their labels', () => {
    const headers = [...ROSTER_FIELDS, ...SITUATION_FIELDS].flatMap(({ name, label }) => [
      name,
      label.fr,
      label.en,
    ]);
    expect(headers.filter((header) => identityOfHeader(header) !== null)).toEqual([]);
  });

  test.each([
    'nom_organisme',
    'Nom de l’organisme',
    'Nom de la formation',
    'Nom de l’entreprise',
    'nom du diplôme',
    'company name',
    'Adresse de l’établissement',
    'Année de naissance',
    'year_of_birth',
    'Mobilité',
    'Code postal',
    'Date de signature du contrat',
    'Intitulé du poste',
    'Agent de sécurité',
    'Protection sociale',
    'nombre',
    'Nomenclature',
    'Télétravail',
    'Machine',
    '',
  ])('%s', (header) => {
    expect(identityOfHeader(header)).toBeNull();
  });
});
