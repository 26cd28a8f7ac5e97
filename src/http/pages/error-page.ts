import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Bilingual } from '../../domain/bilingual.ts';
import { renderError } from '../../web/render.ts';
import { MOST_ECHO, shorten } from '../shorten.ts';
import { pageRequestOf, pathOf } from './page-request.ts';
import { PAGE_POLICY } from './theme.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the route is a page: its errors are pages too. */
    page?: boolean;
  }
}

/** What makes a route a page. */
export const A_PAGE = { config: { page: true } } as const;

/** Whether somebody reads in a browser what is sent: a page was asked for, or an unknown address. */
export function isForPage({ method, headers, is404, routeOptions }: FastifyRequest): boolean {
  if (routeOptions?.config?.page) return true;
  return is404 && method === 'GET' && (headers.accept?.includes('text/html') ?? false);
}

/** Sends a page that says what is wrong, with the status that the reply has. */
export function sendErrorPage(reply: FastifyReply, message: Bilingual): void {
  const asked = pageRequestOf(reply.request);
  const { language } = asked;
  const isMissing = reply.statusCode === 404;
  reply
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': PAGE_POLICY,
      'cache-control': 'no-store',
      vary: 'accept, accept-language',
    })
    .send(
      renderError(
        { ...asked, path: {} },
        {
          ...{ self: pathOf(reply.request), theme: reply.server.theme, isMissing, status: null },
          message: shorten(message[language], MOST_ECHO),
        },
      ),
    );
}
