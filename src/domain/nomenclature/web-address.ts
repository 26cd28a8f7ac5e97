// Names with a dot: a public site has one, and `http://http://…` has none.
const HOST = /^[\w-]+(\.[\w-]+)+\.?$/;
// After a / or = it is part of the address: an archive, a redirection.
const SECOND_ADDRESS = /[^/=]https?:\/\//i;

/**
 * Whether a text is one address of a public web page and nothing else: http or https written out,
 * a host name with a dot, no spaces, no second address behind it.
 */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(text) || SECOND_ADDRESS.test(text)) return false;
  const url = URL.parse(text);
  return url !== null && HOST.test(url.hostname);
}
