import type { Fiche } from '../../src/domain/certification/fiche.ts';
import type { Finding } from '../../src/domain/findings/finding.ts';
import { blockWith, certifierWith, cohortWith, day, ficheWith, partnerWith } from './factories.ts';

/** SIREN of the fictitious bodies of the small register. */
export const SCHOOL = '111111118';
export const MINISTRY = '222222226';
const school = { siret: `${SCHOOL}00011` };
const ministry = { siret: `${MINISTRY}00022` };

const NSF_IT = { code: '326t', label: 'Programmation, mise en place de logiciels' };
const NSF_ACCOUNTS = { code: '314', label: 'Comptabilité, gestion' };
const ROME_DEVELOPER = { code: 'M1805', label: 'Études et développement informatique' };
const ROME_ACCOUNTANT = { code: 'M1203', label: 'Comptabilité' };

/**
 * A small fictitious register with something for each filter, order and link: what the tests of
 * the schema are asked on. 2026-11-24 is the day of the tests.
 */
export const SMALL_REGISTER: readonly Fiche[] = [
  ficheWith({
    code: 'RNCP900001',
    sheetId: 41,
    title: 'Développeur d’applications (démonstration)',
    abbreviation: { code: 'TP', label: 'Titre professionnel' },
    editorialState: 'Publiée',
    level: { code: 'NIV6', label: 'Niveau 6' },
    activeFlag: true,
    registrationType: 'ON_REQUEST',
    decisionOn: day('2023-01-18'),
    registrationEndsOn: day('2027-01-18'),
    publishedOn: day('2023-01-20'),
    registrationYears: 4,
    partnersMayExist: true,
    levelYears: [2023, 2024],
    texts: {
      objectives: 'Répondre aux besoins des entreprises.',
      attestedSkills: 'Concevoir une base de données. Sécuriser une application.',
    },
    formacodes: [{ code: '30854', label: 'Développement informatique' }],
    specialities: [NSF_IT],
    occupations: [ROME_DEVELOPER, { code: 'M1802', label: 'Expertise informatique' }],
    certifiers: [
      certifierWith('École du numérique', { ...school, website: 'https://ecole.example' }),
      certifierWith('Ancienne école', { state: 'Inactif', stateChangedOn: day('2024-05-02') }),
    ],
    partners: [
      partnerWith('Partenaire A', { role: 'TRAIN', siret: '33333333400011' }),
      partnerWith('Partenaire B', { role: 'ASSESS' }),
      partnerWith('Partenaire C', { role: 'TRAIN', state: 'Inactif' }),
      partnerWith('Partenaire D', { role: 'TRAIN_AND_ASSESS', activeSince: day('2024-01-01') }),
      partnerWith('Partenaire E'),
    ],
    accessRoutes: [
      { route: 'INITIAL_TRAINING', open: true, jury: 'Deux tiers', changedOn: null },
      { route: 'VAE', open: false, jury: null, changedOn: day('2023-01-18') },
    ],
    legalReferences: [
      { kind: 'CREATION', title: 'Arrêté du 18 janvier 2023', publishedOn: day('2023-01-25') },
      { kind: 'OTHER', title: null, publishedOn: null },
    ],
    collectiveAgreements: [
      { kind: 'CCN', number: '3018', label: 'Bureaux d’études techniques' },
      { kind: 'IDCC', number: '1486', label: null },
    ],
    blocks: [
      blockWith('RNCP900001BC01', 'Concevoir une application', { skills: 'Modéliser.' }),
      blockWith('RNCP900001BC02', 'Développer l’interface'),
      blockWith('RNCP900001BC02', 'Déployer', { assessmentModes: 'Mise en situation' }),
    ],
    cohorts: [
      cohortWith(2023, 40, { global6: 80, target24: 70 }, 4),
      cohortWith(2024, 60, { global6: 90 }),
      cohortWith(2022, 12, { target24: 75 }),
    ],
    predecessors: [{ code: 'RNCP900002', title: null }],
    equivalences: [
      { sourceBlocks: [], targetCode: 'RNCP900003', targetBlocks: [] },
      {
        sourceBlocks: ['RNCP900001BC01'],
        targetCode: 'RNCP899999',
        targetBlocks: ['RNCP899999BC03'],
      },
    ],
  }),
  ficheWith({
    code: 'RNCP900002',
    title: 'Développeur informatique (démonstration)',
    abbreviation: { code: 'TP', label: 'Titre professionnel' },
    level: { code: 'NIV5', label: 'Niveau 5' },
    activeFlag: false,
    registrationType: 'ON_REQUEST',
    decisionOn: day('2018-01-18'),
    registrationEndsOn: day('2023-01-18'),
    specialities: [{ code: '326', label: 'Informatique' }],
    occupations: [{ code: 'M1805', label: 'Etudes et developpement informatique' }],
    certifiers: [certifierWith('Ecole du numerique', { ...school, state: 'Inactif' })],
    cohorts: [cohortWith(2021, 0), cohortWith(2020, 30, { global6: 75 })],
    successors: [
      { code: 'RNCP900001', title: null },
      { code: 'RNCP899998', title: 'Concepteur' },
    ],
  }),
  ficheWith({
    code: 'RNCP900003',
    title: 'BTS Comptabilité et gestion (démonstration)',
    abbreviation: { code: 'BTS', label: 'Brevet de technicien supérieur' },
    level: { code: 'NIV5', label: 'Niveau 5' },
    activeFlag: true,
    registrationType: 'BY_LAW',
    effectiveOn: day('2024-01-01'),
    registrationEndsOn: day('2028-12-31'),
    publishedOn: day('2024-01-02'),
    formacodes: [{ code: '32654', label: 'Comptabilité' }],
    specialities: [NSF_ACCOUNTS],
    occupations: [ROME_ACCOUNTANT],
    certifiers: [certifierWith('Ministère de l’exemple', ministry)],
    accessRoutes: [{ route: 'VAE', open: true, jury: null, changedOn: null }],
    blocks: [blockWith('RNCP900003BC01', 'Tenir une comptabilité')],
    texts: { attestedSkills: 'Établir un bilan. Conseiller sur les bases de données.' },
  }),
  ficheWith({
    code: 'RNCP900010',
    title: 'Assistant comptable (démonstration)',
    level: { code: 'NIV4', label: 'Niveau 4' },
    activeFlag: true,
    specialities: [NSF_ACCOUNTS, NSF_IT],
    occupations: [ROME_ACCOUNTANT],
    certifiers: [
      certifierWith('Ministère de l’exemple', ministry),
      certifierWith('École du numérique', school),
    ],
    cohorts: [cohortWith(2024, 8, { global6: 50 })],
  }),
  ficheWith({
    code: 'RS900001',
    title: 'Certification en sécurité (démonstration)',
    activeFlag: true,
    registrationEndsOn: day('2026-11-24'),
    validityYears: 3,
    specialities: [NSF_IT],
    certifiers: [certifierWith('École du numérique', school)],
    cohorts: [cohortWith(2024, 100)],
    predecessors: [{ code: 'RNCP900003', title: null }],
  }),
];

const finding: Finding = {
  rule: 'REFUSED_VALUE',
  certificationCode: 'RNCP900001',
  cohortYear: 2023,
  element: 'FICHES/FICHE/STATISTIQUES_PROMOTIONS/STATISTIQUES_PROMOTION/NOMBRE_CERTIFIES_VAE',
  given: 'quatre',
  message: 'not a count: give a whole number',
};

/** What the readers found in it. */
export const SMALL_REGISTER_FINDINGS: readonly Finding[] = [
  {
    ...finding,
    rule: 'SOURCES_DISAGREE',
    certificationCode: 'RNCP900002',
    cohortYear: 2020,
    message: 'the sources disagree',
  },
  { ...finding, rule: 'REFUSED_FICHE', certificationCode: null, cohortYear: null, element: null },
  finding,
  { ...finding, certificationCode: 'RS900001', cohortYear: null },
];
