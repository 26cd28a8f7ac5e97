import { frenchDate, type PlainDate } from './calendar.ts';

/** Where a figure was read: the XML export, the public fiche page, or a statistics file. */
export const SOURCE_KINDS = ['FEED', 'FICHE_PAGE', 'STATISTICS_FILE'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Strongest first: docs/method.md#provenance. */
export const SOURCE_PRECEDENCE: readonly SourceKind[] = ['STATISTICS_FILE', 'FICHE_PAGE', 'FEED'];

/**
 * Whether a figure from source `a` takes the place of the same figure from source `b`. Between two
 * sources of one kind neither prevails: there the newer one is the caller's choice.
 */
export function prevails(a: SourceKind, b: SourceKind): boolean {
  return SOURCE_PRECEDENCE.indexOf(a) < SOURCE_PRECEDENCE.indexOf(b);
}

/** The licence of the registers' open data. */
export const LICENCE = {
  name: 'Licence Ouverte 2.0 (Etalab)',
  spdx: 'etalab-2.0',
  url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
} as const;

/** The mention that the licence asks for, with the date of the export. */
export function attribution(datedOn: PlainDate): string {
  return `Source : France compétences (data.gouv.fr), export du ${frenchDate(datedOn)}`;
}

/** What every answer and page says while the demonstration register is served. */
export const demonstrationNotice = {
  fr: 'Répertoire de démonstration : les certifications dont l’intitulé finit par « (démonstration) » sont fictives, ainsi que leurs chiffres et leurs certificateurs.',
  en: 'Demonstration register: the certifications whose title ends with "(démonstration)" are fictitious, and so are their figures and their certifying bodies.',
} as const;
