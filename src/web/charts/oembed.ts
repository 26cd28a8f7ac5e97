import type { PageContent, PageContext } from '../page.ts';

/** Where what embeds an address is asked for, as oEmbed has it. */
export function oembedAddress(address: string): string {
  return `/oembed?${new URLSearchParams({ url: address })}`;
}

type Link = NonNullable<PageContent['links']>[number];

/** By which editors find the chart of a page: that of its parameters, in its language. */
export function chartLink(
  name: string,
  { query, language }: PageContext,
  { title, code }: { readonly title: string; readonly code?: string },
): Link {
  const own = new URLSearchParams(query);
  own.set('lang', language);
  if (code !== undefined) own.set('code', code);
  const href = oembedAddress(`/embed/${name}?${own}`);
  return { rel: 'alternate', type: 'application/json+oembed', href, title };
}
