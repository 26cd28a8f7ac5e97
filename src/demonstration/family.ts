import type { PlainDate } from '../domain/calendar.ts';
import type { Register } from '../domain/certification/register-code.ts';
import type { Profile } from './profile.ts';
import { createRandom, type Random } from './random.ts';
import { SUBJECTS, type Subject } from './vocabulary.ts';

/** What is asked of the generator, with the numbers that follow from it. */
export interface Plan {
  readonly register: Register;
  readonly fiches: number;
  readonly seed: number;
  readonly exportedOn: PlainDate;
  readonly profile: Profile;
}

/** Where a fiche stands among the successive versions of one certification. */
export interface Place {
  readonly index: number;
  readonly subject: Subject;
  /** Identifies the succession; its versions share it. */
  readonly family: number;
  /** Versions that follow this one; 0 for the newest. */
  readonly newer: number;
  /** Place of the version before, or null. */
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * The place of a fiche, by its index alone. Subjects are dealt round-robin, so that the versions
 * of a certification are one round apart and nothing needs to be remembered.
 */
export function placeAt({ register, fiches, profile }: Plan, index: number): Place {
  const subjects = SUBJECTS[register];
  const round = Math.floor(index / subjects.length);
  const cycle = profile.chains.reduce((sum, length) => sum + length, 0);
  let version = round % cycle;
  let chain = 0;
  for (const length of profile.chains) {
    if (version < length) break;
    version -= length;
    chain += 1;
  }
  const existing = Math.floor((fiches - 1 - index) / subjects.length);
  const newer = Math.min((profile.chains[chain] ?? 1) - 1 - version, existing);
  const generation = Math.floor(round / cycle) * profile.chains.length + chain;
  return {
    index,
    subject: subjects[index % subjects.length] as Subject,
    family: generation * subjects.length + (index % subjects.length),
    newer,
    before: version > 0 ? index - subjects.length : null,
    after: newer > 0 ? index + subjects.length : null,
  };
}

/** What a draw is about: different draws about one family must not resemble each other. */
export const DRAW = {
  FICHE: 1,
  TIMELINE: 2,
  BODIES: 3,
  FIGURES: 4,
  COHORT: 5,
  TEXT: 6,
  POOL: 7,
  SURVEY: 8,
};

/** Chance about one thing of a register: a fiche, a family, a cohort. */
export function drawOf(plan: Plan, draw: number, ...keys: readonly number[]): Random {
  return createRandom(plan.seed, plan.register === 'RNCP' ? 1 : 2, draw, ...keys);
}
