import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Language } from '../../datasets/labels.ts';
import { preferredLanguage } from '../cache/negotiation.ts';
import type { PersistedOperations } from '../graphql/persisted-operations.ts';
import { registerAssets } from './assets.ts';
import { renderPage } from './page.ts';
import { readyTabs, tabOf } from './tab.ts';

/** The page speaks to this server alone. The editor writes styles of its own into it. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Sends the page of GraphiQL, which needs no other site. */
export type SendGraphiql = (reply: FastifyReply) => Promise<void>;

/**
 * Serves the files of the page, and makes what sends it: in the language of `lang`, else of
 * `Accept-Language`, with the operation open that `question` names, and its `variables`.
 */
export function registerGraphiql(
  app: FastifyInstance,
  operations: PersistedOperations,
  isDemonstration: () => boolean,
): SendGraphiql {
  const loadAssets = registerAssets(app);
  const tabs = readyTabs(operations.list);
  const byName = new Map(operations.list.map((each) => [each.name, each]));
  const names = new Set(byName.keys());
  return async (reply) => {
    const { url, headers } = reply.request;
    const query = new URLSearchParams(url.split('?')[1]);
    const language = languageOf(query.get('lang')) ?? preferredLanguage(headers['accept-language']);
    const question = byName.get(query.get('question') ?? '');
    const page = renderPage({
      ...{ language, tabs, operations: names },
      demonstration: isDemonstration(),
      assets: await loadAssets(),
      open: question ? tabOf(question, variablesOf(query.get('variables'))) : null,
    });
    reply
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'content-language': language,
        'content-security-policy': PAGE_POLICY,
        'cache-control': 'no-cache',
        vary: 'accept, accept-language',
      })
      .send(page);
  };
}

/** Variables that an address gives, as JSON of an object; null of anything else. */
function variablesOf(text: string | null): object | null {
  if (!text) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function languageOf(lang: string | null): Language | null {
  return lang === 'fr' || lang === 'en' ? lang : null;
}
