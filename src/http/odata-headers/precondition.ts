import type { IncomingHttpHeaders } from 'node:http';
import { unmet } from '../cache/etag.ts';
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
export function matchProblem(headers: IncomingHttpHeaders, etag: string): Problem | null {
  const detail = unmet(headers, { etag });
  return detail && { status: 412, code: 'PRECONDITION_FAILED', detail };
}
