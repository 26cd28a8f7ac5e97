import type { Database } from '../../../src/db/database.ts';
import type { GroupNoise } from '../../../src/domain/survey/disclosure/group-noise.ts';
import { schema } from '../../../src/graphql/schema.ts';
import { surveyService } from '../../../src/snapshot/surveys/survey-service.ts';
import { certifierWith, ficheWith, publishFiches } from '../../support/factories.ts';
import { csv, importTexts, SECRET } from '../../support/surveys.ts';
import { type QuestionServer, serveQuestions } from '../question-server.ts';

/** Values of what holders are grouped by, as files have them; an age is that at the award. */
export const VALUES = {
  SEX: ['F', 'M'],
  AGE_BAND: ['22', '27', '34', '45', '55'],
  ROUTE: [
    ...['ELEVE_ETUDIANT', 'APPRENTISSAGE', 'FORMATION_CONTINUE', 'CONTRAT_PRO', 'VAE'],
    ...['EQUIVALENCE', 'CANDIDATURE_INDIVIDUELLE'],
  ],
  REGION: ['11', '24', '27', '28', '32', '44', '52', '53', '75', '76', '84', '93', '94'],
} as const;
export type Attribute = keyof typeof VALUES;
export const ATTRIBUTES = Object.keys(VALUES) as readonly Attribute[];
export const HORIZONS = [6, 12, 24] as const;

/** The place of each attribute's value, and whether they are employed at each horizon. */
export interface FictitiousHolder {
  readonly places: Readonly<Record<Attribute, number>>;
  readonly employed: readonly boolean[];
}

/** A group that attributes of certifications select: of one level and year. */
export interface FictitiousGroup {
  readonly level: number;
  readonly year: number;
  readonly holders: readonly FictitiousHolder[];
}

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8];
/** All horizons of the last one have been reached. */
const YEARS = Array.from({ length: 24 }, (_, place) => 2000 + place);
/** Certifications of each level, by turns of two bodies. */
const OF_LEVEL = 3;
const BODIES = [
  certifierWith('One', { siret: '11111111800011' }),
  certifierWith('Other', { siret: '22222222600011' }),
] as const;

/** Groups of all levels and years, of holders who are drawn for each. */
export function fictitiousGroups(
  holdersOf: (name: string) => readonly FictitiousHolder[],
): FictitiousGroup[] {
  return LEVELS.flatMap((level) =>
    YEARS.map((year) => ({ level, year, holders: holdersOf(`${level} ${year}`) })),
  );
}

/** Publishes a register of certifications of all levels, and imports the surveys of the groups. */
export async function importGroups(
  database: Database,
  groups: readonly FictitiousGroup[],
): Promise<void> {
  await publishFiches(
    database,
    LEVELS.flatMap((level) =>
      Array.from({ length: OF_LEVEL }, (_, place) =>
        ficheWith({
          ...{
            code: codeOf(level, place),
            level: { code: `NIV${level}`, label: `Niveau ${level}` },
          },
          certifiers: [BODIES[place % 2 === 0 ? 0 : 1]],
        }),
      ),
    ),
  );
  const roster = [
    'certification,id_titulaire,date_obtention,sexe,annee_naissance,voie_acces,region_formation',
  ];
  const situations = ['certification,id_titulaire,horizon,statut_reponse,situation'];
  for (const { level, year, holders } of groups) {
    for (const [number, { places, employed }] of holders.entries()) {
      const of = `${codeOf(level, number % OF_LEVEL)},${year}-${number}`;
      const [sex, age, route, region] = ATTRIBUTES.map((each) => VALUES[each][places[each]]);
      roster.push(`${of},${year}-03-15,${sex},${year - Number(age)},${route},${region}`);
      for (const [at, horizon] of HORIZONS.entries()) {
        const situation = employed[at] ? 'EMPLOI' : 'RECHERCHE';
        situations.push(`${of},${horizon},REPONDU,${situation}`);
      }
    }
  }
  await importTexts(database, { 'r.csv': csv(...roster), 's.csv': csv(...situations) });
}

function codeOf(level: number, place: number): string {
  return `RNCP${100 * level + place}`;
}

/** Counts as they are: what a server would give whose noise was forgotten. */
export const NO_NOISE: GroupNoise = (_group, _name, count) => count;

/** Serves what was imported to everybody; the noise is that of the product unless it is given. */
export async function serveGroups(database: Database, noise?: GroupNoise): Promise<QuestionServer> {
  const service = surveyService(SECRET, { has: () => false });
  return await serveQuestions(database, schema, {
    surveys: noise === undefined ? service : { ...service, noise },
  });
}

/** A group as the public reader gets it. */
export interface PublicGroup {
  readonly keys: readonly { readonly value: string | null }[];
  readonly status: string;
  readonly holders: number | null;
  readonly employed: number | null;
}

/** Asks for groups at a horizon as the public reader, over HTTP. */
export async function askGroups(
  server: QuestionServer,
  {
    horizon,
    where = '',
    groupBy,
  }: { readonly horizon: number; readonly where?: string; readonly groupBy: readonly string[] },
): Promise<readonly PublicGroup[]> {
  const query = `{ surveyStatistics(horizon: MONTHS_${horizon}, where: { ${where} }
    groupBy: [${groupBy.join()}]) { groups { keys { value } status holders employed } } }`;
  const response = await server.ask({ query });
  const { data, errors } = (await response.json()) as {
    readonly data?: { readonly surveyStatistics: { readonly groups: readonly PublicGroup[] } };
    readonly errors?: readonly { readonly message: string }[];
  };
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return data.surveyStatistics.groups;
}
