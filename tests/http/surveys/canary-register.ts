import type { Database } from '../../../src/db/database.ts';
import { drawn } from '../../domain/survey/disclosure/holders.ts';
import { certifierWith, cohortWith, ficheWith, publishFiches } from '../../support/factories.ts';
import { csv, importTexts } from '../../support/surveys.ts';

/** What a holder answered at a horizon, in columns of `SITUATION`; null = no answer. */
type Answer = readonly [situation: string, target: string, job: string] | null;

/** A fictitious holder, as files give them. */
export interface Holder {
  readonly code: string;
  readonly year: number;
  readonly id: string;
  readonly route: string;
  readonly sex: string;
  readonly ageBand: string;
  readonly region: string;
  readonly answers: Readonly<Record<6 | 24, Answer>>;
}

const SCHOOL = certifierWith('School', { siret: '11111111800011' });
const OTHER = certifierWith('Other', { siret: '22222222600011' });

/** Certifications with their cohorts, newest first, and how many holders each has. */
const CERTIFICATIONS = [
  { code: 'RNCP1', level: 5, speciality: '326', cohorts: { 2024: 90, 2023: 60, 2022: 50 } },
  { code: 'RNCP2', level: 5, speciality: '326', cohorts: { 2024: 60, 2023: 60 } },
  { code: 'RNCP3', level: 5, speciality: '310', cohorts: { 2024: 70, 2023: 40 } },
  { code: 'RNCP4', level: 6, speciality: '310', cohorts: { 2024: 20 } },
  { code: 'RNCP5', level: 6, speciality: '326', cohorts: { 2024: 45 } },
  { code: 'RNCP6', level: 6, speciality: '310', cohorts: { 2023: 45 } },
] as const;

const AGES = { UNDER_26: 22, '26_29': 27, '30_39': 34 } as const;

/** Holders of all cohorts; of the only one of RNCP4, all twenty are eligible. */
export function allHolders(): Holder[] {
  return CERTIFICATIONS.flatMap(({ code, cohorts }) =>
    Object.entries(cohorts).flatMap(([year, size]) => {
      const next = drawn(`canary ${code} ${year}`);
      const one = (values: readonly string[]) =>
        // The first values are more frequent.
        values[Math.floor(next() ** 2 * values.length)] ?? '';
      const isEligible = code === 'RNCP4';
      return Array.from({ length: size }, (_, number): Holder => {
        const route = one(['ELEVE_ETUDIANT', 'APPRENTISSAGE', 'VAE']);
        const sex = one(['F', 'M']);
        const ageBand = one(Object.keys(AGES));
        // Nobody else of RNCP1 was trained in Île-de-France.
        const region =
          code === 'RNCP1' && number === 0 && year === '2024' ? '11' : one(['53', '52', '28', '']);
        const answers = { 6: answerOf(next, isEligible), 24: answerOf(next, isEligible) };
        const of = { code, year: Number(year), id: `${year}-${number}` };
        return { ...of, route, sex, ageBand, region, answers };
      });
    }),
  );
}

function answerOf(next: () => number, isEligible: boolean): Answer {
  const [answered, situation, target, pay] = [next(), next(), next(), next()];
  if (!isEligible && answered < 0.2) return null;
  if (situation < 0.7) {
    const job = `CDI,PLEIN,EMPLOYE,${20_000 + 100 * Math.floor(200 * pay)}`;
    return ['EMPLOI', target < 0.6 ? 'OUI' : 'NON', job];
  }
  if (isEligible || situation < 0.85) return ['RECHERCHE', '', ',,,'];
  return ['POURSUITE_ETUDES', '', ',,,'];
}

/** Publishes the register. */
export async function publishCanaryRegister(database: Database): Promise<void> {
  await publishFiches(
    database,
    CERTIFICATIONS.map(({ code, level, speciality, cohorts }, place) =>
      ficheWith({
        ...{ code, level: { code: `NIV${level}`, label: null } },
        specialities: [{ code: speciality, label: null }],
        occupations: [{ code: place < 4 ? 'M1805' : 'M1607', label: null }],
        certifiers: [place % 2 === 0 ? SCHOOL : OTHER],
        cohorts: Object.entries(cohorts).map(([year, size]) =>
          cohortWith(Number(year), size, { global6: 81, target6: 55, target24: 60 }),
        ),
      }),
    ),
  );
}

/** Imports the surveys of all cohorts, in place of what was imported before. */
export async function importHolders(
  database: Database,
  holders: readonly Holder[],
): Promise<number | null> {
  const roster = [
    'certification,id_titulaire,date_obtention,voie_acces,sexe,annee_naissance,region_formation',
  ];
  const situations = [
    'certification,id_titulaire,horizon,statut_reponse,situation,metier_vise,contrat,temps_travail,categorie,remuneration_brute_annuelle',
  ];
  for (const { code, year, id, route, sex, ageBand, region, answers } of holders) {
    const born = year - (AGES[ageBand as keyof typeof AGES] ?? 0);
    roster.push(`${code},${id},${year}-03-15,${route},${sex},${born},${region}`);
    for (const horizon of [6, 24] as const) {
      const answer = answers[horizon];
      const said = answer === null ? 'INJOIGNABLE,,,,,,' : `REPONDU,${answer.join()}`;
      situations.push(`${code},${id},${horizon},${said}`);
    }
  }
  const files = { 'r.csv': csv(...roster), 's.csv': csv(...situations) };
  return (await importTexts(database, files)).publicationId;
}
