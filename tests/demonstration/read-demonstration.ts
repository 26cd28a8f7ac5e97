import { demonstrationFiles } from '../../src/demonstration/demonstration.ts';
import { all, type Element, readFiches, textAt } from './read-fiches.ts';

const [rncpFile, rsFile] = demonstrationFiles();
/** The RNCP file of the demonstration register, read once for a test file. */
export const rncp = readFiches(rncpFile?.chunks() ?? []);
/** Its RS file. */
export const rs = readFiches(rsFile?.chunks() ?? []);
/** The fiches of both. */
export const fiches = [...rncp.fiches, ...rs.fiches];

/** NUMERO_FICHE. */
export const code = (fiche: Element) => textAt(fiche, 'NUMERO_FICHE') ?? '';
export const byCode = new Map(fiches.map((fiche) => [code(fiche), fiche]));
/** ACTIF, the status. */
export const active = (fiche: Element) => textAt(fiche, 'ACTIF') === 'Oui';
/** The texts of all elements at a path. */
export const texts = (fiche: Element, path: string) => all(fiche, path).map(({ text }) => text);
export const cohorts = (fiche: Element) =>
  all(fiche, 'STATISTIQUES_PROMOTIONS/STATISTIQUES_PROMOTION');
export const predecessors = (fiche: Element) =>
  texts(fiche, 'ANCIENNES_CERTIFICATIONS/ANCIENNE_CERTIFICATION/ID_FICHE_ANCIENNE_CERTIFICATION');
export const successors = (fiche: Element) =>
  texts(fiche, 'NOUVELLES_CERTIFICATIONS/NOUVELLE_CERTIFICATION/ID_FICHE_NOUVELLE_CERTIFICATION');
