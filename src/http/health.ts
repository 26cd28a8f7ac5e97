import type { ServerPlugin } from './exchange.ts';

/** Whether questions can be answered, or the reason why not, fit for strangers' eyes. */
export type Readiness =
  | { readonly ready: true }
  | { readonly ready: false; readonly reason: string };

/** Longer than this, in milliseconds, and the database counts as not answering. */
const PATIENCE = 5_000;

/**
 * Yoga plugin: `/health/live` answers 200 while the process runs, `/health/ready` 200 when
 * questions can be answered and 503 with the reason otherwise.
 */
export function useHealth(checkReadiness: () => Promise<Readiness>): ServerPlugin {
  let running: Promise<Readiness> | null = null;
  // Probes that come while the database is slow share one check.
  const check = () => {
    running ??= checkReadiness().finally(() => {
      running = null;
    });
    return running;
  };
  return {
    async onRequest({ request, url, fetchAPI, endResponse }) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return;
      const answer = (status: number, body: object) =>
        endResponse(
          new fetchAPI.Response(JSON.stringify(body), {
            status,
            headers: {
              'content-type': 'application/json; charset=utf-8',
              'cache-control': 'no-store',
            },
          }),
        );
      if (url.pathname === '/health/live') answer(200, { status: 'live' });
      if (url.pathname === '/health/ready') {
        const readiness = await withPatience(check());
        if (readiness.ready) answer(200, { status: 'ready' });
        else answer(503, { status: 'unavailable', reason: readiness.reason });
      }
    },
  };
}

async function withPatience(check: Promise<Readiness>): Promise<Readiness> {
  const { promise, resolve } = Promise.withResolvers<Readiness>();
  const silence = { ready: false, reason: 'the database does not answer' } as const;
  const timer = setTimeout(() => resolve(silence), PATIENCE);
  try {
    return await Promise.race([check.catch(() => silence), promise]);
  } finally {
    clearTimeout(timer);
  }
}
