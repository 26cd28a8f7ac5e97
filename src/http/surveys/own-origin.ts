import type { FastifyRequest } from 'fastify';

/** What browsers say of a request that a page of the server itself, or its reader, has them send. */
const OWN_SITES: readonly unknown[] = [undefined, 'same-origin', 'none'];

/**
 * Whether a request may change something in the name of who sent it: browsers add the key that they were
 * once told to requests of any page, and say of which. Without either header it is sent by a program.
 *
 * The port and name of `Origin` are compared, and not its scheme, which a proxy may have changed.
 */
export function isOfOwnPage({ headers, host }: Pick<FastifyRequest, 'headers' | 'host'>): boolean {
  if (!OWN_SITES.includes(headers['sec-fetch-site'])) return false;
  const { origin } = headers;
  if (origin === undefined) return true;
  // "null" is that of a page without one, such as a file or a sandbox.
  if (!URL.canParse(origin)) return false;
  const given = new URL(origin);
  const own = `${given.protocol}//${host}`;
  return URL.canParse(own) && new URL(own).host === given.host;
}
