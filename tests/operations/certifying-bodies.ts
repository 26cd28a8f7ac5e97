import { MINISTRY, SCHOOL_A, SCHOOL_B } from '../support/question-register.ts';

export const schoolA = { siren: SCHOOL_A, name: 'École A' };
export const schoolB = { siren: SCHOOL_B, name: 'École B' };

/** The bodies as a certification names them. */
export const IN_A = { name: 'École A', siren: SCHOOL_A, active: true };
export const IN_B = { name: 'École B', siren: SCHOOL_B, active: true };
export const FORMER = { name: 'Ancienne école', siren: null, active: false };
export const OF_MINISTRY = { name: 'Ministère', siren: MINISTRY, active: true };

/** A group by certifying body. */
export const by = (siren: string, name: string) => ({
  key: { certifier: { siren, name }, label: name },
});
