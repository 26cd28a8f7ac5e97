import type { FastifyRequest } from 'fastify';
import type { PageRequest } from '../../web/page.ts';
import { languageOf } from '../../web/render.ts';
import { preferredLanguage } from '../cache/negotiation.ts';
import { originOf } from '../origin.ts';

/** What a page is asked with, in the language of `lang`, else the one that the reader prefers. */
export function pageRequestOf(request: FastifyRequest): PageRequest {
  const { url, params, headers } = request;
  const query = new URLSearchParams(url.split('?', 2)[1]);
  const preferred = preferredLanguage(headers['accept-language'], 'fr');
  const path = params as Readonly<Record<string, string>>;
  return { path, query, language: languageOf(query, preferred), origin: originOf(request) };
}

/** The path of a request, without its query. */
export function pathOf({ url }: FastifyRequest): string {
  return url.split('?', 1)[0] ?? '/';
}
