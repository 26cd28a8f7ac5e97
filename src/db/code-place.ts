import { sql } from 'kysely';
import { numberOf, type RegisterCode, registerOf } from '../domain/certification/register-code.ts';

/** Numbers have nine digits at most. */
const FIRST_OF_RS = 1_000_000_000;

/** The place of a code among all: RNCP before RS, then by number. */
export function placeOfCode(code: RegisterCode): number {
  return numberOf(code) + (registerOf(code) === 'RS' ? FIRST_OF_RS : 0);
}

export function codeOfPlace(place: number): RegisterCode {
  return (place < FIRST_OF_RS ? `RNCP${place}` : `RS${place - FIRST_OF_RS}`) as RegisterCode;
}

/** The place of the row of `certification`, as `placeOfCode` gives it. */
export function placeExpression() {
  return sql<number>`(number + case register when 'RS' then ${sql.lit(FIRST_OF_RS)} else 0 end)`;
}
