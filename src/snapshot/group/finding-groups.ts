import { REGISTERS } from '../../domain/certification/register-code.ts';
import {
  FINDING_RULES,
  FINDING_SEVERITIES,
  type FindingDimension,
} from '../../domain/findings/finding.ts';
import { inRanges, type Work } from '../../domain/work.ts';
import { listsOf } from '../build/list-builder.ts';
import { groupByParent, NONE } from '../columns.ts';
import type { DayView, Mask } from '../day-view.ts';
import { nameOf } from '../filter/mask-names.ts';
import { memoOf } from '../memo.ts';
import type { Snapshot } from '../snapshot.ts';
import type { DimensionColumn } from './dimension-column.ts';
import { divided, type Grouping, keyRank, keysOf, together } from './grouping.ts';

/** How many findings there are. */
export interface FindingCounts {
  readonly findings: number;
  /** Certifications that they are on, each once. */
  readonly certifications: number;
}

/** The findings that have one key for each dimension of a grouping, counted. */
export class FindingGroup implements FindingCounts {
  readonly #grouping: Grouping;
  readonly #group: number;
  readonly findings: number;
  readonly certifications: number;

  constructor(grouping: Grouping, group: number, { findings, certifications }: FindingCounts) {
    this.#grouping = grouping;
    this.#group = group;
    this.findings = findings;
    this.certifications = certifications;
  }

  /** As text; null = none. */
  get keys(): readonly (string | null)[] {
    return keysOf(this.#grouping, this.#group);
  }

  /** A number that sorts as its key of a dimension does; NaN = none. */
  keyRank(dimension: number): number {
    return keyRank(this.#grouping, this.#group, dimension);
  }
}

/** Which findings are counted, by what. */
export interface FindingGrouping {
  /** null = all. */
  readonly mask: Mask | null;
  readonly groupBy: readonly FindingDimension[];
  /** The most groups that it may make. */
  readonly most: number;
}

/**
 * The groups of findings, counted, in no order; those of none are left out. Remembered. null when
 * there are too many.
 */
export function* findingGroups(
  view: DayView,
  { mask, groupBy, most }: FindingGrouping,
): Work<readonly FindingGroup[] | null> {
  const { snapshot } = view;
  const name = `findings of ${nameOf(mask)} by ${groupBy.join(' ')}`;
  const { groups } = yield* view.memo.work(name, function* () {
    return { groups: yield* countFindings(snapshot, mask, yield* groupingBy(snapshot, groupBy)) };
  });
  return groups.length > most ? null : groups;
}

function* countFindings(
  snapshot: Snapshot,
  mask: Mask | null,
  grouping: Grouping,
): Work<FindingGroup[]> {
  const { subject, order } = subjectsOf(snapshot);
  const { offset, group, count } = grouping;
  const findings = new Int32Array(count);
  const certifications = new Int32Array(count);
  // Findings of one subject come together: of a group it is enough to know whose came last.
  const last = new Int32Array(count).fill(NONE);
  yield* inRanges(order.length, (from, to) => {
    for (const row of order.subarray(from, to)) {
      if (mask && mask[row] === 0) continue;
      const of = subject[row] ?? NONE;
      for (let at = offset[row] ?? 0; at < (offset[row + 1] ?? 0); at++) {
        const place = group[at] ?? 0;
        findings[place] = (findings[place] ?? 0) + 1;
        if (of === NONE || last[place] === of) continue;
        last[place] = of;
        certifications[place] = (certifications[place] ?? 0) + 1;
      }
    }
  });
  const groups: FindingGroup[] = [];
  yield* inRanges(count, (from, to) => {
    for (let each = from; each < to; each++) {
      const counts = {
        findings: findings[each] ?? 0,
        certifications: certifications[each] ?? 0,
      };
      if (counts.findings > 0) groups.push(new FindingGroup(grouping, each, counts));
    }
  });
  return groups;
}

/** What findings are on, by number, and the findings in that order. */
interface Subjects {
  /** One number for each code of a fiche, whether or not it is served; −1 without a code. */
  readonly subject: Int32Array;
  readonly order: Int32Array;
}

function subjectsOf(snapshot: Snapshot): Subjects {
  const { findings, certifications } = snapshot;
  return memoOf(snapshot).of('subjects of findings', () => {
    const others = new Map<string, number>();
    const subject = findings.certification.map((row, finding) => {
      const code = findings.certificationCode[finding] ?? null;
      if (row !== NONE || code === null) return row;
      const known = others.get(code) ?? certifications.count + others.size;
      others.set(code, known);
      return known;
    });
    const { order } = groupByParent(
      subject.map((each) => each + 1),
      certifications.count + others.size + 1,
    );
    return { subject, order };
  });
}

/** The groups of findings by some dimensions: not many more than findings. Remembered. */
function groupingBy(snapshot: Snapshot, dimensions: readonly FindingDimension[]): Work<Grouping> {
  return memoOf(snapshot).work(`FINDING by ${dimensions.join(' ')}`, function* () {
    let grouping = yield* together(snapshot.findings.count);
    for (const dimension of dimensions) {
      const column = yield* columnOf(snapshot, dimension);
      yield;
      grouping = yield* divided(grouping, column, null);
    }
    return grouping;
  });
}

/** A dimension of findings by their row. */
function* columnOf(snapshot: Snapshot, dimension: FindingDimension): Work<DimensionColumn> {
  const { findings, certifications, bodies } = snapshot;
  switch (dimension) {
    case 'RULE':
      return choices(Object.keys(FINDING_RULES), findings.rule);
    case 'SEVERITY':
      return choices(FINDING_SEVERITIES, findings.severity);
    case 'REGISTER':
      return choices(
        REGISTERS,
        Array.from(
          findings.certification,
          (row) => REGISTERS[certifications.register[row] ?? NONE],
        ),
      );
    case 'CERTIFIER': {
      const { offset, value } = bodies.ofCertification;
      const values = yield* listsOf(findings.count, (finding, own) => {
        const row = findings.certification[finding] ?? NONE;
        const to = offset[row + 1] ?? 0;
        for (let at = row === NONE ? to : (offset[row] ?? 0); at < to; at++) {
          own.push((value[at] ?? 0) + 1);
        }
        if (own.length === 0) own.push(0);
      });
      return {
        size: bodies.count + 1,
        keyOf: (body) => bodies.siren[body - 1] ?? null,
        values: { of: 'LIST', ...values },
      };
    }
  }
}

/** One text of each finding, in the order of texts. */
function choices(
  texts: readonly string[],
  column: readonly (string | undefined)[],
): DimensionColumn {
  const keys = texts.toSorted();
  const places = new Map(keys.map((key, place) => [key, place + 1]));
  return {
    size: keys.length + 1,
    keyOf: (value) => keys[value - 1] ?? null,
    values: {
      of: 'FINDING',
      value: Int32Array.from(column, (text) => places.get(text ?? '') ?? 0),
    },
  };
}
