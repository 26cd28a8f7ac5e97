import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply } from 'fastify';

/** An operation that GraphiQL opens with, in a tab of its own. */
export interface Tab {
  readonly query: string;
  /** JSON text. */
  readonly variables?: string;
}

/** The page holds its scripts; it speaks to this server alone and loads nothing from elsewhere. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TITLE = 'Débouchés';
/** While the demonstration register is served, every page says that it is fictitious. */
const DEMONSTRATION_TITLE = 'Débouchés : démonstration, données fictives';

/** Sends GraphiQL, whole in one page and usable without any other site. */
export type SendGraphiql = (reply: FastifyReply) => Promise<void>;

/** Makes a `SendGraphiql` that opens with some operations. */
export function createGraphiql(
  tabs: () => Promise<readonly Tab[]>,
  isDemonstration: () => boolean,
): SendGraphiql {
  const pages = new Map<string, Promise<{ whole: Buffer; compressed: Buffer }>>();
  return async (reply) => {
    // Nine megabytes of scripts, read when somebody looks at them.
    const title = isDemonstration() ? DEMONSTRATION_TITLE : TITLE;
    const page = pages.get(title) ?? tabs().then((each) => renderPage(title, each));
    pages.set(title, page);
    const { whole, compressed } = await page;
    const accepted = reply.request.headers['accept-encoding']?.includes('gzip') ?? false;
    reply
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': PAGE_POLICY,
        'cache-control': 'no-cache',
        vary: 'accept, accept-encoding',
        ...(accepted && { 'content-encoding': 'gzip' }),
      })
      .send(accepted ? compressed : whole);
  };
}

async function renderPage(title: string, tabs: readonly Tab[]) {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const defaultTabs = tabs.map(({ query, variables = null }) => ({ query, variables }));
  const whole = Buffer.from(
    renderGraphiQL({
      title,
      endpoint: '/graphql',
      credentials: 'omit',
      ...(defaultTabs.length > 0 && { defaultTabs }),
    }),
  );
  return { whole, compressed: await promisify(gzip)(whole) };
}

/**
 * Tabs from a folder of operations (`*.graphql`): those whose first lines give their place in a
 * comment, `# tab: 2`, in that order, with the variables that another comment gives,
 * `# variables: {"code": "35746"}`. None when the folder is missing.
 */
export async function readTabs(folder: URL): Promise<readonly Tab[]> {
  const names = await readdir(folder).catch(() => []);
  const placed: [place: number, tab: Tab][] = [];
  for (const name of names.filter((each) => each.endsWith('.graphql')).sort()) {
    const query = await readFile(new URL(name, folder), 'utf8');
    const place = /^# tab: (\d+)$/m.exec(query)?.[1];
    if (place === undefined) continue;
    const variables = /^# variables: (\{.*\})$/m.exec(query)?.[1];
    const given = variables && { variables: JSON.stringify(JSON.parse(variables), null, 2) };
    placed.push([Number(place), { query, ...given }]);
  }
  return placed.sort(([one], [other]) => one - other).map(([, tab]) => tab);
}
