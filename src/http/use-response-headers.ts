import type { Plugin } from 'graphql-yoga';

/** Open data, read by pages of any site; without credentials, so nothing is done in a user's name. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-request-id',
} as const;

const PREFLIGHT = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'content-type, accept, x-request-id',
  'access-control-max-age': '86400',
  'content-length': '0',
} as const;

const SECURITY = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  // A page brings its own policy; data need nothing.
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

/** Yoga plugin: headers for use from other sites and for safety, and answers to preflights. */
export function useResponseHeaders(): Plugin {
  return {
    onRequest({ request, fetchAPI, endResponse }) {
      if (request.method !== 'OPTIONS') return;
      endResponse(new fetchAPI.Response(null, { status: 204, headers: PREFLIGHT }));
    },
    onResponse({ response: { headers } }) {
      for (const [name, value] of Object.entries({ ...CORS, ...SECURITY })) {
        if (!headers.has(name)) headers.set(name, value);
      }
    },
  };
}
