import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import manifest from '../../../package.json' with { type: 'json' };
import { CHARTS } from '../../web/charts/catalogue.ts';
import { loadCharts } from '../../web/charts/library.ts';
import { type RenderedChart, renderChart } from '../../web/embed.ts';
import type { PageRequest, WithStatus } from '../../web/page.ts';
import { wordsOf } from '../../web/words/words.ts';
import { clientSignal } from '../abort.ts';
import { etagOf, isKnown } from '../cache/etag.ts';
import { serverTiming, validityOf } from '../cache/send-cached.ts';
import { sendError } from '../error-response.ts';
import type { FairTurns } from '../fair-turns.ts';
import type { Execute } from '../graphql/execution.ts';
import { A_PAGE } from './error-page.ts';
import { operationsOf, pageRequestOf, pathOf, publicationOfPage } from './page-request.ts';
import { assetPath, PAGE_POLICY } from './theme.ts';

export interface ChartParts {
  readonly execute: Execute;
  readonly turns: FairTurns;
}

/** As logs and metrics name it. */
export const CHART = { name: 'chart' };

/** A page that any site may show in a frame. */
const EMBED_POLICY = PAGE_POLICY.replace("frame-ancestors 'none'", 'frame-ancestors *');

/** An image asks for nothing. */
const IMAGE_POLICY = "default-src 'none'";

/** Pixels of a frame that a chart with some rows of its table fits into. */
const FRAME = { width: 760, height: 640 } as const;

/**
 * Serves charts to other sites: `/charts/{name}.svg`, `/embed/{name}` for a frame, and `/oembed`, by
 * which editors find that.
 */
export function registerCharts(app: FastifyInstance, { execute, turns }: ChartParts): void {
  for (const chart of CHARTS) {
    const drawn = async (own: FastifyRequest, reply: FastifyReply) => {
      own.record.operation = CHART.name;
      const asked = pageRequestOf(own);
      const request = { ...asked, path: { code: asked.query.get('code') ?? '' } };
      const publication = publicationOfPage(request, own);
      const ask = operationsOf(execute, own, { publication, signal: clientSignal(reply.raw) });
      const { operation, variables } = chart.page;
      const [{ data }] = await Promise.all([
        ask<WithStatus, unknown>(operation, variables(request)),
        loadCharts(),
      ]);
      const made = turns.timed(own.record.account, () =>
        renderChart(chart, request, { self: pathOf(own), asset: assetPath, data }),
      );
      return { made, request, validity: validityOf(publication, own.record) };
    };

    app.get(`/embed/${chart.name}`, A_PAGE, async (own, reply) => {
      const { made, request, validity } = await drawn(own, reply);
      if (made === null) return missing(reply, request);
      // The policy says who may show it: every site.
      reply.removeHeader('x-frame-options');
      const type = 'text/html; charset=utf-8';
      return send(own, reply, { text: made.page, type, policy: EMBED_POLICY, validity });
    });

    app.get(`/charts/${chart.name}.svg`, async (own, reply) => {
      const { made, request, validity } = await drawn(own, reply);
      if (made === null || made.svg === null) return missing(reply, request);
      const type = 'image/svg+xml';
      return send(own, reply, { text: made.svg, type, policy: IMAGE_POLICY, validity });
    });
  }

  app.get('/oembed', async (own, reply) => {
    own.record.operation = CHART.name;
    const { query } = pageRequestOf(own);
    const chart = embedded(query.get('url'));
    if (chart === null) {
      const message = {
        en: 'url is not the address of a chart, such as /embed/national, or of a page that has one',
        fr: 'url n’est pas l’adresse d’un graphique, comme /embed/national, ni d’une page qui en a un',
      };
      sendError(reply, { code: 'NOT_FOUND', message });
      return reply;
    }
    const { protocol, host } = own;
    const source = `${protocol}://${host}${chart.address}`;
    const escaped = source.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    return reply.headers({ 'cache-control': 'public, max-age=86400' }).send({
      version: '1.0',
      type: 'rich',
      provider_name: wordsOf('fr').site.name,
      provider_url: `${protocol}://${host}/`,
      title: chart.name,
      ...FRAME,
      html: `<iframe src="${escaped}" width="${FRAME.width}" height="${FRAME.height}" title="${chart.name}"></iframe>`,
    });
  });
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

function missing(reply: FastifyReply, { query, language }: PageRequest): FastifyReply {
  const code = query.get('code') ?? '';
  const message = {
    en: wordsOf('en').chart.missing(code),
    fr: wordsOf('fr').chart.missing(code),
  };
  reply.header('content-language', language);
  sendError(reply, { code: 'NOT_FOUND', message });
  return reply;
}

function send(
  { record, headers }: FastifyRequest,
  reply: FastifyReply,
  {
    text,
    type,
    policy,
    validity,
  }: {
    readonly text: NonNullable<RenderedChart['svg']>;
    readonly type: string;
    readonly policy: string;
    readonly validity: string;
  },
): FastifyReply {
  const etag = etagOf([text, manifest.version]);
  const own = {
    etag,
    'cache-control': validity,
    'content-security-policy': policy,
    'server-timing': serverTiming(record),
    vary: 'accept-language',
  };
  return isKnown(headers, { etag })
    ? reply.code(304).headers(own).send()
    : reply.headers({ ...own, 'content-type': type }).send(text);
}
