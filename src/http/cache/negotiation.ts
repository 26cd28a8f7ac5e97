import type { IncomingHttpHeaders } from 'node:http';
import Negotiator from 'negotiator';
import type { Language } from '../../datasets/labels.ts';

/** Codings that answers are compressed in, the tightest first. */
const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Parameters of media types but for their quality: nothing is given in two charsets or versions. */
const PARAMETERS = /;\s*(?!q=)[^,;]*/gi;

/**
 * The media type, of those offered, that the header `Accept` prefers; null when it accepts none. A
 * client without a preference gets the first.
 */
export function preferredMediaType<Type extends string>(
  { accept }: IncomingHttpHeaders,
  offered: readonly Type[],
): Type | null {
  if (accept === undefined || accept.trim() === '') return offered[0] ?? null;
  const plain = accept.replace(PARAMETERS, '');
  const found = new Negotiator({ headers: { accept: plain } }).mediaType([...offered]);
  return (found as Type | undefined) ?? null;
}

/** The language by the header `Accept-Language`; `usual` without a preference: English for errors. */
export function preferredLanguage(
  acceptLanguage: string | undefined,
  usual: Language = 'en',
): Language {
  if (acceptLanguage === undefined) return usual;
  const negotiator = new Negotiator({ headers: { 'accept-language': acceptLanguage } });
  const [first] = negotiator.languages(usual === 'en' ? ['en', 'fr'] : ['fr', 'en']);
  return first === 'fr' || first === 'en' ? first : usual;
}

/** The coding to send by the header `Accept-Encoding`: the tightest of those it prefers. */
export function preferredEncoding(headers: IncomingHttpHeaders): Encoding {
  const encoding = headers['accept-encoding'];
  if (encoding === undefined) return 'identity';
  const negotiator: Preferring = new Negotiator({ headers: { 'accept-encoding': encoding } });
  const found = negotiator.encodings([...ENCODINGS], { preferred: [...ENCODINGS] })[0];
  return (found as Encoding | undefined) ?? 'identity';
}

/** What the types of negotiator do not have yet. */
interface Preferring {
  encodings(available: string[], options?: { readonly preferred: string[] }): string[];
}
