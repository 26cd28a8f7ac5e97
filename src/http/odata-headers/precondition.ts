import type { IncomingHttpHeaders } from 'node:http';
import type { Problem } from '../problem.ts';

/** The problem of a header that asks for isolation, of which the standard has one kind. */
export function isolationProblem(headers: IncomingHttpHeaders): Problem | null {
  const name = ['isolation', 'odata-isolation'].find((each) => headers[each] !== undefined);
  if (name === undefined) return null;
  const given = JSON.stringify(headers[name]);
  return {
    ...{ status: 412, code: 'NOT_IMPLEMENTED' },
    detail: {
      en: `${name} ${given} is not supported: leave it out; all pages of one reading are of one publication anyway`,
      fr: `${name} ${given} n’est pas pris en charge\u00a0: ne l’envoyez pas\u00a0; toutes les pages d’une lecture sont de toute façon d’une même publication`,
    },
  };
}

/** The problem of `If-Match` that names no tag of the answer as it is now; null where it holds. */
export function matchProblem(
  { 'if-match': given }: IncomingHttpHeaders,
  etag: string,
): Problem | null {
  if (given === undefined) return null;
  const tags = given.split(',').map((each) => each.trim().replace(/^W\//, ''));
  if (tags.includes('*') || tags.includes(etag)) return null;
  return {
    ...{ status: 412, code: 'BAD_REQUEST' },
    detail: {
      en: `If-Match is ${JSON.stringify(given)}, and the answer is another by now: ask without it, or with its ETag`,
      fr: `If-Match vaut ${JSON.stringify(given)}, et la réponse n’est plus celle-là\u00a0: demandez sans lui, ou avec son ETag`,
    },
  };
}
