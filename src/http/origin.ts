import type { FastifyRequest } from 'fastify';

/** A name or an address of a host, with a port where there is one. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** What absolute addresses begin with, by the proxy that is believed; '' where the host is none. */
export function originOf({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  return HOST.test(host) ? `${protocol}://${host}` : '';
}
