import { BETWEEN_MEASURES } from './between-measures.ts';
import { CHANGE_MEASURES } from './change-measures.ts';
import { COMPARISON_MEASURES } from './comparison-measures.ts';
import { COUNT_MEASURES } from './count-measures.ts';
import { GROUP_MEASURES } from './group-measures.ts';
import { LIKE_FOR_LIKE_MEASURES } from './like-for-like-measures.ts';
import { MEASURE_UNITS, type Measure } from './measure.ts';
import { PEER_MEASURES } from './peer-measures.ts';
import { PUBLISHED_MEASURES } from './published-measures.ts';
import { RATE_MEASURES } from './rate-measures.ts';
import { RENEWAL_MEASURES } from './renewal-measures.ts';
import { STATUS_MEASURES } from './status-measures.ts';
import { SURVEY_DETAIL_MEASURES } from './survey-detail-measures.ts';
import { SURVEY_MEASURES } from './survey-measures.ts';
import { SURVEY_RATE_MEASURES } from './survey-rate-measures.ts';

/** The catalogue, in the order it is listed in. */
export const MEASURES = [
  ...PUBLISHED_MEASURES,
  ...RATE_MEASURES,
  ...STATUS_MEASURES,
  ...CHANGE_MEASURES,
  ...GROUP_MEASURES,
  ...BETWEEN_MEASURES,
  ...LIKE_FOR_LIKE_MEASURES,
  ...COUNT_MEASURES,
  ...PEER_MEASURES,
  ...COMPARISON_MEASURES,
  ...RENEWAL_MEASURES,
  ...SURVEY_MEASURES,
  ...SURVEY_RATE_MEASURES,
  ...SURVEY_DETAIL_MEASURES,
] as const satisfies readonly Measure[];

export type MeasureId = (typeof MEASURES)[number]['id'];

const BY_ID = new Map<MeasureId, Measure>(MEASURES.map((measure) => [measure.id, measure]));

/**
 * The description, in English, of a field that serves a measure: unit first, then term, formula,
 * absence, caution.
 */
export function measureDescription(id: MeasureId): string {
  const measure = BY_ID.get(id);
  if (!measure) throw new RangeError(`${id} is not a measure of the catalogue`);
  const { unit, labelEn, labelFr, formula, denominator, missingCase, caution, source } = measure;
  const over = denominator === null ? '' : ` Denominator: ${denominator.en}.`;
  const careful = caution === undefined ? '' : ` Caution: ${caution.en}.`;
  return `${MEASURE_UNITS[unit].en} ${labelEn} (« ${labelFr} »): ${formula.en}.${over} Missing case: ${missingCase.en}.${careful} Source: ${source.en}.`;
}
