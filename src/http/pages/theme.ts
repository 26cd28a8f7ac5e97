import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { THEME_FILES } from '../../web/theme/files.ts';
import type { Theme } from '../../web/theme/theme.ts';
import { compress } from '../cache/compression.ts';
import { preferredEncoding } from '../cache/negotiation.ts';
import type { OwnTheme } from './own-theme.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** What pages look like. */
    theme: Theme;
  }
}

/** A file as it is served. */
interface ServedFile {
  readonly name: string;
  readonly type: string;
  readonly body: Buffer;
  /** Another content has another address. */
  readonly address: string;
}

/** The files of the product, some kilobytes. */
const FILES: readonly ServedFile[] = THEME_FILES.map(({ name, type, source }) => {
  const body = readFileSync(source);
  return { name, type, body, address: `/theme/${hashOf([body])}-${name}` };
});

function hashOf(bodies: readonly Buffer[]): string {
  const hash = createHash('sha256');
  for (const body of bodies) hash.update(body);
  return hash.digest('base64url').slice(0, 12);
}

/** The operator's files, which name each other: they have one folder, of the content of all. */
function ownFiles({ files }: OwnTheme): readonly ServedFile[] {
  const folder = `/theme/own-${hashOf(files.map(({ body }) => body))}`;
  return files.map((file) => ({ ...file, address: `${folder}/${file.name}` }));
}

/** Serves the files of the theme, to be kept for a year, and tells pages their addresses. */
export function registerTheme(app: FastifyInstance, own: OwnTheme): void {
  const added = ownFiles(own);
  const addressOf = (name: string) => FILES.find((file) => file.name === name)?.address ?? '';
  const addedOf = (...names: string[]) =>
    added.find(({ name }) => names.includes(name))?.address ?? null;
  app.decorate('theme', {
    name: own.name,
    asset: addressOf,
    styles: [addressOf('style.css'), addedOf('theme.css')].filter((each) => each !== null),
    icon: addedOf('icon.svg', 'icon.png', 'icon.ico') ?? addressOf('icon.svg'),
    logo: addedOf('logo.svg', 'logo.png'),
  });
  for (const file of [...FILES, ...added]) serveFile(app, file);
}

/** Nothing of another site, nothing inline: the policy of every page. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

function serveFile(app: FastifyInstance, { type, body, address }: ServedFile): void {
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
