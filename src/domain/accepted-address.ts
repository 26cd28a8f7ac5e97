/** An address of IPv6 as a setting has it, and as a URL does. */
const LOOPBACK_NAMES: readonly string[] = ['localhost', '::1', '[::1]'];

/** Whether a host is this machine, by an address or a name that can be no other. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK_NAMES.includes(hostname) || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/**
 * Whether what is trusted may be asked of an address: https, or http of this machine alone, whose answers
 * nobody on the way can change. No user or password: they would stand in messages.
 */
export function isAcceptedAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url?.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}
