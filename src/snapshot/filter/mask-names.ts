import type { Work } from '../../domain/work.ts';
import type { DayView, Mask } from '../day-view.ts';

/** Names of masks: of one snapshot, masks of equal names keep the same rows. */
const names = new WeakMap<Mask, string>();
let unnamed = 0;

/** What to call a mask where something is remembered of it. */
export function nameOf(mask: Mask | null): string {
  if (!mask) return 'all';
  const known = names.get(mask);
  if (known !== undefined) return known;
  unnamed += 1;
  const name = `mask ${unnamed}`;
  names.set(mask, name);
  return name;
}

/** A filter of more characters than this is not remembered. */
const LONGEST_NAME = 1_000;

/** The mask of a filter on a day, made at its first use; null = all. */
export function* rememberedMask(
  view: DayView,
  what: string,
  filter: object,
  make: () => Work<Mask | null>,
): Work<Mask | null> {
  const name = `${what} ${filterName(filter)}`;
  if (name.length > LONGEST_NAME) return yield* make();
  const { mask } = yield* view.memo.work(name, function* () {
    const made = yield* make();
    if (made && !names.has(made)) names.set(made, `${view.day} ${name}`);
    return { mask: made };
  });
  return mask;
}

/** A filter as text: what is absent left out, masks by name. */
function filterName(filter: object): string {
  return JSON.stringify(filter, (_key, value: unknown) => {
    if (value instanceof Uint8Array) return nameOf(value);
    return value ?? undefined;
  });
}
