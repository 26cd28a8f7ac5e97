import { addMonths, type PlainDate } from '../domain/calendar.ts';
import { observationCloses } from '../domain/rate/rate-status.ts';
import { earlier } from './days.ts';
import type { CohortDraft } from './draft.ts';
import { DRAW, drawOf, type Place, type Plan } from './family.ts';
import type { Random } from './random.ts';
import type { Registration } from './registration.ts';

/** What holders became, for one cohort of a family: the same in every fiche that tells it. */
interface Figures {
  readonly certified: number;
  readonly certifiedThroughVae: number;
  /** Percentages, whole; null when nobody could be asked. */
  readonly global6Months: number | null;
  readonly target2Years: number | null;
}

/** Mean global rate at 6 months by level, as a ratio; the target rate at 2 years lies below. */
const MEAN_BY_LEVEL: Readonly<Record<number, number>> = {
  3: 0.75,
  4: 0.78,
  5: 0.8,
  6: 0.84,
  7: 0.89,
  8: 0.91,
};

function clamp(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, value));
}

/** Heads of `trials` with probability `p` each: counted when few, by the normal law when many. */
function successes(random: Random, trials: number, p: number): number {
  if (trials > 60) {
    const drawn = Math.round(random.normal(trials * p, Math.sqrt(trials * p * (1 - p))));
    return clamp(drawn, 0, trials);
  }
  let count = 0;
  for (let i = 0; i < trials; i++) if (random.chance(p)) count += 1;
  return count;
}

function figuresOf(plan: Plan, place: Place, year: number): Figures {
  // The certification's own level of quality and size, then the noise of the cohort.
  const own = drawOf(plan, DRAW.FIGURES, place.family);
  const size = clamp(Math.exp(own.normal(3.5, 1)), 2, 1500);
  const global = clamp(
    own.normal(MEAN_BY_LEVEL[place.subject.level ?? 6] ?? 0.8, 0.07),
    0.4,
    0.985,
  );
  const target = clamp(global - Math.abs(own.normal(0.15, 0.08)), 0.2, 0.97);
  const answers = 0.6 + 0.35 * own.next();
  const throughVae = own.chance(0.4) ? 0.12 * own.next() : 0;

  const random = drawOf(plan, DRAW.COHORT, place.family, year);
  const drift = random.normal(0, 0.015);
  const certified = random.chance(0.02)
    ? 0
    : Math.max(1, Math.round(size * Math.exp(random.normal(0, 0.18))));
  const asked = successes(random, certified, answers);
  const rate = (p: number) =>
    asked === 0 ? null : Math.round((100 * successes(random, asked, p)) / asked);
  return {
    certified,
    certifiedThroughVae: successes(random, certified, throughVae),
    global6Months: rate(clamp(global + drift, 0, 1)),
    target2Years: rate(clamp(target + drift, 0, 1)),
  };
}

function carriesStatistics(plan: Plan, registration: Registration, random: Random): boolean {
  // The register asks for cohorts since 2019; what had ended by then was not completed.
  if (registration.endsOn < '2019-01-01') return false;
  if (plan.register === 'RS') return random.chance(0.25);
  if (registration.byLaw) return random.chance(0.06);
  return random.chance(registration.active ? 0.92 : 0.6);
}

/** Years of the cohorts that a fiche tells, most recent first. */
function yearsTold(plan: Plan, registration: Registration, random: Random): number[] {
  const exportYear = Number(plan.exportedOn.slice(0, 4));
  const last = registration.active
    ? exportYear - random.pick([0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3])
    : Math.min(exportYear - 1, Number(registration.endsOn.slice(0, 4)) - random.int(0, 2));
  const told = random.pick([2, 2, 3, 3, 3, 4, 5]);
  const years = Array.from({ length: told }, (_, i) => last - i);
  return years.filter(() => !random.chance(0.04));
}

/** Whether the figure of a horizon had been observed and sent by a day. */
function published(random: Random, closes: PlainDate, by: PlainDate, share: number): boolean {
  // A figure published before it could be observed is rare and wrong, and occurs.
  return closes <= by ? random.chance(share) : random.chance(0.006);
}

/**
 * STATISTIQUES_PROMOTIONS of one fiche, in no order; empty when it has none. Years may belong to
 * the version before. What is not published is null: not due, late, or never to come.
 */
export function cohortsOf(
  plan: Plan,
  place: Place,
  registration: Registration,
  random: Random,
): CohortDraft[] {
  if (!carriesStatistics(plan, registration, random)) return [];
  const by = earlier(addMonths(registration.endsOn, 2), plan.exportedOn);
  const hasRates = plan.register === 'RNCP' || random.chance(0.03);
  const toldVae = random.chance(0.8);
  const repeated = random.chance(0.012) ? random.int(70, 95) : null;
  const wrongVae = random.chance(0.004);

  const cohorts = yearsTold(plan, registration, random).map((year) => {
    const figures = figuresOf(plan, place, year);
    const some = hasRates && figures.certified > 0;
    const has6 = published(random, observationCloses(year, 'GLOBAL_6_MONTHS'), by, 0.88);
    const has24 = published(random, observationCloses(year, 'TARGET_OCCUPATION_2_YEARS'), by, 0.72);
    return {
      year,
      certified: random.chance(0.015) ? null : figures.certified,
      certifiedThroughVae: toldVae
        ? figures.certifiedThroughVae + (wrongVae ? figures.certified : 0)
        : null,
      global6Months: some && has6 ? (repeated ?? figures.global6Months) : null,
      target2Years: some && has24 ? figures.target2Years : null,
    };
  });
  return random.chance(0.5) ? cohorts : random.sample(cohorts, cohorts.length);
}
