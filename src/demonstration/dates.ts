import { addMonths, frenchDate, type PlainDate } from '../domain/calendar.ts';
import { addDays } from './days.ts';
import type { FicheDraft } from './draft.ts';
import type { Plan } from './family.ts';
import type { Random } from './random.ts';
import type { Registration } from './registration.ts';
import { type XmlText, xmlText } from './xml.ts';

/** The dated fields of a fiche and its status. */
export type DatedFields = Pick<
  FicheDraft,
  | 'active'
  | 'decisionOn'
  | 'registrationYears'
  | 'validityYears'
  | 'endsOn'
  | 'effectiveOn'
  | 'publishedOn'
  | 'lastJournalOn'
  | 'deliveryLimitOn'
  | 'levelYears'
>;

/** The end as written: absent on many old fiches, and contradicting the status on a few. */
function endTold(plan: Plan, registration: Registration, random: Random): PlainDate | null {
  const { active, endsOn } = registration;
  if (random.chance(active ? 0.01 : endsOn < '2016-01-01' ? 0.5 : 0.03)) return null;
  if (random.chance(0.005)) return addDays(plan.exportedOn, active ? -40 : 200);
  // End and decision + duration disagree now and then.
  return random.chance(0.008) ? addDays(endsOn, active ? 31 : -31) : endsOn;
}

/** Dates of a fiche: DATE_EFFET when registered de droit, DATE_DECISION when sur demande. */
export function datedFieldsOf(plan: Plan, registration: Registration, random: Random): DatedFields {
  const { byLaw, startsOn, endsOn, years, active } = registration;
  const day = (date: PlainDate): XmlText => xmlText(frenchDate(date));
  const told = endTold(plan, registration, random);
  const startTold = random.chance(active ? 0.99 : 0.85);
  const early = startsOn < '2019-01-01';
  const year = Number(startsOn.slice(0, 4));
  const publishedOn = addDays(startsOn, random.int(1, 20));
  return {
    active,
    decisionOn: !byLaw && startTold ? day(startsOn) : null,
    registrationYears: !byLaw && startTold ? years : null,
    validityYears: plan.register === 'RS' && random.chance(0.2) ? random.int(2, 5) : null,
    endsOn: told && day(told),
    effectiveOn: byLaw && startTold ? day(startsOn) : null,
    publishedOn: random.chance(0.6) && publishedOn <= plan.exportedOn ? day(publishedOn) : null,
    lastJournalOn: early && random.chance(0.6) ? day(addDays(startsOn, 10)) : null,
    deliveryLimitOn: random.chance(plan.register === 'RS' ? 0.8 : 0.15)
      ? day(addMonths(endsOn, plan.register === 'RS' ? 6 : 24))
      : null,
    levelYears:
      plan.register === 'RNCP' && !byLaw && random.chance(0.05)
        ? random.sample([year - 1, year - 2, year - 3], random.int(1, 3))
        : [],
  };
}
