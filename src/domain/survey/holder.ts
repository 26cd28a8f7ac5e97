import type { CodeLabels } from '../bilingual.ts';
import type {
  AccessRouteCode,
  CategoryCode,
  ContractCode,
  ResponseStatus,
  SexCode,
  TargetOccupationCode,
  WorkingTimeCode,
} from './codes.ts';
import type { SituationCode } from './situation.ts';

/** Ages at the award. */
export const AGE_BANDS = ['UNDER_26', '26_29', '30_39', '40_49', '50_AND_OVER'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

export const AGE_BAND_LABELS: CodeLabels<AgeBand> = {
  UNDER_26: { fr: 'Moins de 26 ans', en: 'Under 26' },
  '26_29': { fr: '26 à 29 ans', en: '26 to 29' },
  '30_39': { fr: '30 à 39 ans', en: '30 to 39' },
  '40_49': { fr: '40 à 49 ans', en: '40 to 49' },
  '50_AND_OVER': { fr: '50 ans et plus', en: '50 and over' },
};

/** What is known of a holder who obtained the whole certification; null = not known. */
export interface SurveyHolder {
  readonly route: AccessRouteCode | null;
  readonly sex: SexCode | null;
  readonly ageBand: AgeBand | null;
  /** INSEE code of the region of the training. */
  readonly region: string | null;
  /** Unsigned, of 32 bits: what noise of groups with this holder is made from. */
  readonly recordKey: number;
}

/** What a holder, or nobody for them, answered at one horizon; null = not known. */
export interface Answer {
  readonly status: ResponseStatus;
  /** Known when the status is `REPONDU`. */
  readonly situation: SituationCode | null;
  readonly target: TargetOccupationCode | null;
  readonly contract: ContractCode | null;
  readonly contractMonths: number | null;
  readonly workingTime: WorkingTimeCode | null;
  readonly category: CategoryCode | null;
  /** Gross, yearly, bonuses included, in euros. */
  readonly pay: number | null;
  readonly jobRegion: string | null;
  /** ISO 3166, two letters. */
  readonly jobCountry: string | null;
}

/** The age band of a holder: year of the award less year of birth; null when that is not known. */
export function ageBandOf(awardYear: number, birthYear: number | null): AgeBand | null {
  if (birthYear === null) return null;
  const age = awardYear - birthYear;
  if (age < 26) return 'UNDER_26';
  if (age < 30) return '26_29';
  if (age < 40) return '30_39';
  return age < 50 ? '40_49' : '50_AND_OVER';
}
