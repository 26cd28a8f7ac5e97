import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';
import type { Logger } from 'pino';
import { isAcceptedAddress } from '../../domain/accepted-address.ts';
import { IssuerUnavailableError } from '../../domain/access/access-errors.ts';
import { RETRY_SECONDS } from '../errors.ts';

/** Where the keys of an issuer are. */
export interface IssuerAddress {
  readonly issuer: string;
  /** null = where its discovery document says. */
  readonly jwksUrl: string | null;
}

/** Milliseconds that the issuer has for each answer. */
const TIMEOUT_MS = 3_000;

/** Milliseconds after a fetch in which a token with an unknown key has the keys fetched no second time. */
const COOLDOWN_MS = 30_000;

/** Milliseconds after a failure in which the issuer is not asked again. */
const AFTER_FAILURE_MS = 1_000 * RETRY_SECONDS;

/** What is wrong with a token, and not with the issuer. */
const OF_TOKEN = [
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
  errors.JOSENotSupported,
];

/**
 * Makes what finds the key that signed a token. Keys are fetched when the first token comes, and again
 * when they are ten minutes old or one is not among them; callers that wait share one fetch.
 *
 * - Throws `IssuerUnavailableError` when they cannot be had: what went wrong is logged once, and for
 *   some seconds nobody waits for it again.
 */
export function createIssuerKeys(
  { issuer, jwksUrl }: IssuerAddress,
  logger: Pick<Logger, 'error'>,
): JWTVerifyGetKey {
  let failure: { readonly at: number; readonly error: unknown } | null = null;
  const fetchKeys: typeof fetch = async (address, init) => {
    if (failure && performance.now() < failure.at + AFTER_FAILURE_MS) throw failure.error;
    return fetch(address, init);
  };
  const open = async () => {
    const address = jwksUrl ?? (await discoveredAddress(issuer, fetchKeys));
    return createRemoteJWKSet(new URL(address), {
      timeoutDuration: TIMEOUT_MS,
      cooldownDuration: COOLDOWN_MS,
      [customFetch]: fetchKeys,
    });
  };
  let opened: ReturnType<typeof open> | null = null;
  return async (header, token) => {
    try {
      opened ??= open();
      opened.catch(() => {
        opened = null;
      });
      const keys = await opened;
      return await keys(header, token);
    } catch (error) {
      if (OF_TOKEN.some((each) => error instanceof each)) throw error;
      if (failure?.error !== error) {
        failure = { at: performance.now(), error };
        logger.error({ err: error, issuer }, 'the keys of the issuer of tokens cannot be fetched');
      }
      throw new IssuerUnavailableError(error);
    }
  };
}

/** The address of keys in the discovery document of an issuer (OpenID Connect Discovery 1.0, 4). */
async function discoveredAddress(issuer: string, fetchKeys: typeof fetch): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetchKeys(address, {
    headers: { accept: 'application/json' },
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (response.status !== 200)
    throw new Error(`${address} answered ${response.status}: 200 is accepted`);
  const document = (await response.json()) as Readonly<Record<string, unknown>> | null;
  const { issuer: named, jwks_uri: keys } = document ?? {};
  if (named !== issuer) throw new Error(`${address} is of another issuer than ${issuer}`);
  if (typeof keys === 'string' && isAcceptedAddress(keys)) return keys;
  throw new Error(`${address} has no jwks_uri with https, without user and password`);
}
