import { addMonths, type PlainDate } from '../domain/calendar.ts';
import type { RegisterCode } from '../domain/certification/register-code.ts';
import type { AccessRouteCode } from '../domain/survey/codes.ts';
import type { Horizon } from '../domain/survey/layout.ts';
import type { SurveyFindingRule } from '../domain/survey/survey-finding.ts';
import { addDays } from './days.ts';
import type { AccessRouteDraft, CohortDraft } from './draft.ts';
import { DRAW, drawOf, type Plan } from './family.ts';
import type { PlannedRegister } from './generate.ts';

/** A cohort that is surveyed, as the register tells of it. Heads, and percent; null = not published. */
export interface SurveyedCohort {
  readonly year: number;
  readonly certified: number;
  readonly throughVae: number | null;
  readonly global6Months: number | null;
  readonly target2Years: number | null;
  /** Days of the awards, ascending. */
  readonly sessions: readonly PlainDate[];
  readonly horizons: readonly Horizon[];
}

/** A certification of the demonstration register that is surveyed. */
export interface SurveyedCertification {
  /** Its place in the register. */
  readonly index: number;
  readonly code: RegisterCode;
  /** 3 to 8. */
  readonly level: number;
  /** Open routes, VAE left out. */
  readonly routes: readonly AccessRouteCode[];
  /** Newest first. */
  readonly cohorts: readonly SurveyedCohort[];
  /** What is remarkable about its surveys; null = nothing is planted. */
  readonly planted: SurveyFindingRule | null;
  /** Whether employment abroad counts. */
  readonly international: boolean;
}

/** Certifications that are surveyed, and cohorts of each at most: an import of them takes a second. */
const SURVEYED = 100;
const MOST_COHORTS = 3;
/** Certified of the cohorts: some under the 20 that are shown, none that would take long. */
const CERTIFIED = { least: 8, most: 85 };

/** What is planted, by place among those that are surveyed: there, or in the next that can have it. */
const PLANTED: Readonly<Record<number, SurveyFindingRule>> = {
  ...{ 7: 'RATE_DIFFERS', 19: 'RATE_DIFFERS', 33: 'RATE_DIFFERS', 48: 'RATE_DIFFERS' },
  ...{ 61: 'RATE_DIFFERS', 84: 'RATE_DIFFERS' },
  ...{ 11: 'CERTIFIED_DIFFERS', 40: 'CERTIFIED_DIFFERS', 72: 'CERTIFIED_DIFFERS' },
  ...{ 26: 'VAE_DIFFERS', 66: 'VAE_DIFFERS' },
  ...{ 15: 'LOW_RESPONSE', 37: 'LOW_RESPONSE', 58: 'LOW_RESPONSE', 79: 'LOW_RESPONSE' },
  ...{ 22: 'ONE_SOURCE', 69: 'ONE_SOURCE' },
  ...{ 29: 'TOO_PERFECT', 75: 'TOO_PERFECT' },
  ...{ 53: 'SAME_DATE_AND_PAY', 44: 'OBSERVED_LATE', 64: 'TARGET_UNKNOWN' },
  ...{ 81: 'JOB_DETAILS_MISSING', 92: 'JOB_DETAILS_DISAGREE', 96: 'PAY_UNLIKELY' },
};
/** Places of those that are flagged as international, and of those asked after 12 months too. */
const INTERNATIONAL = new Set([2, 31, 56]);
const AT_12_MONTHS = new Set([9, 50]);

/** Months and days of the awards of a year. */
const SESSIONS = [
  ['06-30', '07-15'],
  ['07-10'],
  ['03-31', '10-15'],
  ['06-30', '12-15'],
  ['05-20', '11-25'],
] as const;

const ROUTES: Readonly<Record<AccessRouteDraft['tag'], AccessRouteCode>> = {
  FI: 'ELEVE_ETUDIANT',
  CA: 'APPRENTISSAGE',
  FC: 'FORMATION_CONTINUE',
  CQ: 'CONTRAT_PRO',
  CL: 'CANDIDATURE_INDIVIDUELLE',
  VAE: 'VAE',
};

/** The certifications of a register that are surveyed: the first active ones with cohorts of a fit size. */
export function surveyedCertifications({
  plan,
  ficheAt,
}: PlannedRegister): SurveyedCertification[] {
  const surveyed: SurveyedCertification[] = [];
  const waiting: SurveyFindingRule[] = [];
  for (let index = 0; index < plan.fiches && surveyed.length < SURVEYED; index++) {
    const fiche = ficheAt(index);
    if (!fiche.active) continue;
    const place = surveyed.length;
    const cohorts = cohortsOf(plan, index, fiche.cohorts, AT_12_MONTHS.has(place));
    if (cohorts.length < 2) continue;
    const due = PLANTED[place];
    if (due) waiting.push(due);
    const planted = waiting.find((rule) => canHave(rule, cohorts)) ?? null;
    if (planted) waiting.splice(waiting.indexOf(planted), 1);
    const open = fiche.accessRoutes.filter(({ open, tag }) => open && tag !== 'VAE');
    surveyed.push({
      index,
      code: fiche.number as string as RegisterCode,
      level: Number(/\d/.exec(fiche.level?.code ?? '')?.[0] ?? 5),
      routes: open.length > 0 ? open.map(({ tag }) => ROUTES[tag]) : ['FORMATION_CONTINUE'],
      cohorts,
      planted,
      international: INTERNATIONAL.has(place),
    });
  }
  return surveyed;
}

/** Whether what is remarkable can be seen in some cohorts. */
function canHave(rule: SurveyFindingRule, cohorts: readonly SurveyedCohort[]): boolean {
  switch (rule) {
    case 'RATE_DIFFERS':
      return cohorts.some(({ global6Months }) => global6Months !== null);
    case 'VAE_DIFFERS':
      return cohorts.some(({ throughVae }) => throughVae !== null);
    case 'TOO_PERFECT':
      return cohorts.some(({ certified }) => certified >= 30);
    default:
      return true;
  }
}

function cohortsOf(
  plan: Plan,
  index: number,
  drafts: readonly CohortDraft[],
  at12Months: boolean,
): SurveyedCohort[] {
  const days = drawOf(plan, DRAW.SURVEY, index).pick(SESSIONS);
  const years = drafts.map(({ year }) => year);
  return drafts
    .filter(({ year }) => years.indexOf(year) === years.lastIndexOf(year))
    .toSorted((a, b) => b.year - a.year)
    .flatMap((draft) => {
      const { year, certified, certifiedThroughVae: throughVae } = draft;
      if (certified === null || certified < CERTIFIED.least || certified > CERTIFIED.most)
        return [];
      if ((throughVae ?? 0) > certified) return [];
      const sessions = days.map((day) => `${year}-${day}` as PlainDate);
      const horizons = horizonsOf(plan, sessions, at12Months);
      if (horizons.length === 0) return [];
      const rates = {
        global6Months: percentOf(draft.global6Months),
        target2Years: percentOf(draft.target2Years),
      };
      return [{ year, certified, throughVae, ...rates, sessions, horizons }];
    })
    .slice(0, MOST_COHORTS);
}

/** Days after a horizon at which most have been asked. */
const ASKED_WITHIN = 20;

function horizonsOf(plan: Plan, sessions: readonly PlainDate[], at12Months: boolean): Horizon[] {
  const asked: readonly Horizon[] = at12Months ? [6, 12, 24] : [6, 24];
  const last = sessions.at(-1);
  if (last === undefined) return [];
  return asked.filter(
    (months) => addDays(addMonths(last, months), ASKED_WITHIN) <= plan.exportedOn,
  );
}

/** A rate that the register can be read to publish. */
function percentOf(rate: CohortDraft['global6Months']): number | null {
  return typeof rate === 'number' && rate >= 0 && rate <= 100 ? rate : null;
}
