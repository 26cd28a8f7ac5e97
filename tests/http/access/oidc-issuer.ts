import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  exportJWK,
  type GenerateKeyPairResult,
  generateKeyPair,
  type JWK,
  type JWTPayload,
  SignJWT,
} from 'jose';

/** The instant that servers of these tests stand at, in seconds. */
export const NOW = Date.parse('2026-11-02T12:00:00Z') / 1000;

export const AUDIENCE = 'debouches';

/** A key of an issuer. */
export interface SigningKey extends GenerateKeyPairResult {
  readonly kid: string;
  readonly alg: string;
  readonly jwk: JWK;
}

/** Makes a key that nobody knows of yet. */
export async function signingKey(kid: string, alg = 'RS256'): Promise<SigningKey> {
  const pair = await generateKeyPair(alg, { extractable: true });
  return { ...pair, kid, alg, jwk: { ...(await exportJWK(pair.publicKey)), kid, alg, use: 'sig' } };
}

/** Signs claims with a key; of what is absent the usual. */
export function signed(
  { privateKey, alg, kid }: Pick<SigningKey, 'privateKey' | 'alg' | 'kid'>,
  claims: JWTPayload,
): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(privateKey);
}

/** An issuer of tokens on this machine: what it answers can be changed at any time. */
export interface OidcIssuer extends AsyncDisposable {
  /** Its address, as `iss` has it. */
  readonly url: string;
  /** The keys that it gives. */
  keys: readonly SigningKey[];
  /** Answers in place of it; null = it answers itself. */
  answer: ((response: ServerResponse, path: string) => void) | null;
  /** Paths that were asked for so far. */
  readonly asked: string[];
  /** What is set for a server that accepts its tokens. */
  readonly settings: {
    readonly issuer: string;
    readonly audience: string;
    readonly jwksUrl: null;
    readonly roleClaim: string;
    readonly sirenClaim: string;
  };
  /** A token by its first key; claims are added to the usual ones, or left out by `undefined`. */
  token(claims?: Readonly<Record<string, unknown>>): Promise<string>;
}

/** Opens an issuer with one key. */
export async function openIssuer(): Promise<OidcIssuer> {
  const server = createServer(({ url: path = '' }, response) => {
    issuer.asked.push(path);
    if (issuer.answer) {
      issuer.answer(response, path);
      return;
    }
    const body =
      path === '/realms/x/.well-known/openid-configuration'
        ? { issuer: issuer.url, jwks_uri: `${issuer.url}/keys` }
        : path === '/realms/x/keys'
          ? { keys: issuer.keys.map(({ jwk }) => jwk) }
          : null;
    response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realms/x`;
  const issuer: OidcIssuer = {
    url,
    keys: [await signingKey('first')],
    answer: null,
    asked: [],
    settings: {
      ...{ issuer: url, audience: AUDIENCE, jwksUrl: null },
      ...{ roleClaim: 'debouches_role', sirenClaim: 'siren' },
    },
    token: (claims = {}) =>
      signed(issuer.keys[0] as SigningKey, {
        ...{ iss: url, aud: AUDIENCE, sub: 'somebody', exp: NOW + 600, iat: NOW },
        ...claims,
      }),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return issuer;
}

/** The header that gives a token. */
export function bearer(token: string): { readonly authorization: string } {
  return { authorization: `Bearer ${token}` };
}
