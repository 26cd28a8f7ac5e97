import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import manifest from '../../../package.json' with { type: 'json' };
import { CHARTS } from '../../web/charts/catalogue.ts';
import { loadCharts } from '../../web/charts/library.ts';
import { renderChart } from '../../web/embed.ts';
import type { PageRequest, WithStatus } from '../../web/page.ts';
import { wordsOf } from '../../web/words/words.ts';
import { clientSignal } from '../abort.ts';
import { etagOf, isKnown } from '../cache/etag.ts';
import { serverTiming, validityOf, variedBy } from '../cache/send-cached.ts';
import { sendError } from '../error-response.ts';
import type { FairTurns } from '../fair-turns.ts';
import type { Execute } from '../graphql/execution.ts';
import { createPngs, readWidth } from './chart-image.ts';
import { A_PAGE } from './error-page.ts';
import { registerOembed } from './oembed.ts';
import { operationsOf, publicationOfPage } from './page-operations.ts';
import { pageRequestOf, pathOf } from './page-request.ts';
import { PAGE_POLICY } from './theme.ts';

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

/** Serves charts to other sites: `/charts/{name}.svg` and `.png`, and `/embed/{name}` for a frame. */
export function registerCharts(app: FastifyInstance, { execute, turns }: ChartParts): void {
  registerOembed(app, CHART.name);
  const drawPng = createPngs(turns);
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
        renderChart(chart, request, { self: pathOf(own), theme: app.theme, data }),
      );
      const validity = {
        'cache-control': validityOf(publication, own.record),
        vary: variedBy('accept-language', publication),
      };
      return { made, request, validity };
    };

    app.get(`/embed/${chart.name}`, A_PAGE, async (own, reply) => {
      const { made, request, validity } = await drawn(own, reply);
      if (made === null) return missing(reply, request);
      // The policy says who may show it: every site.
      reply.removeHeader('x-frame-options');
      const type = 'text/html; charset=utf-8';
      const sent = { parts: [made.page], type, policy: EMBED_POLICY, validity };
      return send(own, reply, sent, () => made.page);
    });

    app.get(`/charts/${chart.name}.svg`, async (own, reply) => {
      const { made, request, validity } = await drawn(own, reply);
      if (!made?.svg) return missing(reply, request);
      const { svg } = made;
      const sent = { parts: [svg], type: 'image/svg+xml', policy: IMAGE_POLICY, validity };
      return send(own, reply, sent, () => svg);
    });

    app.get(`/charts/${chart.name}.png`, async (own, reply) => {
      const width = readWidth(pageRequestOf(own).query.get('width'));
      const { made, request, validity } = await drawn(own, reply);
      if (!made?.svg) return missing(reply, request);
      const { svg } = made;
      const { account } = own.record;
      const sent = { parts: [svg, width], type: 'image/png', policy: IMAGE_POLICY, validity };
      return send(own, reply, sent, () =>
        drawPng(svg, { width, account, signal: clientSignal(reply.raw) }),
      );
    });
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

interface Sent {
  /** What the content depends on. */
  readonly parts: readonly (string | number)[];
  readonly type: string;
  readonly policy: string;
  readonly validity: Readonly<Record<'cache-control' | 'vary', string>>;
}

/** Sends a chart, unless the client has it: then it is not made. One for a single reader always is. */
async function send(
  { record, headers }: FastifyRequest,
  reply: FastifyReply,
  { parts, type, policy, validity }: Sent,
  make: () => string | Promise<Buffer | null>,
): Promise<FastifyReply> {
  const etag = etagOf([...parts, manifest.version]);
  const { isForReader } = record.marks;
  const known = !isForReader && isKnown(headers, { etag });
  const content = known ? null : await make();
  if (content === null && !known) return unable(reply);
  const own = {
    ...(!isForReader && { etag }),
    ...validity,
    'content-security-policy': policy,
    'server-timing': serverTiming(record),
  };
  return content === null
    ? reply.code(304).headers(own).send()
    : reply.headers({ ...own, 'content-type': type }).send(content);
}

function unable(reply: FastifyReply): FastifyReply {
  const message = {
    en: 'this server cannot draw PNG, for the package @napi-rs/canvas of its platform is not installed: ask for .svg',
    fr: 'ce serveur ne peut pas dessiner en PNG, car le paquet @napi-rs/canvas de sa plateforme n’est pas installé : demandez .svg',
  };
  sendError(reply, { code: 'NOT_FOUND', message });
  return reply;
}
