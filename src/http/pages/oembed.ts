import type { FastifyInstance } from 'fastify';
import { CHARTS } from '../../web/charts/catalogue.ts';
import { wordsOf } from '../../web/words/words.ts';
import { sendError } from '../error-response.ts';
import { pageRequestOf } from './page-request.ts';

/** Pixels of a frame that a chart with some rows of its table fits into. */
const FRAME = { width: 760, height: 640 } as const;

/** Serves `/oembed`, by which editors find the frame of a chart. `name` is what logs name it. */
export function registerOembed(app: FastifyInstance, name: string): void {
  app.get('/oembed', async (own, reply) => {
    own.record.operation = name;
    const { query, origin } = pageRequestOf(own);
    const chart = embedded(query.get('url'));
    if (chart === null) {
      const message = {
        en: 'url is not the address of a chart, such as /embed/national, or of a page that has one',
        fr: 'url n’est pas l’adresse d’un graphique, comme /embed/national, ni d’une page qui en a un',
      };
      sendError(reply, { code: 'NOT_FOUND', message });
      return reply;
    }
    const format = query.get('format');
    if (format && format !== 'json') {
      const message = {
        en: `format: ${JSON.stringify(format)} is not made; json is`,
        fr: `format : ${JSON.stringify(format)} n’est pas proposé ; json l’est`,
      };
      sendError(reply, { code: 'BAD_REQUEST', status: 501, message });
      return reply;
    }
    const width = atMost(FRAME.width, query.get('maxwidth'));
    const height = atMost(FRAME.height, query.get('maxheight'));
    const source = `${origin}${chart.address}`;
    const escaped = source.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    return reply.headers({ 'cache-control': 'public, max-age=86400' }).send({
      version: '1.0',
      type: 'rich',
      provider_name: app.theme.name ?? wordsOf('fr').site.name,
      provider_url: `${origin}/`,
      title: chart.name,
      ...{ width, height },
      html: `<iframe src="${escaped}" width="${width}" height="${height}" title="${chart.name}"></iframe>`,
    });
  });
}

/** A length in pixels, or the most that an editor has room for. */
function atMost(length: number, most: string | null): number {
  return most && /^\d{1,5}$/.test(most) ? Math.max(1, Math.min(length, Number(most))) : length;
}

/**
 * The chart that an address embeds, wherever this server is called from: that of the address itself, or
 * the first one of the page that it is of.
 */
function embedded(url: string | null): { readonly name: string; readonly address: string } | null {
  if (!url || !URL.canParse(url, 'http://localhost')) return null;
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  for (const { name, page } of CHARTS) {
    const code = codeOf(page.path, pathname);
    if (pathname !== `/embed/${name}` && code === null) continue;
    if (code) searchParams.set('code', code);
    const query = searchParams.size === 0 ? '' : `?${searchParams}`;
    return { name, address: `/embed/${name}${query}` };
  }
  return null;
}

/** The code in the address of a page, '' where it has none; null for the address of another page. */
function codeOf(pattern: string, path: string): string | null {
  const [before = '', after] = pattern.split(':code', 2);
  if (after === undefined) return path === pattern ? '' : null;
  return path.startsWith(before) && !path.slice(before.length).includes('/')
    ? decoded(path.slice(before.length))
    : null;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part) || null;
  } catch {
    return null;
  }
}
