import type { AccessRouteKind } from '../../../domain/certification/access-route.ts';
import type { FicheAccessRoute } from '../../../domain/certification/fiche.ts';
import type { Register } from '../../../domain/certification/register-code.ts';
import { foldLine, linesText } from './fiche-page-sections.ts';
import type { PageFindings } from './page-findings.ts';

/** « Validité des composantes acquises » : the ways to the certification, and two territories. */
export interface PageRoutes {
  readonly accessRoutes: readonly FicheAccessRoute[];
  readonly componentsValidity: string | null;
  readonly newCaledonia: boolean | null;
  readonly frenchPolynesia: boolean | null;
}

/** How the row of each route begins, and its name. */
const LABELS: readonly (readonly [AccessRouteKind, RegExp, string])[] = [
  [
    'INITIAL_TRAINING',
    /^\s*après un parcours de formation sous statut d['’]élève ou d['’]étudiant(?=\s|$)/i,
    'Après un parcours de formation sous statut d’élève ou d’étudiant',
  ],
  ['APPRENTICESHIP', /^\s*en contrat d['’]apprentissage(?=\s|$)/i, 'En contrat d’apprentissage'],
  [
    'CONTINUING_TRAINING',
    /^\s*après un parcours de formation continue(?=\s|$)/i,
    'Après un parcours de formation continue',
  ],
  [
    'PROFESSIONALISATION_CONTRACT',
    /^\s*en contrat de professionnalisation(?=\s|$)/i,
    'En contrat de professionnalisation',
  ],
  [
    'INDIVIDUAL_APPLICATION',
    /^\s*par candidature individuelle(?=\s|$)/i,
    'Par candidature individuelle',
  ],
  ['VAE', /^\s*par expérience(?=\s|$)/i, 'Par expérience'],
];
const NEW_CALEDONIA = /^\s*inscrite au cadre de la nouvelle[ -]calédonie(?=\s|$)/i;
const FRENCH_POLYNESIA = /^\s*inscrite au cadre de la polynésie française(?=\s|$)/i;

const SECTION = 'Validité des composantes acquises';
const TABLE_HEADER = "voie d'acces a la certification";
const HEADERS = new Set(['oui non', `${TABLE_HEADER} oui non composition des jurys`]);
const ROUTE_EXPECTED =
  'the table of access routes has no row that begins so: whether this route is open is not known';

/** Oui or Non by the column of the X: known when the cells were copied with tabs. */
function markedColumn(row: string): { marked: boolean | null; rest: string } | null {
  if (!row.includes('\t')) return null;
  const [, yes = '', no = '', ...rest] = row.split('\t');
  const isX = (text: string) => /^x$/i.test(text.trim());
  return { marked: isX(yes) ? true : isX(no) ? false : null, rest: rest.join(' ') };
}

/**
 * One row and the lines of its jury. A copy as plain text has lost the column of the X: a route
 * with a jury is then open, one whose jury is the empty cell (`-`) is not, anything else is
 * unknown: text after the empty cell is another row's.
 */
function routeOf(route: AccessRouteKind, row: string, lines: readonly string[]): FicheAccessRoute {
  const column = markedColumn(row);
  if (column) {
    const jury = linesText([column.rest, ...lines]);
    return { route, open: column.marked, jury, changedOn: null };
  }
  const [, x, rest = ''] = /^\s*(x(?=\s|$))?(.*)$/is.exec(row) ?? [];
  const jury = linesText([rest, ...lines]);
  const empty = rest.trim() === '-';
  const open = x === undefined || (jury === null) !== empty ? null : !empty;
  return { route, open, jury, changedOn: null };
}

function territoryOf(lines: readonly string[], label: RegExp): boolean | null {
  const row = lines.find((line) => label.test(line));
  return row === undefined ? null : (markedColumn(row.replace(label, ''))?.marked ?? null);
}

/**
 * The tables of the section; what stands before them is the validity of the components. A route
 * that the table should have, and has not, is a finding.
 */
export function routesOf(
  section: readonly string[],
  register: Register,
  findings: PageFindings,
): PageRoutes {
  const territory = (line: string) => NEW_CALEDONIA.test(line) || FRENCH_POLYNESIA.test(line);
  const lines = section.filter((line) => !HEADERS.has(foldLine(line)) && !territory(line));
  const rows = lines.flatMap((line, index) => {
    const label = LABELS.find(([, pattern]) => pattern.test(line));
    return label ? [{ index, route: label[0], row: line.replace(label[1], '') }] : [];
  });
  if (rows.length > 0 || section.some((line) => foldLine(line).startsWith(TABLE_HEADER))) {
    for (const [route, , name] of LABELS) {
      if (register === 'RS' && route === 'APPRENTICESHIP') continue;
      if (rows.some((row) => row.route === route)) continue;
      findings.find('MISSING_ACCESS_ROUTE', SECTION, name, ROUTE_EXPECTED);
    }
  }
  return {
    accessRoutes: rows.map(({ index, route, row }, position) =>
      routeOf(route, row, lines.slice(index + 1, rows[position + 1]?.index)),
    ),
    componentsValidity: linesText(lines.slice(0, rows[0]?.index ?? lines.length)),
    newCaledonia: territoryOf(section, NEW_CALEDONIA),
    frenchPolynesia: territoryOf(section, FRENCH_POLYNESIA),
  };
}
