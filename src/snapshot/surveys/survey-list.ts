import type { RegisterCode } from '../../domain/certification/register-code.ts';
import { SurveyErasedError } from '../../domain/errors.ts';
import { done, type Work } from '../../domain/work.ts';
import { codeKeys } from '../list/certification-list.ts';
import type { RowList } from '../list/page.ts';
import { intKey } from '../list/sort-key.ts';
import { memoOf } from '../memo.ts';
import type { Snapshot } from '../snapshot.ts';
import { rosterYears } from './survey-quality.ts';
import type { SurveyReading } from './survey-reading.ts';
import { YEARS } from './surveys.ts';

/** Cohorts that have a roster of holders, in columns: by certification, newest first. */
export interface RosterCohorts {
  readonly count: number;
  /** Row of the certification. */
  readonly certification: Int32Array;
  readonly year: Int32Array;
}

/** All cohorts of a publication that have a roster. */
export function rosterCohorts(snapshot: Snapshot): RosterCohorts {
  return memoOf(snapshot).of('cohorts with a roster', () => {
    const certifications: number[] = [];
    const years: number[] = [];
    for (let row = 0; row < snapshot.certifications.count; row++) {
      for (const year of rosterYears(snapshot, row)) {
        certifications.push(row);
        years.push(year);
      }
    }
    return {
      count: years.length,
      certification: Int32Array.from(certifications),
      year: Int32Array.from(years),
    };
  });
}

/**
 * The cohorts with a roster whose survey a reader reads in full; none when surveys are off. Nothing of it
 * is memoized: it depends on the reader.
 *
 * - Throws `SurveyErasedError` when the survey of a cohort that would be among them was erased since.
 */
export function cohortsInFull(snapshot: Snapshot, reading: SurveyReading): Work<RowList> {
  const { count, certification, year } = rosterCohorts(snapshot);
  const mask = new Uint8Array(count);
  if (reading.isOn) {
    checkNotErased(snapshot, reading);
    for (let row = 0; row < count; row++) {
      const own = certification[row] ?? 0;
      // Cohorts of one certification stand together.
      const isKnown = row > 0 && certification[row - 1] === own;
      mask[row] = isKnown ? (mask[row - 1] ?? 0) : Number(reading.readsInFull(own));
    }
  }
  return done({
    ...{ order: null, count, mask, publication: snapshot.publication.id },
    keys: [
      ...codeKeys(snapshot, 'ASC', (row) => certification[row] ?? 0),
      intKey('YEAR', year, 'DESC'),
    ],
  });
}

function checkNotErased(
  { surveys: { erased }, certifications: { code } }: Snapshot,
  reading: SurveyReading,
): void {
  for (const key of erased) {
    const [certification, year] = [Math.floor(key / YEARS), key % YEARS];
    if (!reading.readsInFull(certification)) continue;
    throw new SurveyErasedError(code[certification] as RegisterCode, year);
  }
}
