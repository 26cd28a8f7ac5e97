import type { PlainDate } from '../calendar.ts';
import type { InsertionIndicator } from '../rate/indicator.ts';

/** What two certifications must share to be peers. */
export const PEER_CRITERIA = ['OCCUPATION', 'SPECIALITY', 'FORMACODE', 'LEVEL'] as const;
export type PeerCriterion = (typeof PEER_CRITERIA)[number];

/** The rule by which peers are chosen; it goes with every answer. */
export interface PeerRule {
  readonly indicator: InsertionIndicator;
  readonly peersBy: PeerCriterion;
  readonly sameLevel: boolean;
  readonly lastCohorts: number;
  readonly asOf: PlainDate;
}
