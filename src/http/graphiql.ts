import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ServerPlugin } from './exchange.ts';

/** A question that GraphiQL opens with, in a tab of its own. */
export interface ReadyQuestion {
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

/**
 * Yoga plugin: browsers get GraphiQL at `/graphql`, whole in one page and usable without any other
 * site, and `/` leads there.
 */
export function useGraphiql(
  questions: () => Promise<readonly ReadyQuestion[]>,
  isDemonstration: () => Promise<boolean>,
): ServerPlugin {
  const pages = new Map<string, Promise<{ whole: Buffer; packed: Buffer }>>();
  return {
    async onRequest({ request, url, fetchAPI, endResponse }) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return;
      if (url.pathname === '/') {
        endResponse(
          new fetchAPI.Response(null, { status: 302, headers: { location: '/graphql' } }),
        );
        return;
      }
      const wanted = request.headers.get('accept')?.includes('text/html') ?? false;
      if (url.pathname !== '/graphql' || !wanted) return;
      // Nine megabytes of scripts, read when somebody looks at them.
      const title = (await isDemonstration()) ? DEMONSTRATION_TITLE : TITLE;
      const page = pages.get(title) ?? questions().then((each) => renderPage(title, each));
      pages.set(title, page);
      const { whole, packed } = await page;
      const packs = request.headers.get('accept-encoding')?.includes('gzip') ?? false;
      endResponse(
        new fetchAPI.Response(new Uint8Array(packs ? packed : whole), {
          headers: {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': PAGE_POLICY,
            'cache-control': 'no-cache',
            vary: 'accept, accept-encoding',
            ...(packs && { 'content-encoding': 'gzip' }),
          },
        }),
      );
    },
  };
}

async function renderPage(title: string, questions: readonly ReadyQuestion[]) {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const tabs = questions.map(({ query, variables = null }) => ({ query, variables }));
  const whole = Buffer.from(
    renderGraphiQL({
      title,
      endpoint: '/graphql',
      credentials: 'omit',
      ...(tabs.length > 0 && { defaultTabs: tabs }),
    }),
  );
  return { whole, packed: await promisify(gzip)(whole) };
}

/**
 * Ready questions from a folder of saved operations (`*.graphql`): those whose first lines give
 * their place among the tabs in a comment, `# tab: 2`, in that order, with the variables that
 * another comment gives, `# variables: {"code": "35746"}`. None when the folder is missing.
 */
export async function readQuestions(folder: URL): Promise<readonly ReadyQuestion[]> {
  const names = await readdir(folder).catch(() => []);
  const placed: [place: number, question: ReadyQuestion][] = [];
  for (const name of names.filter((each) => each.endsWith('.graphql')).sort()) {
    const query = await readFile(new URL(name, folder), 'utf8');
    const place = /^# tab: (\d+)$/m.exec(query)?.[1];
    if (place === undefined) continue;
    const variables = /^# variables: (\{.*\})$/m.exec(query)?.[1];
    const given = variables && { variables: JSON.stringify(JSON.parse(variables), null, 2) };
    placed.push([Number(place), { query, ...given }]);
  }
  return placed.sort(([one], [other]) => one - other).map(([, question]) => question);
}
