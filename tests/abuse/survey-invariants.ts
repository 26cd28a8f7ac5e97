import { expect } from 'vitest';
import type { WrittenCohort } from '../../src/db/surveys/survey-writer.ts';
import type { RefusedFileError } from '../../src/domain/errors.ts';
import type { SurveyDimension } from '../../src/domain/survey/cohort-figures.ts';
import { SURVEY_COUNTS, type SurveyCounts } from '../../src/domain/survey/counts.ts';
import { HORIZONS } from '../../src/domain/survey/layout.ts';
import { SurveyRefusedError } from '../../src/ingest/surveys/refusals.ts';

const DIMENSIONS = ['ROUTE', 'SEX', 'AGE_BAND', 'REGION'] as const satisfies SurveyDimension[];

/** Checks what holds of the figures of any cohort, whatever its file says. */
export function expectConsistent({ figures, horizons }: WrittenCohort): void {
  const { classes, cells } = figures;
  const heads = cells.reduce((sum, { holders }) => sum + holders, 0);
  for (const horizon of HORIZONS) {
    const own = classes.filter((each) => each.horizon === horizon);
    const all = own.filter(({ dimension }) => dimension === 'ALL');
    expect(all.length).toBeLessThanOrEqual(1);
    if (horizons.includes(horizon)) expect(all).toHaveLength(1);
    const [whole] = all;
    if (!whole) {
      expect(own).toEqual([]);
      continue;
    }
    expect(whole.counts.holders).toBe(heads);
    for (const { counts } of own) expectOrder(counts);
    for (const dimension of DIMENSIONS) {
      const parts = own.filter((each) => each.dimension === dimension);
      for (const name of SURVEY_COUNTS) {
        const sum = parts.reduce((total, { counts }) => total + counts[name], 0);
        expect(sum, `${name} by ${dimension} at ${horizon}`).toBe(whole.counts[name]);
      }
    }
  }
}

/** 0 ≤ M ≤ E ≤ n ≤ R ≤ N, all of them whole. */
function expectOrder(counts: SurveyCounts): void {
  const { holders, respondents, employed, inTarget, studying, workStudy, unable, abroad } = counts;
  const eligible = respondents - studying - workStudy - unable - abroad;
  const chain = [0, inTarget, employed, eligible, respondents, holders];
  expect(chain).toEqual(chain.toSorted((a, b) => a - b));
  for (const count of Object.values(counts)) expect(Number.isSafeInteger(count)).toBe(true);
}

/** Files of which something is refused that is in none of them alone. */
const OF_ALL_FILES = /^(?:the files hold no holder|the mapping |the files )/;

/** Checks that a refusal says which file it is about, and each reason where in it. */
export function expectNamed(error: RefusedFileError, names: readonly string[]): void {
  if (error instanceof SurveyRefusedError) {
    expect(error.refusals.length).toBeGreaterThan(0);
    for (const { file, line, column, text } of error.refusals) {
      expect(names).toContain(file);
      expect(text.en).not.toBe('');
      expect(text.fr).not.toBe('');
      if (line !== null) expect(line).toBeGreaterThan(0);
      if (column !== null) expect(error.message).toContain(file);
    }
    return;
  }
  const isNamed = names.some((name) => error.message.includes(name));
  expect(isNamed || OF_ALL_FILES.test(error.message), error.message).toBe(true);
}
