import type { MethodChoices } from '../../domain/method.ts';
import {
  type BetweenCertifications,
  betweenCertifications,
  type Clusters,
} from '../../domain/rate/between.ts';
import { USUAL_LEVEL } from '../../domain/rate/interval.ts';
import { type GroupChange, type GroupRate, groupChange } from '../../domain/rate/rate-change.ts';

/** What is compared of the certifications of a group, at the usual level: thousands are summed. */
interface Compared {
  between?: BetweenCertifications;
  change?: { readonly from: Clusters; readonly found: GroupChange | null };
}

const compared = new WeakMap<Clusters, Compared>();

function comparedOf(clusters: Clusters): Compared {
  const known = compared.get(clusters) ?? {};
  compared.set(clusters, known);
  return known;
}

/**
 * `betweenCertifications` of a group; at the usual level remembered with the group.
 *
 * - `method`: that of the group's snapshot.
 */
export function betweenInGroup(
  clusters: Clusters,
  level: number,
  method: MethodChoices,
): BetweenCertifications {
  if (level !== USUAL_LEVEL) return betweenCertifications(clusters, level, method);
  const known = comparedOf(clusters);
  known.between ??= betweenCertifications(clusters, level, method);
  return known.between;
}

/**
 * `groupChange` from a group to the one of the year after; at the usual level remembered with that.
 *
 * - `method`: that of the groups' snapshot.
 */
export function changeToGroup(
  earlier: GroupRate,
  later: GroupRate,
  level: number,
  method: MethodChoices,
): GroupChange | null {
  if (level !== USUAL_LEVEL) return groupChange(earlier, later, level, method);
  const known = comparedOf(later.clusters);
  if (known.change?.from !== earlier.clusters) {
    known.change = { from: earlier.clusters, found: groupChange(earlier, later, level, method) };
  }
  return known.change.found;
}
