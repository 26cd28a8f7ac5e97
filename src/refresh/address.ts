import { isAcceptedAddress } from '../domain/accepted-address.ts';

/**
 * The address that a catalogue or a redirect names; null when it is not accepted. An https server
 * does not lead to http, be it of this machine.
 */
export function parseAddress(text: string, from: URL): URL | null {
  const url = URL.parse(text, from.href);
  if (!url || !isAcceptedAddress(url.href)) return null;
  return from.protocol === 'https:' && url.protocol !== 'https:' ? null : url;
}
