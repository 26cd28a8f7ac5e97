import type { Database } from '../../../src/db/database.ts';
import type { Reader } from '../../../src/domain/access/reader.ts';
import { certifierWith, cohortWith, ficheWith, publishFiches } from '../../support/factories.ts';
import { cohortFiles, csv, EXAMPLE, importTexts } from '../../support/surveys.ts';

export const SCHOOL = '111111118';
export const OTHER = '222222226';

export const READERS = {
  everybody: { role: 'PUBLIC' },
  school: { role: 'BODY', siren: SCHOOL, name: 'school' },
  other: { role: 'BODY', siren: OTHER, name: 'other' },
  alice: { role: 'EXAMINER', name: 'alice' },
  boss: { role: 'OPERATOR', name: 'boss' },
} as const satisfies Readonly<Record<string, Reader>>;

/** A cohort of which 15 are eligible, 12 of them employed. */
const SMALL = [
  {
    ...{ route: 'VAE', holders: 20, respondents: 18 },
    ...{ neutralised: 3, employed: 12, inTarget: 9 },
  },
];

/** A cohort of which a third answered. */
const SILENT = [
  {
    ...{ route: 'VAE', holders: 60, respondents: 20 },
    ...{ neutralised: 0, employed: 20, inTarget: 20 },
  },
];

/** 24 holders, all employed full time: 12 permanent, 6 for a year, 6 for a quarter; each 111 € apart. */
function jobs(): string {
  const lines = Array.from({ length: 24 }, (_, place) => {
    const contract = place < 12 ? 'CDI,' : place < 18 ? 'CDD,12' : 'CDD,3';
    const id = `H${String(place + 1).padStart(3, '0')}`;
    return `RNCP4,${id},24,REPONDU,EMPLOI,OUI,${contract},PLEIN,${30_000 + 111 * place}`;
  });
  return csv(
    'certification,id_titulaire,horizon,statut_reponse,situation,metier_vise,contrat,duree_contrat_mois,temps_travail,remuneration_brute_annuelle',
    ...lines,
  );
}

const all = (holders: number) => [
  { route: 'VAE', holders, respondents: 0, neutralised: 0, employed: 0, inTarget: 0 },
];

/**
 * Publishes five certifications with surveys: RNCP1 that of the worked example, RNCP2 a small one, RNCP3 one
 * with few answers that the register has no cohort of, RNCP4 one at 24 months, RNCP5 a roster alone.
 */
export async function publishSurveys(database: Database): Promise<void> {
  const by = (siren: string) => ({
    certifiers: [certifierWith(`Body ${siren}`, { siret: `${siren}00011` })],
  });
  await publishFiches(database, [
    ficheWith({
      ...{ code: 'RNCP1', ...by(SCHOOL) },
      cohorts: [cohortWith(2024, 60, { global6: 81, target6: 70 })],
    }),
    ficheWith({ code: 'RNCP2', ...by(OTHER), cohorts: [cohortWith(2024, 20)] }),
    ficheWith({ code: 'RNCP3', ...by(OTHER) }),
    ficheWith({ code: 'RNCP4', ...by(SCHOOL), cohorts: [cohortWith(2023, 25, {}, 24)] }),
    ficheWith({ code: 'RNCP5', ...by(SCHOOL), cohorts: [cohortWith(2024, 12)] }),
    ficheWith({ code: 'RNCP6', ...by(OTHER), cohorts: [cohortWith(2024, 12)] }),
  ]);
  const files: [string, string][] = [];
  for (const [code, routes] of [
    ['RNCP1', EXAMPLE],
    ['RNCP2', SMALL],
    ['RNCP3', SILENT],
  ] as const) {
    const { roster, situations } = cohortFiles(code, routes);
    files.push([`roster ${code}.csv`, roster], [`situations ${code}.csv`, situations]);
  }
  files.push(['roster RNCP4.csv', cohortFiles('RNCP4', all(24), { year: 2023 }).roster]);
  files.push(['situations RNCP4.csv', jobs()]);
  files.push(['roster RNCP5.csv', cohortFiles('RNCP5', all(10)).roster]);
  await importTexts(database, Object.fromEntries(files));
}
