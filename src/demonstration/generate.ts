import type { PlainDate } from '../domain/calendar.ts';
import { DEMONSTRATION_FROM, type Register } from '../domain/certification/register-code.ts';
import { createBodies } from './bodies.ts';
import type { FicheDraft } from './draft.ts';
import type { Plan } from './family.ts';
import { createFiche, type Material } from './fiche.ts';
import { FOOTER, ficheXml, HEADER } from './layout.ts';
import { createPartners } from './partners.ts';
import { PROFILES, type ProfileName } from './profile.ts';
import { withQuirks } from './quirks.ts';
import { createTexts } from './texts.ts';

export interface RegisterOptions {
  readonly register: Register;
  /** How many fiches, 1 or more. */
  readonly fiches: number;
  /** A whole number; the same options give the same bytes. */
  readonly seed: number;
  /** The day that the export is said to be of. */
  readonly exportedOn: PlainDate;
  readonly profile: ProfileName;
}

function planOf({ register, fiches, seed, exportedOn, profile }: RegisterOptions): Plan {
  if (!Number.isInteger(fiches) || fiches < 1) {
    throw new RangeError(`${fiches} is no number of fiches: a whole number from 1 is accepted`);
  }
  const plan = { register, fiches, seed, exportedOn, profile: PROFILES[profile] };
  if (profile === 'REAL_SIZE' && plan.profile.numberAt(fiches) >= DEMONSTRATION_FROM) {
    throw new RangeError(`${fiches} fiches do not fit below number ${DEMONSTRATION_FROM}`);
  }
  return plan;
}

/** A register before it is written. */
export interface PlannedRegister {
  readonly plan: Plan;
  /** The fiche at a place, 0 to `fiches` − 1. */
  ficheAt(index: number): FicheDraft;
}

/**
 * The fiches of a register, each made when it is asked for.
 *
 * - Throws as `generateRegister`.
 */
export function planRegister(options: RegisterOptions): PlannedRegister {
  const plan = planOf(options);
  const material: Material = {
    texts: createTexts(plan),
    bodies: createBodies(plan),
    partners: createPartners(plan.seed, plan.profile.partnerPool, plan.exportedOn),
  };
  return { plan, ficheAt: (index) => withQuirks(plan, index, createFiche(plan, material, index)) };
}

/**
 * A register in the layout of the export (flow 4.1), as chunks of text to be written in UTF-8: the
 * header, one chunk per fiche, the footer. Memory does not grow with the number of fiches.
 *
 * - DEMONSTRATION: codes from 900001, titles marked, short texts.
 * - REAL_SIZE: counts, lengths and irregularities of the real register, codes below 900000.
 * - Throws `RangeError` for a number of fiches that is not a whole number from 1, or too many.
 */
export function* generateRegister(options: RegisterOptions): Generator<string> {
  const { plan, ficheAt } = planRegister(options);
  yield HEADER;
  for (let index = 0; index < plan.fiches; index++) yield ficheXml(ficheAt(index));
  yield FOOTER;
}
