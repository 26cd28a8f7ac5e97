import type { Register } from '../domain/certification/register-code.ts';
import { AGREEMENTS, type Agreement } from './nomenclature.ts';
import { type Module, module, type Sector } from './sector.ts';
import { COMMERCE_SECTORS } from './sectors-commerce.ts';
import { SERVICE_SECTORS } from './sectors-services.ts';
import { TECHNOLOGY_SECTORS } from './sectors-technology.ts';

export const SECTORS: readonly Sector[] = [
  ...COMMERCE_SECTORS,
  ...TECHNOLOGY_SECTORS,
  ...SERVICE_SECTORS,
];

/** What a certification is about. */
export interface Subject {
  readonly title: string;
  readonly sector: Sector;
  readonly sectorIndex: number;
  /** European level, 3 to 8; null in RS, which has none. */
  readonly level: number | null;
  /** ROME codes; none in RS. */
  readonly occupations: readonly string[];
  /** Which modules of the sector it is made of. */
  readonly modules: readonly number[];
}

/** Modules are written from the bench to the office: a level takes its end of the list. */
function modulesOfLevel(sector: Sector, level: number): number[] {
  const all = sector.modules.map((_, index) => index);
  if (all.length < 4 || level === 5) return all;
  return level < 5 ? all.slice(0, 3) : all.slice(1);
}

/** What the fiches of each register are dealt among: jobs in RNCP, single modules in RS. */
export const SUBJECTS: Readonly<Record<Register, readonly Subject[]>> = {
  RNCP: SECTORS.flatMap((sector, sectorIndex) =>
    sector.jobs.map(({ title, level, occupations }) => {
      const modules = modulesOfLevel(sector, level);
      return { title, sector, sectorIndex, level, occupations, modules };
    }),
  ),
  RS: SECTORS.flatMap((sector, sectorIndex) =>
    sector.modules.map(({ title }, index) => {
      return { title, sector, sectorIndex, level: null, occupations: [], modules: [index] };
    }),
  ),
};

/** The collective agreement that covers a sector, or null. */
export function agreementOf(sector: Sector): (typeof AGREEMENTS)[Agreement] | null {
  return sector.agreement ? AGREEMENTS[sector.agreement] : null;
}

/** Specialisations that suit any sector. */
export const CONTEXTS = [
  'en petite et moyenne entreprise',
  'spécialité transition écologique',
  'spécialité transition numérique',
  'option international',
  'parcours en alternance',
  'parcours entrepreneuriat',
  'dans la fonction publique',
  'option management d’équipe',
] as const;

/** Towns that do not exist. */
export const TOWNS = [
  'Valbrune',
  'Rochemarne',
  'Saint-Elvan',
  'Montfaucher',
  'Belleroque',
  'Castelnoir-sur-Lys',
  'Pont-Aubrac',
  'Villeclaire',
  'Les Ormières',
  'Grandvaline',
  'Port-Estérol',
  'Chantebrise',
  'Fontaubert',
  'Lormenay',
  'Aigueroche',
  'Sainte-Orine',
  'Mirevent',
  'Tréhouarn',
  'Val-de-Brenne',
  'Haute-Sorgue',
] as const;

/** Blocks that certifications of any sector add to their own. */
export const COMMON_MODULES: readonly Module[] = [
  module(
    'Communication professionnelle en langue anglaise',
    'comprendre et rédiger un message professionnel en anglais',
    'tenir une conversation courante avec un interlocuteur étranger',
    'présenter son activité en anglais',
  ),
  module(
    'Usages numériques responsables',
    'choisir les outils collaboratifs adaptés',
    'protéger les données et les accès',
    'mesurer et limiter l’empreinte de ses usages numériques',
  ),
  module(
    'Encadrement et transmission',
    'accueillir et former un nouvel arrivant',
    'répartir le travail et contrôler les réalisations',
    'conduire une réunion courte',
  ),
  module(
    'Prévention, santé et environnement',
    'repérer les situations dangereuses',
    'réagir en cas d’accident',
    'appliquer le tri et l’économie des ressources',
  ),
];
