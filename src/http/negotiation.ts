/** A media range of an `Accept` header, or a coding of `Accept-Encoding`, with its weight. */
interface Preference {
  readonly name: string;
  readonly weight: number;
}

function preferencesOf(header: string): Preference[] {
  return header.split(',').flatMap((part) => {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    if (name === '') return [];
    const weight = parameters.find((each) => each.startsWith('q='))?.slice(2);
    return [{ name, weight: weight === undefined ? 1 : Number(weight) || 0 }];
  });
}

/** How much a client wants a media type: 0 for not at all. Without a header it wants any. */
export function acceptance(header: string | undefined, mediaType: string): number {
  if (header === undefined || header.trim() === '') return 1;
  const [type = ''] = mediaType.split(';');
  const [family] = type.split('/');
  const ranges = preferencesOf(header);
  // The closest range decides, whatever the weight of wider ones.
  for (const name of [type, `${family}/*`, '*/*']) {
    const range = ranges.find((each) => each.name === name);
    if (range) return range.weight;
  }
  return 0;
}

/**
 * The media type, of those that can be given, that a client wants most; of two that it wants alike,
 * the one that is offered first. Null when it wants none.
 */
export function mediaTypeFor<Type extends string>(
  header: string | undefined,
  offered: readonly Type[],
): Type | null {
  let found: Type | null = null;
  let most = 0;
  for (const type of offered) {
    const weight = acceptance(header, type);
    if (weight > most) [found, most] = [type, weight];
  }
  return found;
}

export type Coding = 'br' | 'gzip';

/** The coding that a client prefers, brotli among equals; null for none. */
export function codingOf(header: string | undefined): Coding | null {
  const preferences = preferencesOf(header ?? '');
  const weightOf = (name: string) =>
    (preferences.find((each) => each.name === name) ?? preferences.find(({ name }) => name === '*'))
      ?.weight ?? 0;
  const [best] = (['br', 'gzip'] as const)
    .map((coding) => ({ coding, weight: weightOf(coding) }))
    .toSorted((a, b) => b.weight - a.weight);
  return best && best.weight > 0 ? best.coding : null;
}
