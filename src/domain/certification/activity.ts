import type { PlainDate } from '../calendar.ts';

/** What tells whether a certification can still be obtained. */
export interface ActivityPeriod {
  /** Last active day (date d'échéance de l'enregistrement); null = not known. */
  readonly registrationEndsOn: PlainDate | null;
  /** The register's own flag (ACTIF); null = not known. */
  readonly activeFlag: boolean | null;
}

/**
 * Whether a certification is active on a day: up to and including its end date. Without an end
 * date the register's own flag decides, and without both it is not.
 *
 * Source: docs/method.md#status.
 */
export function isActiveOn(
  { registrationEndsOn, activeFlag }: ActivityPeriod,
  day: PlainDate,
): boolean {
  return registrationEndsOn === null ? activeFlag === true : day <= registrationEndsOn;
}
