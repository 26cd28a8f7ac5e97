import type { RequestContext } from '../graphql/context.ts';

/** What answers need to know of a publication. */
export type Publication = Pick<RequestContext['publication'], 'id' | 'publishedAt' | 'derivation'>;

/**
 * Tells what is served from all else that is ever served under the same number: another database,
 * or the same publication derived anew by another version of this program.
 */
export function editionOf({ id, publishedAt, derivation }: Publication): string {
  return `${id} ${publishedAt.getTime()} ${derivation}`;
}
