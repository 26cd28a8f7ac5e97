import { frenchDate } from '../domain/calendar.ts';
import { type Body, certifiersOf } from './bodies.ts';
import { classificationOf } from './classification.ts';
import { cohortsOf } from './cohorts.ts';
import { datedFieldsOf } from './dates.ts';
import { addDays } from './days.ts';
import type { AccessRouteDraft, BlockDraft, FicheDraft, LegalReferenceDraft } from './draft.ts';
import { DRAW, drawOf, type Place, type Plan, placeAt } from './family.ts';
import { codeAt, equivalencesOf, lineageOf } from './lineage.ts';
import { type PartnerPool, partnerCount, partnerRows } from './partners.ts';
import type { Random } from './random.ts';
import { type Registration, registrationOf } from './registration.ts';
import {
  ENTRY_PREREQUISITES,
  JURIES,
  MASTERY_LEVELS,
  REGULATIONS,
  RENEWAL_TERMS,
} from './sentences.ts';
import { orNothing, typedTitle } from './spoiling.ts';
import type { Texts } from './texts.ts';
import { COMMON_MODULES, CONTEXTS } from './vocabulary.ts';
import { type XmlText, xmlText } from './xml.ts';

/** What all fiches of a register are made from: prepared once, never changed. */
export interface Material {
  readonly texts: Texts;
  readonly bodies: readonly (readonly Body[])[];
  readonly partners: PartnerPool;
}

const ROUTES = ['FI', 'CA', 'FC', 'CQ', 'CL', 'VAE'] as const;

/** Share of fiches on which each route is open, in RNCP and in RS (which has no CA). */
const OPEN = {
  RNCP: { FI: 0.7, CA: 0.75, FC: 0.95, CQ: 0.7, CL: 0.3, VAE: 0.97 },
  RS: { FI: 0.2, CA: 0, FC: 0.98, CQ: 0.15, CL: 0.4, VAE: 0.1 },
} as const;

function titleOf(plan: Plan, place: Place): string {
  const own = drawOf(plan, DRAW.BODIES, place.family, 2);
  const { title, sector } = place.subject;
  if (own.chance(0.2)) return title;
  const context = own.pick(own.chance(0.45) ? sector.contexts : CONTEXTS);
  return `${title} – ${context}`;
}

function accessRoutes(plan: Plan, registration: Registration, random: Random): AccessRouteDraft[] {
  const jury = xmlText(random.pick(JURIES));
  const changed = random.chance(0.06) ? addDays(registration.startsOn, 40) : null;
  return ROUTES.filter((tag) => plan.register === 'RNCP' || tag !== 'CA').map((tag) => {
    const open = random.chance(OPEN[plan.register][tag]);
    const changedOn = changed && changed < plan.exportedOn ? xmlText(frenchDate(changed)) : null;
    return { tag, open, jury: open && random.chance(plan.profile.juries) ? jury : null, changedOn };
  });
}

function blocksOf(plan: Plan, place: Place, random: Random, texts: Texts): BlockDraft[] {
  const { sector, modules } = place.subject;
  const code = codeAt(plan, place.index);
  const own = modules.flatMap((index) => sector.modules[index] ?? []);
  const common = random.sample(COMMON_MODULES, random.pick(plan.profile.commonBlocks));
  return [...own, ...common].map((module, index) => {
    const order = `${index < 9 ? '0' : ''}${index + 1}`;
    const slip = random.next();
    return {
      // Malformed codes, and codes given to two blocks of a fiche.
      code: xmlText(
        slip < 0.004
          ? `BC${order}`
          : slip < 0.008 && index > 0
            ? `${code}BC01`
            : `${code}BC${order}`,
      ),
      title: xmlText(random.chance(0.03) ? module.title.toUpperCase() : module.title),
      skills: random.chance(0.02) ? null : texts.skills(module, random),
      assessment: random.chance(0.03) ? null : texts.assessment(module, random),
      entryPrerequisites: random.chance(0.02) ? xmlText('Aucun prérequis.') : null,
      validationPrerequisites: random.chance(0.02)
        ? xmlText('Avoir validé le bloc précédent.')
        : null,
    };
  });
}

function legalReferences(
  registration: Registration,
  title: string,
  random: Random,
): FicheDraft['legal'] {
  const day = frenchDate(addDays(registration.startsOn, -60));
  const reference = (text: string): LegalReferenceDraft => ({
    title: xmlText(text),
    publishedOn: random.chance(0.85) ? xmlText(day) : null,
  });
  const general = reference(
    `Arrêté du ${day} fixant les conditions de délivrance des diplômes (texte fictif)`,
  );
  const creation = reference(
    `Arrêté du ${day} portant création et fixant les modalités de « ${title} » (texte fictif)`,
  );
  return {
    general: registration.byLaw && random.chance(0.8) ? [general] : [],
    creation: registration.byLaw && random.chance(0.9) ? [creation] : [],
    other: random.chance(registration.byLaw ? 0.4 : 0.05) ? [creation, general] : [],
  };
}

function descriptionLink(plan: Plan, code: XmlText, random: Random): XmlText | null {
  const address = `example.org/certifications/${code.toLowerCase()}`;
  return orNothing(random, { absent: 0.3, emptyWord: 0.05 }, () =>
    random.chance(0.1)
      ? `Voir la page de la certification (${address})`
      : `https://${address}${plan.register === 'RS' && random.chance(0.1) ? '?vue=rs&lang=fr' : ''}`,
  );
}

/** The sections that only one of the two registers has. */
function sectionsOf(plan: Plan, place: Place, random: Random, texts: Texts) {
  const { sector, modules, title } = place.subject;
  const own = modules.flatMap((index) => sector.modules[index] ?? []);
  const rs = plan.register === 'RS';
  const partial = rs ? random.chance(0.12) : null;
  const titles = sector.jobs.map((job) => job.title).filter((other) => other !== title);
  return {
    activities: rs ? null : texts.activities(own, random),
    attestedSkills: texts.attestedSkills(own, random),
    sectors: rs ? null : xmlText(`Le professionnel exerce au sein ${sector.employers}.`),
    jobTypes: rs ? null : xmlText([title, ...titles].map((name) => `* ${name}`).join('    ')),
    overseas: rs ? null : { newCaledonia: random.chance(0.08), polynesia: random.chance(0.07) },
    masteryLevels: rs
      ? orNothing(random, { absent: 0.6, emptyWord: 0.2 }, () => random.pick(MASTERY_LEVELS))
      : null,
    renewalTerms: rs
      ? orNothing(random, { absent: 0.7, emptyWord: 0.15 }, () => random.pick(RENEWAL_TERMS))
      : null,
    partialValidation: partial,
    partialValidationScope: partial
      ? xmlText('La première partie de la certification peut être validée seule.')
      : null,
  };
}

/** The fiche at an index (0, 1, …) of the register: the same whenever it is asked for. */
export function createFiche(plan: Plan, material: Material, index: number): FicheDraft {
  const { texts, bodies, partners } = material;
  const place = placeAt(plan, index);
  const random = drawOf(plan, DRAW.FICHE, index);
  const registration = registrationOf(plan, place);
  const number = codeAt(plan, index);
  const title = titleOf(plan, place);
  const old = !registration.active && random.chance(plan.profile.withoutBlocks);
  const blocks = plan.register === 'RS' || old ? [] : blocksOf(plan, place, random, texts);
  const partnered = partnerCount(plan.profile.partners[plan.register], random);
  const states = registration.active ? ['Modifications à valider'] : ['Dépubliée/Archivée'];
  return {
    sheetId: 1 + Math.floor(index * 1.2),
    number,
    ...lineageOf(plan, place, random),
    title: xmlText(`${typedTitle(random, title).trimEnd()}${plan.profile.titleSuffix}`),
    editorialState: xmlText(random.chance(0.93) ? 'Publiée' : random.pick(states)),
    ...classificationOf(plan, place, registration, random),
    certifiers: certifiersOf(plan, place, registration, random, bodies),
    partnersMayExist: partnered > 0 || random.chance(0.1),
    partnerRows: partnerRows(partners, random, partnered, place.subject.sectorIndex),
    ...sectionsOf(plan, place, random, texts),
    regulations: orNothing(random, { absent: 0.75, emptyWord: 0.08 }, () =>
      random.pick(REGULATIONS),
    ),
    accessRoutes: accessRoutes(plan, registration, random),
    legal: legalReferences(registration, title, random),
    ...datedFieldsOf(plan, registration, random),
    cohorts: cohortsOf(plan, place, registration, random),
    descriptionLink: descriptionLink(plan, number, random),
    registrationType: xmlText(
      registration.byLaw ? 'Enregistrement de droit' : 'Enregistrement sur demande',
    ),
    blocks,
    objectives: texts.objectives(place.subject, title, random),
    entryPrerequisites: orNothing(random, { absent: 0.35, emptyWord: 0.06 }, () =>
      random.pick(ENTRY_PREREQUISITES),
    ),
    validationPrerequisites: orNothing(
      random,
      { absent: 0.9, emptyWord: 0.04 },
      () => 'Avoir validé l’ensemble des blocs de compétences.',
    ),
    equivalences: equivalencesOf(
      plan,
      place,
      random,
      blocks.map(({ code }) => code),
    ),
  };
}
