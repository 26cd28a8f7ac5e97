import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import type { AssetPath } from '../../web/layout/layout.ts';
import { THEME_FILES } from '../../web/theme/files.ts';
import { compress } from '../cache/compression.ts';
import { preferredEncoding } from '../cache/negotiation.ts';

const FOLDER = '/theme/';

/** Serves the files of the theme, for a year: another content has another address. Gives the addresses. */
export async function registerTheme(app: FastifyInstance): Promise<AssetPath> {
  const addresses = new Map<string, string>();
  for (const { name, type, source } of THEME_FILES) {
    const body = await readFile(source);
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12);
    const address = `${FOLDER}${hash}-${name}`;
    addresses.set(name, address);
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
  return (file) => addresses.get(file) ?? FOLDER;
}
