import type { AccessRouteKind } from '../../../domain/certification/access-route.ts';
import type { FicheAccessRoute } from '../../../domain/certification/fiche.ts';
import { foldLine, linesText } from './fiche-page-sections.ts';

/** « Validité des composantes acquises » : the ways to the certification, and two territories. */
export interface PageRoutes {
  readonly accessRoutes: readonly FicheAccessRoute[];
  readonly componentsValidity: string | null;
  readonly newCaledonia: boolean | null;
  readonly frenchPolynesia: boolean | null;
}

const LABELS: readonly (readonly [AccessRouteKind, RegExp])[] = [
  [
    'INITIAL_TRAINING',
    /^\s*après un parcours de formation sous statut d['’]élève ou d['’]étudiant(?=\s|$)/i,
  ],
  ['APPRENTICESHIP', /^\s*en contrat d['’]apprentissage(?=\s|$)/i],
  ['CONTINUING_TRAINING', /^\s*après un parcours de formation continue(?=\s|$)/i],
  ['PROFESSIONALISATION_CONTRACT', /^\s*en contrat de professionnalisation(?=\s|$)/i],
  ['INDIVIDUAL_APPLICATION', /^\s*par candidature individuelle(?=\s|$)/i],
  ['VAE', /^\s*par expérience(?=\s|$)/i],
];
const NEW_CALEDONIA = /^\s*inscrite au cadre de la nouvelle[ -]calédonie(?=\s|$)/i;
const FRENCH_POLYNESIA = /^\s*inscrite au cadre de la polynésie française(?=\s|$)/i;

const HEADERS = new Set([
  'oui non',
  "voie d'acces a la certification oui non composition des jurys",
]);

/** Oui or Non by the column of the X: known when the cells were copied with tabs. */
function markedColumn(row: string): { marked: boolean | null; rest: string } | null {
  if (!row.includes('\t')) return null;
  const [, yes = '', no = '', ...rest] = row.split('\t');
  const isX = (text: string) => /^x$/i.test(text.trim());
  return { marked: isX(yes) ? true : isX(no) ? false : null, rest: rest.join(' ') };
}

/**
 * One row and the lines of its jury. A copy as plain text has lost the column of the X: a route
 * with a jury is then open, one whose jury is the empty cell (`-`) is not, anything else is unknown.
 */
function routeOf(route: AccessRouteKind, row: string, lines: readonly string[]): FicheAccessRoute {
  const column = markedColumn(row);
  if (column) {
    const jury = linesText([column.rest, ...lines]);
    return { route, open: column.marked, jury, changedOn: null };
  }
  const [, x, rest = ''] = /^\s*(x(?=\s|$))?(.*)$/is.exec(row) ?? [];
  const jury = linesText([rest, ...lines]);
  const empty = jury === null && rest.trim() === '-';
  const open = x === undefined ? null : jury !== null ? true : empty ? false : null;
  return { route, open, jury, changedOn: null };
}

function territoryOf(lines: readonly string[], label: RegExp): boolean | null {
  const row = lines.find((line) => label.test(line));
  return row === undefined ? null : (markedColumn(row.replace(label, ''))?.marked ?? null);
}

/** The tables of the section; what stands before them is the validity of the components. */
export function routesOf(section: readonly string[]): PageRoutes {
  const territory = (line: string) => NEW_CALEDONIA.test(line) || FRENCH_POLYNESIA.test(line);
  const lines = section.filter((line) => !HEADERS.has(foldLine(line)) && !territory(line));
  const rows = lines.flatMap((line, index) => {
    const label = LABELS.find(([, pattern]) => pattern.test(line));
    return label ? [{ index, route: label[0], row: line.replace(label[1], '') }] : [];
  });
  return {
    accessRoutes: rows.map(({ index, route, row }, position) =>
      routeOf(route, row, lines.slice(index + 1, rows[position + 1]?.index)),
    ),
    componentsValidity: linesText(lines.slice(0, rows[0]?.index ?? lines.length)),
    newCaledonia: territoryOf(section, NEW_CALEDONIA),
    frenchPolynesia: territoryOf(section, FRENCH_POLYNESIA),
  };
}
