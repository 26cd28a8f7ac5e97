import { addMonths, type PlainDate, plainDate } from '../domain/calendar.ts';
import { addDays } from './days.ts';
import { DRAW, drawOf, type Place, type Plan } from './family.ts';

/** The registration of one version. */
export interface Registration {
  readonly byLaw: boolean;
  readonly startsOn: PlainDate;
  /** Its last active day. */
  readonly endsOn: PlainDate;
  readonly years: number;
  readonly active: boolean;
}

const DURATIONS = [1, 2, 3, 3, 3, 5, 5, 5] as const;
const DAYS_A_YEAR = 365;

/** The last day of a school year or of a civil year: state diplomas follow them. */
function diplomaEnd(date: PlainDate): PlainDate {
  const year = Number(date.slice(0, 4));
  return plainDate(year, date < `${year}-07-01` ? 8 : 12, 31) ?? date;
}

/**
 * When a version is registered. The newest version ends in the five years after the export when it
 * is active, in the fifteen years before when not; each older one ends the day its successor starts.
 */
export function registrationOf(plan: Plan, place: Place): Registration {
  const random = drawOf(plan, DRAW.TIMELINE, place.family);
  const byLaw = plan.register === 'RNCP' && random.chance(0.33);
  const active = random.chance(plan.profile.newestActive[plan.register]);
  const distance = random.next();
  const newestEnd = active
    ? addDays(plan.exportedOn, 1 + Math.floor(distance * 5 * DAYS_A_YEAR))
    : // The square brings ends near the export: registers lose more in recent years.
      addDays(plan.exportedOn, -5 - Math.floor(distance ** 2 * 15 * DAYS_A_YEAR));

  let endsOn = byLaw ? diplomaEnd(newestEnd) : newestEnd;
  if (byLaw && !active && endsOn >= plan.exportedOn) endsOn = addMonths(endsOn, -12);
  let years = 0;
  let startsOn = endsOn;
  for (let version = 0; version <= place.newer; version++) {
    if (version > 0) endsOn = byLaw ? addDays(startsOn, -1) : startsOn;
    years = byLaw ? 5 : random.pick(DURATIONS);
    // A newest version cannot start after the export that carries it.
    if (version === 0 && active) years = Math.max(years, yearsUntil(plan.exportedOn, endsOn));
    // De droit from 1 September to 31 August, sur demande from a day to the same day.
    startsOn = addDays(addMonths(endsOn, -12 * years), byLaw ? 1 : 0);
  }
  return { byLaw, startsOn, endsOn, years, active: active && place.newer === 0 };
}

function yearsUntil(exportedOn: PlainDate, endsOn: PlainDate): number {
  let years = 1;
  while (addMonths(endsOn, -12 * years) >= exportedOn) years += 1;
  return years;
}
