import type { FastifyInstance, FastifyReply } from 'fastify';

/** Whether requests can be answered, or the reason why not, fit for strangers; a warning while they are answered from data that are, or may be, older than they should be. */
export type Readiness =
  | { readonly ready: true; readonly warning?: string }
  | { readonly ready: false; readonly reason: string };

/** Longer than this, in milliseconds, and the database counts as not answering. */
const TIMEOUT_MS = 5_000;

/**
 * Routes of the health checks: `/health/live` answers 200 while the process runs, `/health/ready` 200
 * when requests can be answered and 503 with the reason otherwise.
 */
export function registerHealth(
  app: FastifyInstance,
  checkReadiness: () => Promise<Readiness>,
  /** What it looks at. */
  database: string,
): void {
  const silence = { ready: false, reason: `${database} does not answer` } as const;
  let running: Promise<Readiness> | null = null;
  // Probes that come while the database is slow share one check.
  const check = () => {
    running ??= checkReadiness().finally(() => {
      running = null;
    });
    return running;
  };
  app.get('/health/live', (_request, reply) => {
    send(reply, 200, { status: 'live' });
  });
  app.get('/health/ready', async (_request, reply) => {
    const readiness = await withTimeout(check(), silence);
    const { ready, ...why } = readiness;
    send(reply, ready ? 200 : 503, { status: ready ? 'ready' : 'unavailable', ...why });
  });
}

function send(reply: FastifyReply, status: number, body: object): void {
  reply
    .code(status)
    .headers({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    })
    .send(JSON.stringify(body));
}

async function withTimeout(check: Promise<Readiness>, silence: Readiness): Promise<Readiness> {
  const { promise, resolve } = Promise.withResolvers<Readiness>();
  const timer = setTimeout(() => resolve(silence), TIMEOUT_MS);
  try {
    return await Promise.race([check.catch(() => silence), promise]);
  } finally {
    clearTimeout(timer);
  }
}
