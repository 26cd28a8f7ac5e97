import type { PlainDate } from '../calendar.ts';
import { prevails, type SourceKind } from '../provenance.ts';

/** What the rank of a source depends on. */
export interface RankedSource {
  readonly kind: SourceKind;
  /** Its day. */
  readonly datedOn: PlainDate;
}

/** One figure (a count or a rate) as one source gives it. */
export interface SourcedFigure extends RankedSource {
  readonly value: number;
  readonly sourceId: number;
  /** Day of the publication it was first seen in. */
  readonly seenOn: PlainDate | null;
}

/**
 * The figure that is served when several sources give it: statistics file, then fiche page, then
 * feed; of two sources of a kind that of the later day, of one day the one imported later. It keeps
 * the source it came from, and the earliest day on which any of them gave this value. Null when no
 * source gives it.
 * `disagrees` holds the figures set aside that had another value.
 *
 * Source: docs/method.md#provenance.
 */
export function mergeFigures(figures: readonly SourcedFigure[]): {
  readonly served: SourcedFigure | null;
  readonly disagrees: readonly SourcedFigure[];
} {
  const [first, ...others] = figures;
  if (!first) return { served: null, disagrees: [] };
  const best = others.reduce((a, b) => (comesBefore(b, a) ? b : a), first);
  const days = figures
    .filter(({ value }) => value === best.value)
    .map(({ seenOn }) => seenOn)
    .filter((day) => day !== null);
  const seenOn = days.toSorted()[0] ?? null;
  return {
    served: { ...best, seenOn },
    disagrees: figures.filter((each) => each.value !== best.value),
  };
}

function comesBefore(a: SourcedFigure, b: SourcedFigure): boolean {
  if (a.kind !== b.kind) return prevails(a.kind, b.kind);
  return a.datedOn === b.datedOn ? a.sourceId > b.sourceId : a.datedOn > b.datedOn;
}
