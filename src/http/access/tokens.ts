import { errors, type JWTPayload, jwtVerify } from 'jose';
import type { Logger } from 'pino';
import { type TokenProblem, TokenRefusedError } from '../../domain/access/access-errors.ts';
import { PUBLIC, type Reader } from '../../domain/access/reader.ts';
import { isValidSiren } from '../../domain/nomenclature/siret.ts';
import { type Caller, logName } from './caller.ts';
import { createIssuerKeys, type IssuerAddress } from './issuer-keys.ts';

/** Whose tokens are accepted, and what is read in them. */
export interface TokenSettings extends IssuerAddress {
  /** What `aud` has to name. */
  readonly audience: string;
  /** Names of the claims that have the role, and the SIREN of a body. */
  readonly roleClaim: string;
  readonly sirenClaim: string;
}

/**
 * Finds who a token is of.
 *
 * - Rejects with `TokenRefusedError`, and with `IssuerUnavailableError` while it cannot be verified.
 */
export type CheckToken = (token: string) => Promise<Caller>;

/** Algorithms with a public key: by a shared secret whoever verifies could sign. */
const ALGORITHMS = [
  ...(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] as const),
  ...(['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'] as const),
];

/** Seconds by which clocks may differ. */
const TOLERANCE = 5;

/** A subject: text without control characters, as long as OpenID Connect allows. */
const SUBJECT = /^[^\p{Cc}]{1,255}$/u;

/** Makes the check of tokens. Neither they nor their claims are logged. */
export function createTokenCheck(
  settings: TokenSettings,
  { clock, logger }: { readonly clock: () => Date; readonly logger: Logger },
): CheckToken {
  const { issuer, audience } = settings;
  const keys = createIssuerKeys(settings, logger);
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        ...{ issuer, audience, algorithms: ALGORITHMS, clockTolerance: TOLERANCE },
        ...{ currentDate: clock(), requiredClaims: ['exp', 'sub'] },
      });
      return callerOf(payload, settings);
    } catch (error) {
      if (error instanceof errors.JOSEError) throw new TokenRefusedError(problemOf(error));
      throw error;
    }
  };
}

/** Who verified claims are of. */
function callerOf(claims: JWTPayload, settings: TokenSettings): Caller {
  const { sub = '', exp = 0 } = claims;
  if (typeof sub !== 'string' || !SUBJECT.test(sub) || !sub.isWellFormed())
    throw new TokenRefusedError('SUBJECT');
  return { name: logName(sub), reader: readerOf(claims, sub, settings), expiresAt: 1_000 * exp };
}

function readerOf(
  claims: JWTPayload,
  name: string,
  { roleClaim, sirenClaim }: TokenSettings,
): Reader {
  const claim = (of: string) => (Object.hasOwn(claims, of) ? claims[of] : null) ?? null;
  const siren = claim(sirenClaim);
  switch (claim(roleClaim)) {
    case null:
      return PUBLIC;
    case 'operator':
      return { role: 'OPERATOR', name };
    case 'examiner':
      return { role: 'EXAMINER', name };
    case 'body':
      if (typeof siren === 'string' && isValidSiren(siren)) return { role: 'BODY', siren, name };
      throw new TokenRefusedError('SIREN');
    default:
      throw new TokenRefusedError('ROLE');
  }
}

const PROBLEMS: Readonly<Record<string, TokenProblem>> = {
  iss: 'ISSUER',
  aud: 'AUDIENCE',
  sub: 'SUBJECT',
};

function problemOf(error: errors.JOSEError): TokenProblem {
  if (error instanceof errors.JWTExpired) return 'EXPIRED';
  const claim = error instanceof errors.JWTClaimValidationFailed ? error.claim : '';
  return PROBLEMS[claim] ?? 'UNREADABLE';
}
