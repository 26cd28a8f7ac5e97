import type { ErrorCode } from '../domain/errors.ts';
import type { ServerPlugin } from './exchange.ts';
import { REFUSAL_HEADERS, refusalBody } from './refusal.ts';

/** Yoga plugin: requests that Yoga refuses with a bare status get an answer in JSON that says why. */
export function useRefusals(): ServerPlugin {
  return {
    onResponse({ request, response, setResponse, fetchAPI }) {
      if (response.status < 400 || response.headers.has('content-type')) return;
      const { headers } = response;
      const [status, code, message] = refusalOf(response.status, request);
      const all = { ...Object.fromEntries(headers), ...REFUSAL_HEADERS };
      setResponse(new fetchAPI.Response(refusalBody(code, message), { status, headers: all }));
    },
  };
}

function refusalOf(status: number, request: Request): [number, ErrorCode, string] {
  const { pathname } = new URL(request.url);
  const given = (header: string) => JSON.stringify(request.headers.get(header));
  switch (status) {
    case 404:
      return [
        status,
        'NOT_FOUND',
        `there is nothing at ${JSON.stringify(pathname)}: /graphql, /graphql/documents, /reports, /health/live, /health/ready and /metrics are served`,
      ];
    case 406:
      return [
        status,
        'BAD_REQUEST',
        `an answer in ${given('accept')} was asked for: application/graphql-response+json and application/json, in UTF-8, are given`,
      ];
    case 415:
      return request.headers.has('content-type')
        ? [
            status,
            'BAD_REQUEST',
            `a body of type ${given('content-type')} was sent: application/json is accepted`,
          ]
        : [400, 'BAD_REQUEST', 'no body was sent: a body of type application/json is accepted'];
    default:
      return [
        status,
        'BAD_REQUEST',
        `${request.method} ${JSON.stringify(pathname)} is not accepted`,
      ];
  }
}
