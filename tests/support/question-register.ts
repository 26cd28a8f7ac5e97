import type { Fiche } from '../../src/domain/certification/fiche.ts';
import { blockWith, certifierWith, cohortWith, day, ficheWith, partnerWith } from './factories.ts';

/** SIREN of the fictitious bodies of the register. */
export const SCHOOL_A = '111111118';
export const SCHOOL_B = '222222226';
export const MINISTRY = '333333334';

const schoolA = certifierWith('École A', { siret: `${SCHOOL_A}00011` });
const schoolB = certifierWith('École B', { siret: `${SCHOOL_B}00022` });
const ministry = certifierWith('Ministère', { siret: `${MINISTRY}00033` });

const DEVELOPER = { code: 'M1805', label: 'Études et développement informatique' };
const ACCOUNTANT = { code: 'M1203', label: 'Comptabilité' };
const MANAGER = { code: 'M1302', label: 'Direction de petite ou moyenne entreprise' };
const PROGRAMMING = { code: '326t', label: 'Programmation, mise en place de logiciels' };
const ANALYSIS = {
  code: '326n',
  label: 'Analyse informatique, conception d’architecture de réseaux',
};
const ACCOUNTS = { code: '314', label: 'Comptabilité, gestion' };
const SOFTWARE = { code: '31054', label: 'Informatique et systèmes d’information' };

const LEVEL = (level: number) => ({ code: `NIV${level}`, label: `Niveau ${level}` });

/** Six peers of RNCP101: their only cohort, of 30, has these global rates at 6 months. */
const PEER_RATES = [70, 75, 80, 85, 90, 95];

/**
 * A small fictitious register on which every saved question has an answer that can be worked out by
 * hand. The day of the questions is 2026-11-24.
 */
export const QUESTION_REGISTER: readonly Fiche[] = [
  // What RNCP101 replaces: only the new fiche says so. Both carry the cohort of 2022.
  ficheWith({
    code: 'RNCP100',
    title: 'Développeur',
    level: LEVEL(6),
    activeFlag: false,
    registrationType: 'ON_REQUEST',
    decisionOn: day('2019-05-10'),
    registrationYears: 3,
    registrationEndsOn: day('2022-05-10'),
    specialities: [PROGRAMMING],
    occupations: [DEVELOPER],
    certifiers: [schoolA],
    cohorts: [cohortWith(2021, 25, { global6: 80 }), cohortWith(2022, 12, { global6: 66 })],
  }),
  // The one that is looked at: its pooled global rate is (20·50 + 20·70 + 10·60) / 50 = 60.
  ficheWith({
    code: 'RNCP101',
    title: 'Concepteur de logiciels',
    abbreviation: { code: 'TP', label: 'Titre professionnel' },
    level: LEVEL(6),
    activeFlag: true,
    registrationType: 'ON_REQUEST',
    decisionOn: day('2022-05-10'),
    registrationYears: 5,
    registrationEndsOn: day('2027-05-10'),
    specialities: [PROGRAMMING],
    occupations: [DEVELOPER],
    formacodes: [SOFTWARE],
    certifiers: [schoolA, certifierWith('Ancienne école', { state: 'Inactif' })],
    partners: [
      partnerWith('Centre X', { role: 'TRAIN', siret: '44444444200011' }),
      partnerWith('Centre X annexe', { role: 'TRAIN', siret: '44444444200029' }),
      partnerWith('Jury Y', { role: 'ASSESS' }),
      partnerWith('Centre Z', { role: 'TRAIN', state: 'Inactif', siret: '55555555900013' }),
    ],
    accessRoutes: [
      {
        route: 'INITIAL_TRAINING',
        open: true,
        jury: 'Un tiers de professionnels',
        changedOn: null,
      },
      { route: 'VAE', open: true, jury: null, changedOn: null },
    ],
    blocks: [
      blockWith('RNCP101BC01', 'Concevoir', { assessmentModes: 'Étude de cas' }),
      blockWith('RNCP101BC02', 'Développer', { assessmentModes: 'Mise en situation' }),
    ],
    cohorts: [
      cohortWith(2022, 10, { global6: 60, target6: 50, target24: 55 }),
      cohortWith(2024, 20, { global6: 50 }, 2),
      cohortWith(2023, 20, { global6: 70, target6: 60, target24: 65 }, 1),
    ],
    predecessors: [{ code: 'RNCP100', title: null }],
    equivalences: [
      { sourceBlocks: ['RNCP101BC01'], targetCode: 'RNCP111', targetBlocks: ['RNCP111BC01'] },
    ],
  }),
  ...PEER_RATES.map((rate, index) =>
    ficheWith({
      code: `RNCP${111 + index}`,
      title: `Développeur ${index + 1}`,
      level: LEVEL(6),
      activeFlag: true,
      registrationType: 'ON_REQUEST',
      decisionOn: day('2024-12-31'),
      registrationYears: 5,
      registrationEndsOn: day('2029-12-31'),
      specialities: [index < 2 ? ANALYSIS : PROGRAMMING],
      occupations: [DEVELOPER],
      formacodes: index < 5 ? [SOFTWARE] : [],
      certifiers: [schoolB],
      cohorts: [cohortWith(2023, 30, { global6: rate })],
    }),
  ),
  // By law, without statistics; the new one alone says that it replaces it.
  ficheWith({
    code: 'RNCP120',
    title: 'Comptabilité et gestion',
    abbreviation: { code: 'BTS', label: 'Brevet de technicien supérieur' },
    level: LEVEL(5),
    activeFlag: true,
    registrationType: 'BY_LAW',
    effectiveOn: day('2022-09-01'),
    registrationEndsOn: day('2027-08-31'),
    specialities: [ACCOUNTS],
    occupations: [ACCOUNTANT],
    certifiers: [ministry],
    accessRoutes: [{ route: 'VAE', open: true, jury: null, changedOn: null }],
    equivalences: [{ sourceBlocks: [], targetCode: 'RNCP121', targetBlocks: [] }],
  }),
  ficheWith({
    code: 'RNCP121',
    title: 'Comptabilité et gestion, rénové',
    abbreviation: { code: 'bts', label: 'Brevet de technicien supérieur' },
    level: LEVEL(5),
    activeFlag: true,
    registrationType: 'BY_LAW',
    effectiveOn: day('2026-09-01'),
    registrationEndsOn: day('2031-08-31'),
    specialities: [ACCOUNTS],
    occupations: [ACCOUNTANT],
    certifiers: [ministry],
    predecessors: [{ code: 'RNCP120', title: null }],
  }),
  // Certified together; its cohort of 2024 owes its rate since 2025-12-31.
  ficheWith({
    code: 'RNCP130',
    title: 'Assistant de gestion',
    level: LEVEL(4),
    activeFlag: true,
    registrationType: 'ON_REQUEST',
    decisionOn: day('2023-12-15'),
    registrationYears: 3,
    registrationEndsOn: day('2026-12-15'),
    specialities: [ACCOUNTS],
    occupations: [ACCOUNTANT, MANAGER],
    certifiers: [schoolA, schoolB],
    cohorts: [cohortWith(2024, 8), cohortWith(2023, 9, { global6: 77 }, 3)],
  }),
  // No level; its newest cohort is of 2019.
  ficheWith({
    code: 'RNCP140',
    title: 'Dirigeant',
    level: { code: 'AUCUN', label: null },
    activeFlag: true,
    registrationType: 'ON_REQUEST',
    decisionOn: day('2023-06-30'),
    registrationYears: 5,
    registrationEndsOn: day('2028-06-30'),
    specialities: [{ code: '310', label: 'Échanges et gestion' }],
    occupations: [MANAGER],
    certifiers: [certifierWith('Institut sans SIRET')],
    cohorts: [
      cohortWith(2018, 40, { global6: 88, target6: 80, target24: 85 }),
      cohortWith(2019, 50, { global6: 90, target6: 60, target24: 84 }),
    ],
  }),
  // A fall beyond chance: 95 % of 100, then 70 % of 100.
  ficheWith({
    code: 'RNCP160',
    title: 'Manager',
    level: LEVEL(7),
    activeFlag: true,
    registrationType: 'ON_REQUEST',
    decisionOn: day('2025-03-31'),
    registrationYears: 3,
    registrationEndsOn: day('2028-03-31'),
    specialities: [{ code: '310', label: 'Échanges et gestion' }],
    occupations: [MANAGER],
    certifiers: [schoolB],
    cohorts: [cohortWith(2023, 100, { global6: 95 }), cohortWith(2024, 100, { global6: 70 })],
  }),
  ficheWith({
    code: 'RS200',
    title: 'Sauveteur au travail',
    activeFlag: true,
    registrationType: 'ON_REQUEST',
    registrationEndsOn: day('2027-01-31'),
    specialities: [{ code: '344', label: 'Sécurité des biens et des personnes' }],
    certifiers: [schoolA],
    cohorts: [cohortWith(2023, 80), cohortWith(2024, 100)],
  }),
  ficheWith({
    code: 'RS201',
    title: 'Langue régionale',
    activeFlag: false,
    registrationType: 'ON_REQUEST',
    registrationEndsOn: day('2025-06-30'),
    specialities: [{ code: '136', label: 'Langues vivantes' }],
    certifiers: [schoolB],
    cohorts: [cohortWith(2024, 7)],
  }),
];

/** The same as it may have been in the publication before: other titles, figures and fiches. */
export const FORMER_REGISTER: readonly Fiche[] = [
  ...QUESTION_REGISTER.slice(1).map((fiche, index) => ({
    ...fiche,
    title: index % 3 === 0 ? `${fiche.title}, ancien intitulé` : fiche.title,
    activeFlag: index % 4 === 0 ? null : fiche.activeFlag,
    cohorts: fiche.cohorts.slice(index % 2).map((cohort) => ({
      ...cohort,
      certified: cohort.certified === null ? null : cohort.certified + 1,
    })),
  })),
  ficheWith({ code: 'RNCP190', title: 'Retirée depuis', level: LEVEL(6), certifiers: [schoolA] }),
];
