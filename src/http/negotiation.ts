/** Codings that answers are packed in. */
export type Encoding = 'br' | 'gzip' | 'identity';

/**
 * The media type, of those that can be given, that a header `Accept` likes best; of two that it
 * likes alike, the one that is offered first. Null when it accepts none.
 */
export function mediaTypeFor<Type extends string>(
  accept: string | undefined,
  offered: readonly Type[],
): Type | null {
  if (accept === undefined || accept.trim() === '') return offered[0] ?? null;
  const ranges = weighted(accept);
  return best(offered, (type) => {
    const [family = ''] = type.split('/');
    return ranges.get(type) ?? ranges.get(`${family}/*`) ?? ranges.get('*/*') ?? 0;
  });
}

/** The coding to send to a header `Accept-Encoding`: the tightest of those it likes best. */
export function encodingFor(acceptEncoding: string | undefined): Encoding {
  if (acceptEncoding === undefined) return 'identity';
  const codings = weighted(acceptEncoding);
  const weightOf = (coding: Encoding) =>
    codings.get(coding) ?? codings.get('*') ?? (coding === 'identity' ? Number.MIN_VALUE : 0);
  return best(['br', 'gzip', 'identity'], weightOf) ?? 'identity';
}

function best<Each>(offered: readonly Each[], weightOf: (each: Each) => number): Each | null {
  let found: Each | null = null;
  let most = 0;
  for (const each of offered) {
    const weight = weightOf(each);
    if (weight > most) [found, most] = [each, weight];
  }
  return found;
}

/** What a header lists, in lower case, with its quality: 1 unless `q=` says otherwise. */
function weighted(header: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const item of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = item.split(';').map((part) => part.trim());
    const quality = parameters.find((each) => each.startsWith('q='))?.slice(2);
    const weight = quality === undefined ? 1 : Number(quality);
    if (name !== '') weights.set(name, Number.isNaN(weight) ? 1 : weight);
  }
  return weights;
}
