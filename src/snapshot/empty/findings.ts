import type { EmptyAnswer } from '../../domain/empty/empty-answer.ts';
import type { Work } from '../../domain/work.ts';
import { NONE } from '../columns.ts';
import type { DayView } from '../day-view.ts';
import { type FindingFilter, newFindingMask } from '../findings.ts';
import { type Condition, type Existing, rangeOfInts } from './condition.ts';
import { explainEmpty, plainList } from './explain.ts';
import { fieldConditions } from './filter-conditions.ts';

/**
 * Why there is no finding of a filter; null when there is one.
 *
 * - `filters`: what was asked, each thing alone, by the name of its argument.
 */
export function* explainFindings(
  view: DayView,
  filters: Readonly<Record<string, FindingFilter>>,
): Work<EmptyAnswer | null> {
  const { snapshot } = view;
  const conditions: Condition[] = [];
  for (const [condition, filter] of Object.entries(filters)) {
    const each = yield* fieldConditions(
      filter,
      (alone) => newFindingMask(snapshot, alone),
      (field) => existingOf(view, filter, field),
    );
    conditions.push(...each.map((one) => ({ ...one, condition })));
  }
  return yield* explainEmpty(plainList(view, 'FINDINGS', snapshot.findings.count, conditions));
}

function existingOf(
  { snapshot: { findings, bodies } }: DayView,
  filter: FindingFilter,
  field: keyof FindingFilter,
): Existing | null {
  const codes = (given: readonly string[], codesOf: (row: number) => Iterable<string>) =>
    ({ kind: 'CODES', given, codesOf }) as const;
  switch (field) {
    case 'rules':
      return codes(filter.rules ?? [], (row) => some(findings.rule[row]));
    case 'severities':
      return codes(filter.severities ?? [], (row) => some(findings.severity[row]));
    case 'certification':
      return codes(some(filter.certification), (row) => some(findings.certificationCode[row]));
    case 'certifier':
      return codes(some(filter.certifier), (row) => {
        const { offset, value } = bodies.ofCertification;
        const of = findings.certification[row] ?? NONE;
        if (of === NONE) return [];
        return Array.from(value.subarray(offset[of], offset[of + 1])).flatMap((body) =>
          some(bodies.siren[body]),
        );
      });
    case 'cohortYear':
      return rangeOfInts(findings.cohortYear);
    case 'firstSeenPublication':
      return rangeOfInts(findings.firstSeenPublicationId);
  }
}

function some(text: string | null | undefined): readonly string[] {
  return text == null ? [] : [text];
}
