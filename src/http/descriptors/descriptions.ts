import type { Bilingual } from '../../domain/bilingual.ts';
import type { Manifest } from '../open-data/manifest.ts';

/** Where France compétences publishes the registers. */
export const SOURCE_SITE = 'https://www.data.gouv.fr/organizations/france-competences/';

/** What all tables together are called, and what is said of them. */
export const CATALOGUE_WORDS = {
  title: {
    fr: 'Débouchés : certifications professionnelles et insertion de leurs titulaires',
    en: 'Débouchés: professional certifications and what became of their holders',
  },
  description: {
    fr: 'Répertoires de France compétences (RNCP et répertoire spécifique), promotions, taux d’insertion publiés et statistiques calculées, en tables plates. Chaque taux a son intervalle, son effectif et son état ; une cellule vide est une valeur absente.',
    en: 'The registers of France compétences (RNCP and RS), cohorts, published insertion rates and computed statistics, as flat tables. Each rate has its interval, its base and its status; an empty cell is an absent value.',
  },
  keywords: [
    'certifications professionnelles',
    'RNCP',
    'répertoire spécifique',
    'insertion professionnelle',
    'emploi',
    'formation',
  ],
} as const;

/** Before the title of what is fictitious. */
const FICTITIOUS = '[Fictif] ';

/** A title, which says of fictitious figures that they are. */
export function titleOf(title: string, { demonstration }: Pick<Manifest, 'demonstration'>): string {
  return demonstration ? `${FICTITIOUS}${title}` : title;
}

/** A description with its grain, after the notice of fictitious figures. */
export function describedIn(
  { description, grain }: { readonly description: Bilingual; readonly grain: Bilingual },
  { notice }: Pick<Manifest, 'notice'>,
): Bilingual {
  const said = {
    fr: `${description.fr} Ici, ${grain.fr}.`,
    en: `${description.en} Here ${grain.en}.`,
  };
  return notice ? { fr: `${notice.fr} ${said.fr}`, en: `${notice.en} ${said.en}` } : said;
}
