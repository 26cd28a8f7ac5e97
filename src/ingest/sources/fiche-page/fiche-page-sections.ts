/** The sections of the public page, in its order; `summary` is what stands before the first heading. */
const HEADINGS = {
  objectives: ['objectifs et contexte de la certification'],
  activities: ['activites visees'],
  attestedSkills: ['competences attestees'],
  assessmentModes: ["modalites d'evaluation"],
  /** Has no heading: begins with the first line `RNCP…BC01 - title`. */
  blocks: [],
  acquisitionByBlocks: [
    "description des modalites d'acquisition de la certification par capitalisation des blocs de competences et/ou par correspondance",
  ],
  sectors: ["secteurs d'activites", "secteurs d'activite"],
  jobTypes: ["type d'emplois accessibles", "type d'emploi accessibles"],
  occupations: ['code(s) rome'],
  regulations: [
    "references juridiques des reglementations d'activite",
    "references juridiques des reglementations d'activites",
  ],
  // The page spells « échant » ; the right word is accepted too.
  entryPrerequisites: [
    "le cas echant, prerequis a l'entree en formation",
    "le cas echeant, prerequis a l'entree en formation",
  ],
  validationPrerequisites: [
    'le cas echant, prerequis a la validation de la certification',
    'le cas echeant, prerequis a la validation de la certification',
  ],
  distinctBlockPrerequisites: [
    'pre-requis disctincts pour les blocs de competences',
    'pre-requis distincts pour les blocs de competences',
  ],
  componentsValidity: ['validite des composantes acquises'],
  statistics: ['statistiques'],
  descriptionLink: ['lien internet vers le descriptif de la certification'],
  preparingBodies: ['liste des organismes preparant a la certification'],
  predecessors: ['certification(s) anterieure(s)'],
  successors: ['nouvelle(s) certification(s)'],
  referenceFramework: ["referentiel d'activite, de competences et d'evaluation"],
} as const satisfies Record<string, readonly string[]>;

export type SectionName = 'summary' | keyof typeof HEADINGS;

/** The lines of each section that the page has, without headings and captions, tabs kept. */
export type PageSections = ReadonlyMap<SectionName, readonly string[]>;

const NAMES = Object.keys(HEADINGS) as (keyof typeof HEADINGS)[];
const SECTION_OF = new Map<string, keyof typeof HEADINGS>(
  NAMES.flatMap((name) => HEADINGS[name].map((heading) => [heading, name] as const)),
);

const LONGEST_HEADING = 300;

/** `RNCP35746BC01 - title`: a block begins. */
export const BLOCK_HEADING = /^\s*((?:RNCP|RS)\d{1,9}BC\d{1,3})\s*[-–—:]\s*(\S.*)$/i;

/** A line for comparison: without case, accents, kinds of apostrophes and of spaces. */
export function foldLine(line: string): string {
  return line
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘´`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** The section that a line heads: headings end with a colon, the captions under them do not. */
function headingOf(line: string, folded: string): keyof typeof HEADINGS | null {
  if (BLOCK_HEADING.test(line)) return 'blocks';
  return folded.endsWith(':') ? (SECTION_OF.get(folded.slice(0, -1).trim()) ?? null) : null;
}

/** The lines of a text. Where all ends of lines are doubled, each counts once. */
function linesOf(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const doubled = [1, 0].find((parity) =>
    lines.every((line, index) => index % 2 !== parity || line.trim() === ''),
  );
  return doubled === undefined ? lines : lines.filter((_, index) => index % 2 !== doubled);
}

/**
 * Cuts the text of a page into sections. Headings come in a fixed order: a line that reads like an
 * earlier heading, or like the current one, is text.
 */
export function pageSections(text: string): PageSections {
  const sections = new Map<SectionName, string[]>([['summary', []]]);
  let current: SectionName = 'summary';
  for (const line of linesOf(text)) {
    const folded = line.length < LONGEST_HEADING ? foldLine(line) : '';
    const heading = headingOf(line, folded);
    const isNext =
      heading !== null &&
      (current === 'summary' || NAMES.indexOf(heading) > NAMES.indexOf(current));
    if (isNext) {
      current = heading;
      sections.set(current, heading === 'blocks' ? [line] : []);
    } else if (SECTION_OF.get(folded) !== current) {
      sections.get(current)?.push(line);
    }
  }
  return sections;
}

/** Whether a text is a copied fiche page: at least three of its headings, in order. */
export function looksLikeFichePage(text: string): boolean {
  return pageSections(text).size > 3;
}

/**
 * Lines as one text: spaces that do not break become ordinary ones, ends of lines and of the text
 * are trimmed. Null when empty or `-`, the page's empty cell.
 */
export function linesText(lines: readonly string[]): string | null {
  const text = lines
    .map((line) => line.replace(/[\u00A0\u202F]/g, ' ').trimEnd())
    .join('\n')
    .trim();
  return text === '' || text === '-' ? null : text;
}
