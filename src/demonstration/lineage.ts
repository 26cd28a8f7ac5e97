import type { EquivalenceDraft } from './draft.ts';
import type { Place, Plan } from './family.ts';
import type { Random } from './random.ts';
import { type XmlText, xmlText } from './xml.ts';

/** Which fiches a fiche replaces and is replaced by, as it tells it itself. */
export interface Lineage {
  readonly predecessors: readonly XmlText[];
  readonly successors: readonly XmlText[];
}

/** NUMERO_FICHE of the fiche at an index. */
export function codeAt(plan: Plan, index: number, register = plan.register): XmlText {
  return xmlText(`${register}${plan.profile.numberAt(index)}`);
}

/**
 * The links of the family, each told by one side only now and then; a few dangle or cross over to
 * the other register.
 */
export function lineageOf(plan: Plan, place: Place, random: Random): Lineage {
  const told = (index: number | null) => {
    if (index === null || random.chance(0.07)) return [];
    return [codeAt(plan, index)];
  };
  const predecessors = told(place.before);
  const successors = told(place.after);
  if (place.before === null && random.chance(0.02)) {
    predecessors.push(xmlText(`${plan.register}${plan.profile.unusedNumber - random.int(0, 500)}`));
  }
  if (place.after === null && plan.register === 'RS' && random.chance(0.01)) {
    successors.push(codeAt(plan, place.index, 'RNCP'));
  }
  return { predecessors, successors };
}

/** CORRESPONDANCES of a fiche with the version before: whole, or block by block. */
export function equivalencesOf(
  plan: Plan,
  place: Place,
  random: Random,
  blocks: readonly XmlText[],
): EquivalenceDraft[] {
  if (plan.register === 'RS' || place.before === null || !random.chance(0.25)) return [];
  const target = codeAt(plan, place.before);
  if (blocks.length === 0 || random.chance(0.3)) {
    return [{ sourceBlocks: [], target, targetBlocks: [] }];
  }
  return random.sample(blocks, random.int(1, blocks.length)).map((block, index) => ({
    sourceBlocks: [block],
    target,
    targetBlocks: [1, 2]
      .slice(0, random.pick([1, 1, 1, 2]))
      .map((step) => xmlText(`${target}BC0${index + step}`)),
  }));
}
