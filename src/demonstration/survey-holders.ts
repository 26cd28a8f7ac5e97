import type { PlainDate } from '../domain/calendar.ts';
import type { AccessRouteCode, SexCode } from '../domain/survey/codes.ts';
import { REGIONS } from '../domain/survey/region.ts';
import { DRAW, drawOf, type Plan } from './family.ts';
import type { Random } from './random.ts';
import type { SurveyedCertification, SurveyedCohort } from './surveyed.ts';

/** A fictitious holder; the last five are leanings, 0 to 1, which hold at every horizon. */
export interface HolderDraft {
  readonly id: string;
  readonly obtainedOn: PlainDate;
  readonly route: AccessRouteCode;
  readonly sex: SexCode | null;
  readonly birthYear: number | null;
  readonly region: string | null;
  readonly answering: number;
  readonly studying: number;
  readonly working: number;
  readonly aiming: number;
  readonly earning: number;
}

/** How common a route is, and the ages at which it is taken. */
const ROUTE_LAWS: Readonly<
  Record<AccessRouteCode, { readonly weight: number; readonly ages: readonly [number, number] }>
> = {
  ELEVE_ETUDIANT: { weight: 40, ages: [0, 4] },
  APPRENTISSAGE: { weight: 30, ages: [0, 7] },
  FORMATION_CONTINUE: { weight: 22, ages: [7, 35] },
  CONTRAT_PRO: { weight: 6, ages: [3, 18] },
  CANDIDATURE_INDIVIDUELLE: { weight: 3, ages: [3, 30] },
  VAE: { weight: 0, ages: [12, 40] },
  EQUIVALENCE: { weight: 0, ages: [5, 25] },
};

/** Age at which pupils obtain a certification of a level. */
const YOUNGEST: Readonly<Record<number, number>> = { 3: 17, 4: 18, 5: 20, 6: 21, 7: 23, 8: 26 };

/** Regions that have no overseas code of three digits: those where the fictitious trainings are. */
const TRAINING_REGIONS = REGIONS.filter(({ code }) => code.length === 2).map(({ code }) => code);

/** Share of holders of whom an attribute is not known. */
const UNKNOWN = 0.02;

/** The holders of a cohort, in the order of the roster. */
export function holdersOf(
  plan: Plan,
  certification: SurveyedCertification,
  cohort: SurveyedCohort,
): HolderDraft[] {
  const { index, level } = certification;
  const own = drawOf(plan, DRAW.SURVEY, index, 1);
  const women = 0.12 + 0.76 * own.next();
  const regions = own.sample(TRAINING_REGIONS, own.int(1, 4));
  const random = drawOf(plan, DRAW.SURVEY, index, 2, cohort.year);
  const throughVae = vaeOf(certification, cohort);
  return Array.from({ length: holdersIn(certification, cohort) }, (_, place) => {
    const route = place < throughVae ? 'VAE' : routeOf(certification.routes, random);
    const [from, to] = ROUTE_LAWS[route].ages;
    const age = (YOUNGEST[level] ?? 20) + random.int(from, to);
    return {
      id: `${cohort.year}-${String(place + 1).padStart(3, '0')}`,
      obtainedOn: random.pick(cohort.sessions),
      route,
      sex: random.chance(UNKNOWN) ? null : random.chance(women) ? 'F' : 'M',
      birthYear: random.chance(UNKNOWN) ? null : cohort.year - age,
      region: random.chance(UNKNOWN) ? null : random.pick(regions),
      answering: random.next(),
      studying: (route === 'ELEVE_ETUDIANT' ? 0.4 : 0) + 0.6 * random.next(),
      working: random.next(),
      aiming: random.next(),
      earning: random.next(),
    };
  });
}

/** Holders of the roster: those certified, unless another number is planted. */
function holdersIn({ planted }: SurveyedCertification, { certified }: SurveyedCohort): number {
  return planted === 'CERTIFIED_DIFFERS'
    ? certified - Math.max(1, Math.round(certified / 10))
    : certified;
}

function vaeOf({ planted }: SurveyedCertification, { certified, throughVae }: SurveyedCohort) {
  const count = throughVae ?? 0;
  return planted === 'VAE_DIFFERS' ? Math.min(certified, count + 2) : count;
}

/** One of the open routes, by how common it is. */
function routeOf(routes: readonly AccessRouteCode[], random: Random): AccessRouteCode {
  const total = routes.reduce((sum, route) => sum + ROUTE_LAWS[route].weight, 0);
  let left = total * random.next();
  for (const route of routes) {
    left -= ROUTE_LAWS[route].weight;
    if (left < 0) return route;
  }
  return routes[0] ?? 'FORMATION_CONTINUE';
}
