import { REGISTERS } from '../../domain/certification/register-code.ts';
import { rateInMillionths, weightedInMillionths } from '../../domain/insertion/pooling.ts';
import {
  byIndicator,
  INSERTION_INDICATORS,
  type InsertionIndicator,
} from '../../domain/rate/indicator.ts';
import type { RateSource } from '../../domain/rate/rate-source.ts';
import { eligibleOf, type SurveyCounts } from '../../domain/survey/counts.ts';
import { INDICATOR_SURVEYS } from '../../domain/survey/register-comparison.ts';
import { numeratorOf, surveyRate } from '../../domain/survey/survey-rates.ts';
import { inRanges, type Work } from '../../domain/work.ts';
import { NONE } from '../columns.ts';
import { type DayView, viewOn } from '../day-view.ts';
import { shareMemo } from '../memo.ts';
import type { Rates, Snapshot } from '../snapshot.ts';
import type { SurveyReading } from './survey-reading.ts';

/**
 * A view in which the rates that count are those of a source, for figures over several cohorts. Rates of
 * surveys are those that everybody may see, for every reader: such a figure is the same for all. Remembered.
 *
 * - Cohorts are those of the register. What is published, and its status, stays as it is.
 * - Where surveys are off, no cohort has a rate of one.
 * - Source: docs/method.md#rate-sources.
 */
export function* viewBySource(
  view: DayView,
  source: RateSource,
  reading: SurveyReading,
): Work<DayView> {
  if (source === 'REGISTER') return view;
  const { snapshot, snapshotMemo } = view;
  const name = `rates of ${source} ${reading.isOn ? 'on' : 'off'}`;
  const sourced = yield* snapshotMemo.work(name, function* () {
    const made = yield* sourcedSnapshot(snapshot, source, reading);
    shareMemo(made, snapshotMemo.part(`${name}:`));
    // Two floats, a number and a byte of each rate; the rest is shared.
    return { made, bytes: 63 * snapshot.cohorts.count };
  });
  return viewOn(sourced.made, view.day);
}

/** A snapshot in which the rates of one source count. */
function* sourcedSnapshot(
  snapshot: Snapshot,
  source: RateSource,
  reading: SurveyReading,
): Work<Snapshot> {
  const { certifications, cohorts } = snapshot;
  const rates = byIndicator((indicator) => copied(cohorts.rates[indicator], source));
  yield* inRanges(
    certifications.count,
    (from, to) => {
      for (let row = from; row < to; row++) {
        // On the RS no rate counts.
        if (REGISTERS[certifications.register[row] ?? 0] !== 'RNCP') continue;
        takeSurveys(snapshot, row, { reading, rates });
      }
    },
    TAKEN,
  );
  return { ...snapshot, cohorts: { ...cohorts, rates } };
}

/** Certifications that are looked at at a time: each may have some hundred classes of holders. */
const TAKEN = 50;

interface SurveyedRates extends Rates {
  readonly fromSurvey: Uint8Array;
}

/** Columns of rates of their own: those of the register, or none. */
function copied(rates: Rates, source: RateSource): SurveyedRates {
  const isKept = source === 'BEST';
  const { length } = rates.millionths;
  return {
    ...rates,
    millionths: isKept ? rates.millionths.slice() : new Float64Array(length).fill(NONE),
    base: isKept ? rates.base.slice() : new Int32Array(length).fill(NONE),
    weighted: isKept ? rates.weighted.slice() : new Float64Array(length),
    fromSurvey: new Uint8Array(length),
  };
}

/** Puts the rates of surveys of one certification in place of what stands there. */
function takeSurveys(
  { cohorts, surveys }: Snapshot,
  certification: number,
  of: {
    readonly reading: SurveyReading;
    readonly rates: Readonly<Record<InsertionIndicator, SurveyedRates>>;
  },
): void {
  const { offset } = surveys.classes;
  if (offset[certification] === offset[certification + 1]) return;
  const end = cohorts.offset[certification + 1] ?? 0;
  for (let cohort = cohorts.offset[certification] ?? 0; cohort < end; cohort++) {
    const year = cohorts.year[cohort] ?? 0;
    for (const indicator of INSERTION_INDICATORS) {
      const { horizon } = INDICATOR_SURVEYS[indicator];
      const counts = of.reading.publicTotal({ certification, year, horizon });
      if (counts) take(of.rates[indicator], cohort, { counts, indicator });
    }
  }
}

function take(
  rates: SurveyedRates,
  cohort: number,
  of: { readonly counts: SurveyCounts; readonly indicator: InsertionIndicator },
): void {
  const { rate } = INDICATOR_SURVEYS[of.indicator];
  const value = surveyRate(of.counts, rate);
  if (value === null) return;
  rates.millionths[cohort] = rateInMillionths(value);
  rates.base[cohort] = eligibleOf(of.counts);
  rates.weighted[cohort] = weightedInMillionths(numeratorOf(of.counts, rate));
  rates.fromSurvey[cohort] = 1;
}
