import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { AssetPath } from '../../web/layout/layout.ts';
import { THEME_FILES } from '../../web/theme/files.ts';
import { compress } from '../cache/compression.ts';
import { preferredEncoding } from '../cache/negotiation.ts';

/** The files of the theme, some kilobytes; another content has another address. */
const FILES = THEME_FILES.map(({ name, type, source }) => {
  const body = readFileSync(source);
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12);
  return { name, type, body, address: `/theme/${hash}-${name}` };
});

const ADDRESSES = new Map(FILES.map(({ name, address }) => [name, address]));

/** The address of a file of the theme. */
export const assetPath: AssetPath = (name) => ADDRESSES.get(name) ?? '/theme/';

/** Nothing of another site, nothing inline: the policy of every page. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves the files of the theme, to be kept for a year. */
export function registerTheme(app: FastifyInstance): void {
  for (const { type, body, address } of FILES) {
    const packed = new Map<string, ReturnType<typeof compress>>();
    app.get(address, async ({ headers }, reply) => {
      const wanted = preferredEncoding(headers);
      const made = packed.get(wanted) ?? compress(body, wanted);
      packed.set(wanted, made);
      const sent = await made;
      return reply
        .headers({
          'content-type': type,
          ...(sent.encoding !== 'identity' && { 'content-encoding': sent.encoding }),
          'cache-control': 'public, max-age=31536000, immutable',
          vary: 'accept-encoding',
        })
        .send(sent.body);
    });
  }
}
