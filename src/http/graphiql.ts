import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type DocumentNode, Kind, parse } from 'graphql';
import type { Plugin } from 'graphql-yoga';

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

const MOST_TABS = 6;

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
): Plugin {
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
 * Ready questions from a folder of saved operations (`*.graphql`): those that run as they are, then
 * those whose first lines give the variables in a comment, `# variables: {"code": "35746"}`; each
 * by file name. None when the folder is missing.
 */
export async function readQuestions(folder: URL): Promise<readonly ReadyQuestion[]> {
  const names = await readdir(folder).catch(() => []);
  // GraphiQL does not fill in the variables of the tab that it opens with: one without comes first.
  const asTheyAre: ReadyQuestion[] = [];
  const withVariables: ReadyQuestion[] = [];
  for (const name of names.filter((each) => each.endsWith('.graphql')).sort()) {
    const query = await readFile(new URL(name, folder), 'utf8');
    const variables = /^# variables: (\{.*\})$/m.exec(query)?.[1];
    if (variables !== undefined) {
      withVariables.push({ query, variables: JSON.stringify(JSON.parse(variables), null, 2) });
    } else if (runsAsItIs(parse(query))) asTheyAre.push({ query });
  }
  return [...asTheyAre, ...withVariables].slice(0, MOST_TABS);
}

function runsAsItIs(document: DocumentNode): boolean {
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  return (
    operations.length === 1 &&
    operations.every(({ variableDefinitions = [] }) =>
      variableDefinitions.every(
        ({ type, defaultValue }) => type.kind !== Kind.NON_NULL_TYPE || defaultValue,
      ),
    )
  );
}
