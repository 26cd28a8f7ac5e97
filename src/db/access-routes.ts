import { type Kysely, sql } from 'kysely';
import type { AccessRouteKind } from '../domain/access-route.ts';
import type { PlainDate } from '../domain/calendar.ts';
import type { RegisterCode } from '../domain/register-code.ts';
import type { DB } from './tables.ts';

/** One way to a certification, whether it is open (null = not said), and its jury. */
export interface AccessRouteRow {
  readonly certificationCode: RegisterCode;
  readonly route: AccessRouteKind;
  readonly open: boolean | null;
  readonly jury: string | null;
  readonly changedOn: PlainDate | null;
}

/** Access routes of the given certifications, in the order of the fiche. */
export function accessRoutesByCertification(db: Kysely<DB>, codes: readonly string[]) {
  return db
    .selectFrom('access_route')
    .where('certification_code', '=', sql<string>`any(${codes}::text[])`)
    .select([
      'certification_code as certificationCode',
      'route',
      'open',
      'jury',
      'changed_on as changedOn',
    ])
    .orderBy('certification_code')
    .orderBy('position')
    .$castTo<AccessRouteRow>();
}
