import type { PlainDate } from '../calendar.ts';

/** What tells whether a certification can still be obtained. */
export interface ActivityPeriod {
  /** Day of effect of the registration, else of its decision; null = not known, since ever. */
  readonly registrationStartsOn?: PlainDate | null;
  /** Last active day (date d'échéance de l'enregistrement); null = not known. */
  readonly registrationEndsOn: PlainDate | null;
  /** The register's own flag (ACTIF); null = not known. */
  readonly activeFlag: boolean | null;
}

/**
 * Whether a certification is active on a day: from the start of its registration up to and including
 * its end date. Without an end date the register's own flag decides; null = without both, not known.
 *
 * Source: docs/method.md#status.
 */
export function activityOn(
  { registrationStartsOn = null, registrationEndsOn, activeFlag }: ActivityPeriod,
  day: PlainDate,
): boolean | null {
  if (registrationStartsOn !== null && day < registrationStartsOn) return false;
  return registrationEndsOn === null ? activeFlag : day <= registrationEndsOn;
}

/** Whether a certification is known to be active on a day. */
export function isActiveOn(period: ActivityPeriod, day: PlainDate): boolean {
  return activityOn(period, day) === true;
}
