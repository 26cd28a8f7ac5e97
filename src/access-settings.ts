import { isAcceptedAddress } from './domain/accepted-address.ts';
import { PUBLIC, type Reader } from './domain/access/reader.ts';
import { isValidSiren } from './domain/nomenclature/siret.ts';

/** A key that callers may give, by its name and its SHA-256 in hexadecimal, and what its owner may read. */
interface KeySetting {
  readonly name: string;
  readonly sha256: string;
  /** Absent of a key without a role. */
  readonly reader?: Reader;
}

/** Whose tokens are accepted, and what is read in them. */
export interface OidcSettings {
  /** As `iss` has it. */
  readonly issuer: string;
  /** What `aud` has to name. */
  readonly audience: string;
  /** Where its keys are; null = where its discovery document says. */
  readonly jwksUrl: string | null;
  readonly roleClaim: string;
  readonly sirenClaim: string;
}

/** A name, which the log shows, the hash of a key, and perhaps a role. */
const API_KEY = /^([\w.-]{1,64}):([0-9a-f]{64})(?::([\w=]+))?$/i;

function readKey(text: string): KeySetting | null {
  const [, name, sha256, role] = API_KEY.exec(text.trim()) ?? [];
  if (name === undefined || sha256 === undefined) return null;
  const reader = readRole(role, name);
  if (reader === null) return null;
  return { name, sha256: sha256.toLowerCase(), ...(reader !== PUBLIC && { reader }) };
}

/** The reader of a role; null when there is no such role. */
function readRole(role: string | undefined, name: string): Reader | null {
  if (role === undefined) return PUBLIC;
  if (role === 'operator') return { role: 'OPERATOR', name };
  if (role === 'examiner') return { role: 'EXAMINER', name };
  const siren = /^body=(\d{9})$/.exec(role)?.[1];
  return siren !== undefined && isValidSiren(siren) ? { role: 'BODY', siren, name } : null;
}

/** The keys of a list, and the places, from 1, of what is no key or stands for two. */
function readList(text: string): { keys: readonly KeySetting[]; wrong: readonly number[] } {
  const read = text.split(',').map(readKey);
  const keys = read.filter((each) => each !== null);
  const isTwice = ({ name, sha256 }: KeySetting) =>
    keys.filter((other) => other.name === name).length > 1 ||
    // Without a role two names may share a key; with one it would be unclear who asks.
    keys
      .filter((other) => other.sha256 === sha256)
      .some((other, _place, same) => same.length > 1 && other.reader !== undefined);
  const wrong = read.flatMap((each, place) => (each && !isTwice(each) ? [] : [place + 1]));
  return { keys, wrong };
}

/** The keys of a list; null when one of them cannot be used. */
export function readApiKeys(text: string): readonly KeySetting[] | null {
  const { keys, wrong } = readList(text);
  return wrong.length > 0 ? null : keys;
}

/** What is said of keys that cannot be used. Nothing of them is repeated: a key may stand where its hash should. */
export function complainOfKeys(text: string): string {
  const { wrong } = readList(text);
  const which = wrong.length === 1 ? `entry ${wrong[0]} is` : `entries ${wrong.join(', ')} are`;
  return `cannot be used: name:hash is accepted, or name:hash:role, or several between commas, each with a name of its own of letters, digits and . _ -, the SHA-256 of the key in 64 hexadecimal digits, and as role operator, examiner, or body= and a SIREN of nine digits with a right check digit; a key with a role has one name; ${which} none of these`;
}

/** What is said of an address of an issuer that cannot be used. Not repeated: a password may stand in it. */
export const complainOfAddress = () =>
  'cannot be used: https without user and password is accepted, for example https://login.example.org/realms/debouches; http is accepted for this machine alone (localhost, 127.0.0.1, [::1])';

/** Whether a text can be the address of an issuer: it has neither query nor fragment. */
export function isIssuer(text: string): boolean {
  return isAcceptedAddress(text) && !/[?#\s]/.test(text);
}

/** Whether a text can be the name of a claim. */
export function isClaimName(text: string): boolean {
  return /^[\w:./-]{1,200}$/.test(text);
}

interface GivenOidc {
  readonly OIDC_ISSUER?: string | undefined;
  readonly OIDC_AUDIENCE?: string | undefined;
  readonly OIDC_JWKS_URL?: string | undefined;
  readonly OIDC_ROLE_CLAIM: string;
  readonly OIDC_SIREN_CLAIM: string;
}

/** One line for each setting of tokens that lacks another one. */
export function lackingOidc(settingIn: (name: string) => string | undefined): string[] {
  const [issuer, audience, keys] = ['OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_JWKS_URL'].map(settingIn);
  if (issuer === undefined) {
    return [
      ...(audience === undefined ? [] : ['OIDC_AUDIENCE']),
      ...(keys === undefined ? [] : ['OIDC_JWKS_URL']),
    ].map(
      (name) => `${name} is set without OIDC_ISSUER: it is accepted beside the issuer of tokens`,
    );
  }
  return audience === undefined
    ? ['OIDC_ISSUER is set without OIDC_AUDIENCE: give what its tokens for this server have as aud']
    : [];
}

/** Whose tokens are accepted; null when nobody's are. */
export function oidcOf(given: GivenOidc): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_JWKS_URL: jwksUrl = null } = given;
  if (issuer === undefined || audience === undefined) return null;
  return {
    ...{ issuer, audience, jwksUrl },
    ...{ roleClaim: given.OIDC_ROLE_CLAIM, sirenClaim: given.OIDC_SIREN_CLAIM },
  };
}
