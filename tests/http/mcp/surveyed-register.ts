import type { Database } from '../../../src/db/database.ts';
import { insertSurveyAccess } from '../../../src/db/surveys/access-log.ts';
import { certifierWith, cohortWith, ficheWith, publishFiches } from '../../support/factories.ts';
import { OTHER, SCHOOL } from '../../support/survey-readers.ts';
import { csv, importTexts } from '../../support/surveys.ts';

/** Figures that nothing else has: who finds one was shown what is restricted. */
export const CANARIES = {
  /** Pay of most holders of RNCP1, to the euro: everybody sees it rounded to 31300. */
  EXACT_PAY: '31337',
  /** Pay of the apprentices of RNCP1, of whom 12 are eligible: a class that is suppressed. */
  PAY_OF_CLASS: '41443',
  /** Pay of the holders of RNCP2, of whom 15 are eligible: a cohort that is suppressed. */
  PAY_OF_COHORT: '52717',
  /** The identifier of a request in the log of reads. */
  LOGGED_READ: '73919',
} as const;
export type Canary = keyof typeof CANARIES;

/** Holders of a route: so many answered so, and all who are employed have the same pay. */
interface Route {
  readonly route: string;
  readonly pay: string;
  readonly employed: number;
  readonly searching: number;
  readonly studying: number;
  readonly silent: number;
}

const STUDENTS: Route = {
  ...{ route: 'ELEVE_ETUDIANT', pay: CANARIES.EXACT_PAY },
  ...{ employed: 27, searching: 3, studying: 6, silent: 4 },
};
const APPRENTICES: Route = {
  ...{ route: 'APPRENTISSAGE', pay: CANARIES.PAY_OF_CLASS },
  ...{ employed: 7, searching: 5, studying: 0, silent: 8 },
};
const EXPERIENCED: Route = {
  ...{ route: 'VAE', pay: CANARIES.PAY_OF_COHORT },
  ...{ employed: 12, searching: 3, studying: 3, silent: 2 },
};

/** Publishes two certifications, each of a body, with a survey of a cohort, and logs a read. */
export async function publishSurveyed(database: Database): Promise<void> {
  const by = (siren: string) => [certifierWith(`Body ${siren}`, { siret: `${siren}00011` })];
  await publishFiches(database, [
    ficheWith({
      code: 'RNCP1',
      title: 'Surveyed at large',
      certifiers: by(SCHOOL),
      cohorts: [cohortWith(2024, 60, { global6: 81, target6: 70 })],
    }),
    ficheWith({
      code: 'RNCP2',
      title: 'Surveyed among few',
      certifiers: by(OTHER),
      cohorts: [cohortWith(2024, 20)],
    }),
  ]);
  const files = [
    ['RNCP1', [STUDENTS, APPRENTICES]],
    ['RNCP2', [EXPERIENCED]],
  ] as const;
  await importTexts(
    database,
    Object.fromEntries(files.flatMap(([code, routes]) => filesOf(code, routes))),
  );
  await using session = await database.session();
  await insertSurveyAccess(session.db, {
    ...{ readAt: new Date('2026-10-01T12:00:00Z'), requestId: `read-${CANARIES.LOGGED_READ}` },
    ...{ reader: { role: 'EXAMINER', name: 'bob' }, operation: 'survey-rates' },
    certificationCodes: ['RNCP1'],
  });
}

function filesOf(code: string, routes: readonly Route[]): [string, string][] {
  const roster = ['certification,id_titulaire,date_obtention,voie_acces,sexe,annee_naissance'];
  const situations = [
    'certification,id_titulaire,horizon,statut_reponse,situation,metier_vise,contrat,temps_travail,categorie,remuneration_brute_annuelle',
  ];
  for (const { route, pay, employed, searching, studying, silent } of routes) {
    const said = [
      ...Array<string>(employed).fill(`REPONDU,EMPLOI,OUI,CDI,PLEIN,EMPLOYE,${pay}`),
      ...Array<string>(searching).fill('REPONDU,RECHERCHE,,,,,'),
      ...Array<string>(studying).fill('REPONDU,POURSUITE_ETUDES,,,,,'),
      ...Array<string>(silent).fill('INJOIGNABLE,,,,,,'),
    ];
    for (const answer of said) {
      const id = `H${roster.length}`;
      roster.push(`${code},${id},2024-03-15,${route},${roster.length % 2 ? 'F' : 'M'},2000`);
      situations.push(`${code},${id},6,${answer}`);
    }
  }
  return [
    [`roster ${code}.csv`, csv(...roster)],
    [`situations ${code}.csv`, csv(...situations)],
  ];
}
