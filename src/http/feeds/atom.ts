import { createHash } from 'node:crypto';
import { xmlText } from '../../domain/xml-text.ts';

/** A feed as readers of Atom take it (RFC 4287). All texts are plain but for contents, which are HTML. */
export interface AtomFeed {
  /** An IRI that never changes. */
  readonly id: string;
  /** Of its texts, as `fr`. */
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  readonly updated: Date;
  readonly author: string;
  readonly rights: string;
  readonly links: readonly AtomLink[];
  readonly entries: readonly AtomEntry[];
}

export interface AtomLink {
  readonly rel: 'self' | 'next' | 'alternate' | 'related' | 'license';
  readonly href: string;
}

export interface AtomEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: Date;
  readonly links: readonly AtomLink[];
  readonly categories: readonly { readonly term: string; readonly label: string }[];
  /** Lines of its contents. */
  readonly lines: readonly string[];
}

/** A feed as XML. */
export function atomOf(feed: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(feed.language)}">`,
    ...[element('id', feed.id), element('title', feed.title)],
    ...[element('subtitle', feed.subtitle), element('updated', feed.updated.toISOString())],
    `<author>${element('name', feed.author)}</author>`,
    ...[element('rights', feed.rights), element('generator', 'Débouchés')],
    ...feed.links.map(link),
    ...feed.entries.map(entry),
    '</feed>\n',
  ].join('\n');
}

function entry({ id, title, updated, links, categories, lines }: AtomEntry): string {
  const items = lines.map((line) => `<li>${xmlText(line)}</li>`).join('');
  return [
    '<entry>',
    ...[element('id', id), element('title', title), element('updated', updated.toISOString())],
    ...links.map(link),
    ...categories.map(
      ({ term, label }) => `<category term="${xmlText(term)}" label="${xmlText(label)}"/>`,
    ),
    `<content type="html">${xmlText(`<ul>${items}</ul>`)}</content>`,
    '</entry>',
  ].join('\n');
}

function link({ rel, href }: AtomLink): string {
  return `<link rel="${rel}" href="${xmlText(href)}"/>`;
}

function element(name: string, text: string): string {
  return `<${name}>${xmlText(text)}</${name}>`;
}

/** An IRI that the same parts always have: a UUID of version 8 (RFC 9562). */
export function urnOf(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  const fields = [
    ...[hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`],
    ...[`${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)],
  ];
  return `urn:uuid:${fields.join('-')}`;
}
