import type { RegisterCode } from '../certification/register-code.ts';
import type { ChangeField } from './change-field.ts';

/** What happened to a fiche from one publication to the next. */
export const CHANGE_KINDS = [
  'CREATED',
  'REAPPEARED',
  'REMOVED',
  'ENDED',
  'REACTIVATED',
  'UPDATED',
  'LINEAGE',
  'RATE_ADDED',
  'RATE_ALTERED',
  'RATE_WITHDRAWN',
  'CERTIFIED_ADDED',
  'CERTIFIED_ALTERED',
  'CERTIFIED_WITHDRAWN',
  'PARTNERS',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** The kinds that tell of figures of a cohort. */
export const FIGURE_KINDS: readonly ChangeKind[] = [
  'RATE_ADDED',
  'RATE_ALTERED',
  'RATE_WITHDRAWN',
  'CERTIFIED_ADDED',
  'CERTIFIED_ALTERED',
  'CERTIFIED_WITHDRAWN',
];

/** One thing about a certification that is not as it was in the publication before. */
export interface Change {
  readonly kind: ChangeKind;
  readonly certificationCode: RegisterCode;
  /** Year of the cohort of a figure; null for all else. */
  readonly cohortYear: number | null;
  /** What of the fiche; null when it is the fiche as a whole. */
  readonly field: ChangeField | null;
  /** Which one of several (the code of a block, the SIRET of a body …); null where there is one. */
  readonly item: string | null;
  /** What it was, as text; null = absent. Of long texts the part that differs. */
  readonly before: string | null;
  /** What it is, likewise. */
  readonly after: string | null;
  /** The source of a figure, or of a fiche that is new; null for all else, and for what is gone. */
  readonly sourceId: number | null;
}
