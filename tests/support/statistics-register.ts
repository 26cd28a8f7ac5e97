import type { Fiche } from '../../src/domain/certification/fiche.ts';
import { certifierWith, cohortWith, day, ficheWith } from './factories.ts';

/** SIREN of the fictitious bodies. */
export const SCHOOL = '111111118';
export const MINISTRY = '222222226';

const school = certifierWith('École du numérique', { siret: `${SCHOOL}00011` });
const ministry = certifierWith('Ministère de l’exemple', { siret: `${MINISTRY}00022` });
const route = (name: 'INITIAL_TRAINING' | 'VAE', open: boolean) => ({
  ...{ route: name, open, jury: null, changedOn: null },
});

/**
 * Five certifications with something for each dimension of statistics. What follows from them on
 * 2026-11-24, the day of the tests, for the global rate at 6 months (N·r in brackets):
 *
 * | | 2022 | 2023 | 2024 | Σ N | pooled |
 * | --- | --- | --- | --- | --- | --- |
 * | RNCP900001 | 40 at 80 (3200) | 60 at 90 (5400) | no N, at 50 | 100 | 8600/100 = 86 |
 * | RNCP900002 | 10 at 60 (600) | 0 | | 10 | 600/10 = 60 |
 * | RNCP900003 | | 100 at 70 (7000) | 50, no rate | 150 | 7000/100 = 70 |
 * | RNCP1000001 | | 20 at 100 (2000) | | 20 | 2000/20 = 100 |
 * | RS900001 | | 30, at 40 that does not count | | 30 | |
 */
export const STATISTICS_REGISTER: readonly Fiche[] = [
  ficheWith({
    code: 'RNCP900001',
    title: 'Développeur',
    abbreviation: { code: 'TP', label: 'Titre professionnel' },
    level: { code: 'NIV6', label: 'Niveau 6' },
    registrationType: 'ON_REQUEST',
    registrationYears: 5,
    registrationEndsOn: day('2028-01-01'),
    // Two codes of one NSF group.
    specialities: [
      { code: '326t', label: 'Programmation' },
      { code: '326n', label: 'Analyse informatique' },
    ],
    occupations: [
      { code: 'M1805', label: 'Études et développement informatique' },
      { code: 'M1802', label: 'Expertise informatique' },
    ],
    formacodes: [{ code: '30854', label: 'Développement informatique' }],
    certifiers: [school],
    accessRoutes: [route('INITIAL_TRAINING', true), route('VAE', true)],
    cohorts: [
      cohortWith(2023, 60, { global6: 90 }, 6),
      cohortWith(2022, 40, { global6: 80, target24: 70 }, 4),
      // Of unknown size, five of them through VAE: in no share.
      cohortWith(2024, null, { global6: 50 }, 5),
    ],
  }),
  ficheWith({
    code: 'RNCP900002',
    title: 'Développeur, ancienne',
    abbreviation: { code: 'tp', label: null },
    level: { code: 'NIV6', label: 'Niveau 6' },
    registrationType: 'ON_REQUEST',
    registrationYears: 3,
    registrationEndsOn: day('2023-06-01'),
    specialities: [{ code: '326', label: 'Informatique' }],
    occupations: [{ code: 'M1805', label: 'Études et développement informatique' }],
    certifiers: [school, ministry],
    accessRoutes: [route('VAE', true)],
    cohorts: [cohortWith(2022, 10, { global6: 60 }), cohortWith(2023, 0, {}, 0)],
    successors: [{ code: 'RNCP900001', title: null }],
  }),
  ficheWith({
    code: 'RNCP900003',
    title: 'Comptable',
    abbreviation: { code: 'BTS', label: 'Brevet de technicien supérieur' },
    level: { code: 'NIV5', label: 'Niveau 5' },
    registrationType: 'BY_LAW',
    registrationEndsOn: day('2027-06-30'),
    specialities: [{ code: '314', label: 'Comptabilité, gestion' }],
    occupations: [{ code: 'M1203', label: 'Comptabilité' }],
    formacodes: [{ code: '32654', label: 'Comptabilité' }],
    // The school no longer certifies it.
    certifiers: [ministry, { ...school, state: 'Inactif' }],
    accessRoutes: [route('INITIAL_TRAINING', true), route('VAE', false)],
    cohorts: [cohortWith(2023, 100, { global6: 70, target24: 65 }, 8), cohortWith(2024, 50, {}, 0)],
  }),
  ficheWith({
    code: 'RNCP1000001',
    title: 'Sans rien',
    certifiers: [certifierWith('Organisme sans SIRET')],
    cohorts: [cohortWith(2023, 20, { global6: 100 })],
  }),
  ficheWith({
    code: 'RS900001',
    title: 'Sécurité',
    registrationEndsOn: day('2026-11-24'),
    specialities: [{ code: '326t', label: 'Programmation' }],
    certifiers: [school],
    cohorts: [cohortWith(2023, 30, { global6: 40 }, 3)],
  }),
];
