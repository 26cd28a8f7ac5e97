import type { FindingRule, FindingSeverity } from '../domain/findings/finding.ts';
import type { Range } from '../domain/range.ts';
import { inRanges, type Work } from '../domain/work.ts';
import { NONE } from './columns.ts';
import type { DayView, Mask } from './day-view.ts';
import { type Test, withinTests } from './filter/cohort-filter.ts';
import { rememberedMask } from './filter/mask-names.ts';
import type { Snapshot } from './snapshot.ts';

/** Which findings are asked for. Absent = no restriction; lists mean "any of". */
export interface FindingFilter {
  readonly rules?: readonly FindingRule[] | null | undefined;
  readonly severities?: readonly FindingSeverity[] | null | undefined;
  readonly certification?: string | null | undefined;
  /** SIREN of a certifier in force of the fiche. */
  readonly certifier?: string | null | undefined;
  readonly cohortYear?: Range<number> | null | undefined;
  /** Numbers of the publications that first had them. */
  readonly firstSeenPublication?: Range<number> | null | undefined;
}

/** Findings of a filter, by row; null = all. Remembered. */
export function findingMask(view: DayView, filter: FindingFilter): Work<Mask | null> {
  return rememberedMask(view, 'findings', filter, () => newFindingMask(view.snapshot, filter));
}

/** The same, made anew and not remembered. */
export function* newFindingMask(snapshot: Snapshot, filter: FindingFilter): Work<Mask | null> {
  const tests = findingTests(snapshot, filter);
  if (tests.length === 0) return null;
  const mask = new Uint8Array(snapshot.findings.count);
  yield* inRanges(mask.length, (from, to) => {
    for (let row = from; row < to; row++) mask[row] = Number(tests.every((holds) => holds(row)));
  });
  return mask;
}

function findingTests(snapshot: Snapshot, filter: FindingFilter): Test[] {
  const { findings, bodies } = snapshot;
  const { rules, severities, certification, certifier } = filter;
  const { cohortYear, firstSeenPublication } = filter;
  const tests: Test[] = [];
  if (rules) tests.push(isOneOf(findings.rule, rules));
  if (severities) tests.push(isOneOf(findings.severity, severities));
  if (certification) tests.push((row) => findings.certificationCode[row] === certification);
  if (certifier) {
    const body = bodies.rowOf.get(certifier) ?? NONE;
    const { offset, value } = bodies.certifications;
    const own = new Set(value.subarray(offset[body] ?? 0, offset[body + 1] ?? 0));
    tests.push((row) => own.has(findings.certification[row] ?? NONE));
  }
  tests.push(...withinTests(findings.cohortYear, cohortYear));
  tests.push(...withinTests(findings.firstSeenPublicationId, firstSeenPublication));
  return tests;
}

function isOneOf(values: readonly string[], wanted: readonly string[]): Test {
  const all = new Set(wanted);
  return (row) => all.has(values[row] ?? '');
}
