import { frenchDate } from '../domain/calendar.ts';
import { addDays, earlier } from './days.ts';
import type { CertifierDraft } from './draft.ts';
import { DRAW, drawOf, type Place, type Plan } from './family.ts';
import type { Random } from './random.ts';
import type { Registration } from './registration.ts';
import { fictitiousSiren, fictitiousSiret } from './siret.ts';
import { SECTORS, type Subject, TOWNS } from './vocabulary.ts';
import { type XmlText, xmlText } from './xml.ts';

/** A fictitious certifying body. */
export interface Body {
  readonly name: string;
  readonly tradeName: XmlText | null;
  readonly website: XmlText | null;
  /** SIRETs of its establishments, head office first; empty when it is known by name only. */
  readonly sirets: readonly XmlText[];
}

const KINDS = [
  'Institut',
  'École supérieure',
  'Académie',
  'Fédération',
  'Campus',
  'Groupe',
] as const;
function body(name: string, serial: number, establishments: number, slug: string | null): Body {
  const siren = fictitiousSiren(serial);
  return {
    name,
    tradeName: slug && serial % 3 === 0 ? xmlText(slug.toUpperCase()) : null,
    website:
      slug && serial % 4 !== 0 ? xmlText(`https://example.org/certificateurs/${slug}`) : null,
    sirets: Array.from({ length: establishments }, (_, i) =>
      xmlText(fictitiousSiret(siren, i + 1)),
    ),
  };
}

const WORK = body('Ministère fictif du travail et des compétences', 100, 1, null);
const UNIVERSITIES = body("Ministère fictif de l'enseignement supérieur", 101, 1, null);
const SCHOOLS = body("Ministère fictif de l'enseignement professionnel", 102, 1, null);
const LAND = body("Ministère fictif de l'agriculture et des territoires", 103, 1, null);

/** The ministry whose diploma it is: those are registered by law. */
function ministryOf({ sector, level }: Subject, random: Random): Body {
  // NSF 21: agriculture, fishing, forests and green spaces.
  if (sector.specialities[0]?.startsWith('21')) return LAND;
  return (level ?? 0) >= 6 ? UNIVERSITIES : random.pick([WORK, SCHOOLS]);
}

/** The bodies of a sector: the same serials, names and establishments in both registers. */
function bodiesOfSector(sectorIndex: number, count: number): Body[] {
  const sector = SECTORS[sectorIndex];
  if (!sector) throw new RangeError(`${sectorIndex} is no sector: 0 to ${SECTORS.length - 1}`);
  return Array.from({ length: count }, (_, i) => {
    const kind = KINDS[(sectorIndex + i) % KINDS.length];
    const town = TOWNS[(sectorIndex * 7 + i * 3) % TOWNS.length];
    const order = Math.floor(i / TOWNS.length);
    const name = `${kind} des métiers ${sector.of} – ${town}${order ? ` ${order + 1}` : ''} (fictif)`;
    const serial = 200 + sectorIndex * 100 + i;
    // One in fourteen is known by its name only, as foreign bodies are.
    const establishments = serial % 14 === 0 ? 0 : 1 + (serial % 3);
    return body(name, serial, establishments, `centre-${sectorIndex + 1}-${i + 1}`);
  });
}

/** All bodies that may certify, by sector: made once for a register. */
export function createBodies(plan: Plan): readonly (readonly Body[])[] {
  return SECTORS.map((_, index) => bodiesOfSector(index, plan.profile.bodiesPerSector));
}

function row(plan: Plan, who: Body, random: Random, registration: Registration, former: boolean) {
  const known = who.sirets.length > 0 && !random.chance(plan.profile.missingSiret);
  const changed = former || random.chance(0.7);
  const day = addDays(registration.startsOn, random.int(0, former ? 300 : 30));
  return {
    siret: known ? random.pick(who.sirets) : null,
    name: xmlText(random.chance(0.3) ? shouted(who.name) : who.name),
    state: xmlText(former ? 'Inactif' : 'Actif'),
    stateChangedOn: changed ? xmlText(frenchDate(earlier(day, plan.exportedOn))) : null,
    tradeName: who.tradeName,
    website: who.website,
  };
}

/** Capitals, as many bodies are typed; the marker of fiction stays readable. */
function shouted(name: string): string {
  return name.replace(/^(.*?)( \(fictif\))?$/, (_, own: string, marker = '') => {
    return own.toUpperCase() + marker;
  });
}

/**
 * CERTIFICATEURS of a fiche: the family's body first (a ministry for a diploma de droit), then
 * co-certifiers, second establishments and former certifiers. Empty on a few fiches.
 */
export function certifiersOf(
  plan: Plan,
  place: Place,
  registration: Registration,
  random: Random,
  bodies: readonly (readonly Body[])[],
): CertifierDraft[] {
  if (random.chance(0.004)) return [];
  const own = drawOf(plan, DRAW.BODIES, place.family);
  const sector = bodies[place.subject.sectorIndex] ?? [];
  const first = registration.byLaw ? ministryOf(place.subject, own) : own.pick(sector);
  const rows = [row(plan, first, random, registration, false)];

  // A geometric law of that mean: a few fiches list many bodies.
  const { extraCertifiers } = plan.profile;
  let extra = 0;
  while (extra < 40 && random.chance(extraCertifiers / (1 + extraCertifiers))) extra += 1;
  for (let i = 0; i < extra; i++) {
    const other = random.chance(0.2) ? first : random.pick(sector);
    rows.push(row(plan, other, random, registration, random.chance(0.3)));
  }
  return rows;
}
