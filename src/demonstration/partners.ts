import type { PartnerLaw } from './profile.ts';
import { createRandom, type Random } from './random.ts';
import { fictitiousSiren, fictitiousSiret } from './siret.ts';
import { SECTORS, TOWNS } from './vocabulary.ts';
import { element, xmlText } from './xml.ts';

const KINDS = [
  'CFA',
  'Lycée',
  'Centre de formation',
  'Organisme de formation',
  'Atelier',
  'Campus',
  'Maison',
] as const;

const ROLES = [
  'HABILITATION_ORGA_FORM',
  'HABILITATION_ORGA_FORM',
  'HABILITATION_FORMER',
  'HABILITATION_ORGANISER',
] as const;

/** Serials under this one belong to certifying bodies. */
const FIRST_SERIAL = 5_000;
const DAYS = 1_500;

/** The establishments that may train or assess, as the two halves of a PARTENAIRE element. */
export interface PartnerPool {
  readonly heads: readonly string[];
  readonly tails: readonly string[];
}

function head(random: Random, index: number, count: number): string {
  const sector = SECTORS[Math.floor((index * SECTORS.length) / count)] ?? random.pick(SECTORS);
  const town = random.pick(TOWNS);
  // Three establishments to a legal unit on average.
  const siren = fictitiousSiren(FIRST_SERIAL + Math.floor(index / 3));
  const name = `${random.pick(KINDS)} des métiers ${sector.of} – ${town} (fictif)`;
  return `      <PARTENAIRE>\n${element(4, 'NOM_PARTENAIRE', xmlText(name))}${element(
    4,
    'SIRET_PARTENAIRE',
    xmlText(fictitiousSiret(siren, 1 + (index % 3))),
  )}`;
}

function tail(random: Random, lastDay: number): string {
  const day = new Date(lastDay - random.int(0, DAYS) * 86_400_000);
  const written = xmlText(day.toISOString().slice(0, 10).split('-').reverse().join('/'));
  // Rows older than the element have no date at all; the date of entry is the rarer one.
  const dated = random.chance(0.85);
  return (
    element(4, 'HABILITATION_PARTENAIRE', xmlText(random.pick(ROLES))) +
    element(4, 'ETAT_HABILITATION', xmlText(random.chance(0.93) ? 'Actif' : 'Inactif')) +
    element(4, 'DATE_ACTIF', dated && random.chance(0.4) ? written : null) +
    element(4, 'DATE_DERNIERE_MODIFICATION_ETAT', dated ? written : null) +
    '      </PARTENAIRE>\n'
  );
}

/** Prepares `count` establishments; `exportedOn` is the last day on which anything changed. */
export function createPartners(seed: number, count: number, exportedOn: string): PartnerPool {
  const random = createRandom(seed, count);
  const lastDay = Date.parse(exportedOn);
  return {
    heads: Array.from({ length: count }, (_, index) => head(random, index, count)),
    tails: Array.from({ length: 600 }, () => tail(random, lastDay)),
  };
}

/** How many partners a fiche has; most have none or few, a few have hundreds. */
export function partnerCount(law: PartnerLaw, random: Random): number {
  if (!random.chance(law.share)) return 0;
  const drawn = Math.exp(random.normal(law.logMean, law.logDeviation));
  return Math.min(law.most, Math.max(1, Math.round(drawn)));
}

/**
 * `count` PARTENAIRE elements, all of different establishments: of the sector first, then of those
 * that follow.
 */
export function partnerRows(
  pool: PartnerPool,
  random: Random,
  count: number,
  sectorIndex: number,
): string {
  let at = Math.floor(((sectorIndex + random.next()) * pool.heads.length) / SECTORS.length);
  let rows = '';
  for (let i = 0; i < Math.min(count, pool.heads.length); i++) {
    rows += pool.heads[at] ?? '';
    rows += pool.tails[random.int(0, pool.tails.length - 1)] ?? '';
    at = (at + 1) % pool.heads.length;
  }
  return rows;
}
