import { frenchDate, type PlainDate } from './calendar.ts';
import type { Register } from './certification/register-code.ts';

/** Where a figure was read: the XML export, the public fiche page, or a statistics file. */
export const SOURCE_KINDS = ['FEED', 'FICHE_PAGE', 'STATISTICS_FILE'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Strongest first: docs/method.md#provenance. */
export const SOURCE_PRECEDENCE: readonly SourceKind[] = ['STATISTICS_FILE', 'FICHE_PAGE', 'FEED'];

/**
 * Whether a figure from source `a` takes the place of the same figure from source `b`. Between two
 * sources of one kind neither does: there their days decide.
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

/** What the terms of a source depend on. */
export interface AttributedSource {
  readonly kind: SourceKind;
  readonly fileName: string;
  readonly datedOn: PlainDate;
  /** Part of what comes with the product; of it only the export is fictitious. */
  readonly demonstration: boolean;
}

/** Whether the figures of a source are invented. */
function isFictitious({ kind, demonstration }: AttributedSource): boolean {
  return demonstration && kind === 'FEED';
}

/**
 * The mention that has to go with figures of a source, with its day: for an export the one that
 * the licence asks for. A statistics file is somebody else's, and the demonstration nobody's.
 */
export function attribution(source: AttributedSource): string {
  const day = frenchDate(source.datedOn);
  if (isFictitious(source)) return `Répertoire de démonstration fictif du ${day}`;
  switch (source.kind) {
    case 'FEED':
      return `Source : France compétences (data.gouv.fr), export du ${day}`;
    case 'FICHE_PAGE':
      return `Source : France compétences (francecompetences.fr), fiche relevée le ${day}`;
    case 'STATISTICS_FILE':
      return `Source : fichier statistique ${source.fileName} du ${day}`;
  }
}

/** An export, which is of one register. */
export interface AttributedExport extends AttributedSource {
  readonly register: Register | null;
}

/** The mention that has to go with figures of several exports, with the day of each. */
export function attributionOfExports(exports: readonly AttributedExport[]): string {
  const sorted = exports.toSorted((a, b) => ((a.register ?? '') < (b.register ?? '') ? -1 : 1));
  const mentions = new Set(sorted.map(attribution));
  const [first] = sorted;
  if (mentions.size < 2 || !first) return [...mentions].join(' ; ');
  if (sorted.some((each) => isFictitious(each) !== isFictitious(first))) {
    return [...mentions].join(' ; ');
  }
  const days = sorted.map(({ datedOn, register }) => `du ${frenchDate(datedOn)} (${register})`);
  const told = days.join(' et ');
  return isFictitious(first)
    ? `Répertoires de démonstration fictifs ${told}`
    : `Source : France compétences (data.gouv.fr), exports ${told}`;
}

/** The licence of a source's data; null where it states none, or is fictitious. */
export function licenceOf(source: AttributedSource): typeof LICENCE | null {
  return source.kind === 'STATISTICS_FILE' || isFictitious(source) ? null : LICENCE;
}

/** What every answer and page says while the demonstration register is served. */
export const demonstrationNotice = {
  fr: 'Répertoire de démonstration : les certifications dont l’intitulé finit par « (démonstration) » sont fictives, ainsi que leurs chiffres et leurs certificateurs.',
  en: 'Demonstration register: the certifications whose title ends with "(démonstration)" are fictitious, and so are their figures and their certifying bodies.',
} as const;
