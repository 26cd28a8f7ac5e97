import { isIP } from 'node:net';
import { join } from 'node:path';
import { distance } from 'fastest-levenshtein';
import * as v from 'valibot';
import {
  complainOfAddress,
  complainOfKeys,
  isClaimName,
  isIssuer,
  lackingOidc,
  type OidcSettings,
  oidcOf,
  readApiKeys,
} from './access-settings.ts';
import { isAcceptedAddress } from './domain/accepted-address.ts';
import type { Reader } from './domain/access/reader.ts';
import { DEFAULT_CHOICES, type MethodChoices } from './domain/method.ts';
import { PUBLICATION_FILES_BYTES } from './http/open-data/files-bytes.ts';
import { isTimeOfDay } from './refresh/schedule.ts';
import { PAST_BOUNDS } from './snapshot/store.ts';

/** The settings of the server and of its commands, checked. */
export interface Config {
  /** TCP port; 0 lets the system choose a free one. */
  readonly port: number;
  /** Address or name to listen on. */
  readonly host: string;
  /** Folder of the embedded database. */
  readonly dataDir: string;
  /** PostgreSQL to use instead of the embedded database; null without one. Holds a password. */
  readonly databaseUrl: string | null;
  /** A replica of it that answers are read from; null without one. May hold a password. */
  readonly databaseReplicaUrl: string | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** How long an answer may take, in milliseconds; its statement is then cancelled. */
  readonly requestTimeout: number;
  /** The most groups that one statistic may have. */
  readonly maxGroups: number;
  /** The most that one operation may cost, in milliseconds of processor. */
  readonly maxCost: number;
  /** Operations that read the database at once, each over a connection of its own. */
  readonly maxConcurrentQueries: number;
  /** Report files that are sent at once. */
  readonly maxConcurrentReports: number;
  /** Reports that may wait in the queue. */
  readonly reportQueueLimit: number;
  /** How long a report may take, its wait included, in milliseconds. */
  readonly reportTimeout: number;
  /** Bytes of the answers that are kept in memory; 0 keeps none. */
  readonly cacheBytes: number;
  /** What a client is to read in each second while it is waited for, in bytes. */
  readonly minReadBytesPerSecond: number;
  /** Connections that may be open. */
  readonly maxConnections: number;
  /** Past publications in memory: how many, and their bytes by estimate. */
  readonly maxPastPublications: number;
  readonly pastPublicationsBytes: number;
  /** Subscriptions that may be open. */
  readonly maxSubscriptions: number;
  /** Whether callers without a key may ask persisted operations alone. */
  readonly persistedOperationsOnly: boolean;
  /** What the method leaves to choose. */
  readonly method: MethodChoices;
  /** Keys that callers may give, each by its name and its SHA-256 in hexadecimal, with what its owner may read. */
  readonly apiKeys: readonly {
    readonly name: string;
    readonly sha256: string;
    readonly reader?: Reader;
  }[];
  /** Whose tokens are accepted; null = nobody's. */
  readonly oidc: OidcSettings | null;
  /** What one client, a key or an address, may spend; both in milliseconds of processor. */
  readonly allowance: { readonly burst: number; readonly perSecond: number };
  /** Proxies whose `X-Forwarded-For` is believed: how many, or their addresses; null = none. */
  readonly trustedProxies: number | readonly string[] | null;
  /** What pages call the site; null = the name of the product. */
  readonly siteName: string | null;
  /** Folder of the operator's theme of pages; null without one. */
  readonly themeFolder: string | null;
  /** Folder of the whole files of publications; null = a temporary one. */
  readonly filesDir: string | null;
  /** Bytes of all of them together. */
  readonly filesMaxBytes: number;
  /** Storage that `export` writes to, by the protocol of S3; null = that of AWS. */
  readonly s3Endpoint: string | null;
  readonly s3Region: string;
  /** What hashes of holders of surveys, and noise, are keyed by; null = there are no surveys. */
  readonly surveySecret: string | null;
  /** How long rows of holders are kept after the end of the year of their award, in months. */
  readonly surveyRetentionMonths: number;
  /** Where new exports are looked for and downloaded to. */
  readonly refresh: RefreshSettings;
  /** What to tell whoever runs the program: settings that were given by an old name. */
  readonly warnings: readonly string[];
}

/** How new exports are got. */
export interface RefreshSettings {
  /** Whether a server gets them by itself. */
  readonly byServer: boolean;
  /** The site whose API lists them. */
  readonly url: string;
  /** Folder of the downloads. */
  readonly folder: string;
  /** The most that one of them may have, in bytes. */
  readonly maxBytes: number;
  /** When each day, `HH:MM` in Paris. */
  readonly at: string;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Settings that cannot be used: one line per problem. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Quoted as given, so that a stray space or quote is seen. */
const quoted = (input: unknown) => JSON.stringify(input);

/** A text that is accepted as it is. */
function accepted(test: (text: string) => boolean, complaint: (given: string) => string) {
  return v.pipe(
    v.string(),
    v.check(test, ({ input }) => complaint(input)),
  );
}

/** A setting that is one of some words. */
function oneOf<Word extends string>(words: readonly Word[], list: string) {
  return v.picklist(words, ({ input }) => `is ${quoted(input)}: ${list} is accepted`);
}

/** A setting that is a whole number within bounds. */
function wholeNumber(from: number, to: number, byDefault: number) {
  const setting = v.pipe(
    accepted(
      (text) => /^\d{1,10}$/.test(text) && Number(text) >= from && Number(text) <= to,
      (given) => `is ${quoted(given)}: a whole number from ${from} to ${to} is accepted`,
    ),
    v.transform(Number),
  );
  return v.optional(setting, String(byDefault));
}

/** A setting that is some whole numbers between commas, in ascending order. */
function ascendingNumbers<Numbers extends readonly number[]>(
  count: number,
  to: number,
  byDefault: Numbers,
) {
  const read = (text: string) => text.split(',').map((each) => each.trim());
  const setting = v.pipe(
    accepted(
      (text) => {
        const given = read(text);
        const numbers = given.map(Number);
        return (
          given.length === count &&
          given.every((each) => /^\d{1,7}$/.test(each)) &&
          numbers.every((each, place) => each <= to && each > (numbers[place - 1] ?? -1))
        );
      },
      (given) =>
        `is ${quoted(given)}: ${count} whole numbers up to ${to}, ascending, between commas are accepted, for example ${byDefault.join(',')}`,
    ),
    v.transform((text) => read(text).map(Number) as unknown as Numbers),
  );
  return v.optional(setting, byDefault.join(','));
}

/** A setting that is the name of a claim of tokens. */
function claimName(byDefault: string) {
  const setting = accepted(
    isClaimName,
    (given) =>
      `is ${quoted(given)}: up to 200 letters, digits and _ . : / - are accepted, for example ${byDefault}`,
  );
  return v.optional(setting, byDefault);
}

/** A setting that is the address of a PostgreSQL server, or nothing. */
function postgresAddress(orNothing: string) {
  return accepted(
    (text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text),
    // Of the value only the scheme is repeated: all else may hold a password.
    (given) => {
      const scheme = /^[\w+.-]+:\/\//.exec(given)?.[0];
      return `${scheme ? `begins with ${scheme}` : 'has no scheme'} and cannot be used: postgres://user:password@host:5432/database is accepted, with special characters of the password percent-encoded, or ${orNothing}`;
    },
  );
}

/** How many proxies, or the addresses or networks of some; null when a text is neither. */
function readProxies(text: string): Config['trustedProxies'] {
  if (/^[1-9]$/.test(text)) return Number(text);
  const addresses = text.split(',').map((each) => each.trim());
  return addresses.every(isNetwork) ? addresses : null;
}

function isNetwork(text: string): boolean {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(address);
  return version !== 0 && Number(bits ?? 0) <= (version === 4 ? 32 : 128);
}

const SETTINGS = v.object({
  PORT: wholeNumber(0, 65_535, 4000),
  HOST: v.optional(
    accepted(
      (text) => /^[\w.:%-]+$/.test(text),
      (given) =>
        `is ${quoted(given)}: an address or a host name is accepted, for example 127.0.0.1 or 0.0.0.0`,
    ),
    '127.0.0.1',
  ),
  DATA_DIR: v.optional(v.string(), '.data'),
  DATABASE_URL: v.optional(postgresAddress('nothing for the embedded database')),
  DATABASE_REPLICA_URL: v.optional(postgresAddress('nothing to read from DATABASE_URL')),
  LOG_LEVEL: v.optional(oneOf(LOG_LEVELS, `one of ${LOG_LEVELS.join(', ')}`), 'info'),
  REQUEST_TIMEOUT_MS: wholeNumber(100, 600_000, 10_000),
  MAX_GROUPS: wholeNumber(1, 1_000_000, 10_000),
  OPERATION_COST: wholeNumber(1, 86_400_000, 2000),
  MAX_CONCURRENT_QUERIES: wholeNumber(1, 100, 4),
  MAX_CONCURRENT_REPORTS: wholeNumber(1, 1000, 4),
  REPORT_QUEUE_LIMIT: wholeNumber(0, 100_000, 380),
  REPORT_TIMEOUT_MS: wholeNumber(1000, 86_400_000, 600_000),
  CACHE_BYTES: wholeNumber(0, 4_294_967_296, 67_108_864),
  MIN_READ_BYTES_PER_SECOND: wholeNumber(1, 1_000_000_000, 10_000),
  MAX_CONNECTIONS: wholeNumber(10, 1_000_000, 4000),
  MAX_PAST_PUBLICATIONS: wholeNumber(1, 100, PAST_BOUNDS.most),
  PAST_PUBLICATIONS_BYTES: wholeNumber(1_000_000, 1e12, PAST_BOUNDS.bytes),
  MAX_SUBSCRIPTIONS: wholeNumber(0, 100_000, 1000),
  PERSISTED_OPERATIONS_ONLY: v.optional(oneOf(['true', 'false'], 'true or false'), 'false'),
  CLIENT_BURST_MS: wholeNumber(100, 86_400_000, 30_000),
  CLIENT_MS_PER_SECOND: wholeNumber(0, 100_000, 500),
  TRUST_PROXY: v.optional(
    v.pipe(
      accepted(
        (text) => readProxies(text) !== null,
        (given) =>
          `is ${quoted(given)}: the number of proxies before this server, 1 to 9, is accepted, or their addresses or networks between commas, for example 10.0.0.0/8`,
      ),
      v.transform(readProxies),
    ),
  ),
  SITE_NAME: v.optional(
    accepted(
      (text) => text.length <= 60,
      (given) => `is ${quoted(given)}: up to 60 characters are accepted`,
    ),
  ),
  THEME_DIR: v.optional(v.string()),
  FILES_DIR: v.optional(v.string()),
  FILES_MAX_BYTES: wholeNumber(1, 9_999_999_999, PUBLICATION_FILES_BYTES),
  S3_ENDPOINT: v.optional(
    accepted(
      isAcceptedAddress,
      // Not repeated: a password may stand in it.
      () =>
        'cannot be used: the address of a storage is accepted, https without user and password, for example https://s3.gra.io.cloud.ovh.net; http is accepted for this machine alone (localhost, 127.0.0.1, [::1])',
    ),
  ),
  S3_REGION: v.optional(
    accepted(
      (text) => /^[\w-]{1,40}$/.test(text),
      (given) =>
        `is ${quoted(given)}: up to 40 letters, digits, - and _ are accepted, for example eu-west-3`,
    ),
    'us-east-1',
  ),
  SURVEY_SECRET: v.optional(
    accepted(
      (text) => text.length >= 32,
      // Nothing of it is repeated.
      (given) => `has ${given.length} characters: 32 or more are accepted, made by chance`,
    ),
  ),
  SURVEY_RETENTION_MONTHS: wholeNumber(24, 600, 60),
  REFRESH: v.optional(oneOf(['true', 'false'], 'true or false'), 'false'),
  REFRESH_URL: v.optional(
    accepted(
      isAcceptedAddress,
      // Not repeated: a password may stand in it.
      () =>
        'cannot be used: the address of a site is accepted, https without user and password, for example https://www.data.gouv.fr; http is accepted for this machine alone (localhost, 127.0.0.1, [::1])',
    ),
    'https://www.data.gouv.fr',
  ),
  REFRESH_DIR: v.optional(v.string()),
  REFRESH_MAX_BYTES: wholeNumber(1, 9_999_999_999, 1_073_741_824),
  REFRESH_AT: v.optional(
    accepted(
      isTimeOfDay,
      (given) => `is ${quoted(given)}: a time of day from 00:00 to 23:59 is accepted`,
    ),
    '07:00',
  ),
  METHOD_GRACE_MONTHS: wholeNumber(0, 120, DEFAULT_CHOICES.graceMonths),
  METHOD_RELIABILITY_FROM: ascendingNumbers(3, 1_000_000, DEFAULT_CHOICES.reliabilityFrom),
  METHOD_RELIABILITY_COVERAGE: ascendingNumbers(2, 100, DEFAULT_CHOICES.reliabilityCoverage),
  METHOD_FEWEST_PEERS: wholeNumber(1, 1_000_000, DEFAULT_CHOICES.fewestPeers),
  METHOD_FEWEST_FUNNEL_PEERS: wholeNumber(2, 1_000_000, DEFAULT_CHOICES.fewestFunnelPeers),
  METHOD_MINIMUM_BASE: wholeNumber(0, 1_000_000, DEFAULT_CHOICES.minimumBase),
  METHOD_RANKED_FROM: wholeNumber(0, 1_000_000, DEFAULT_CHOICES.rankedFrom),
  METHOD_WINSORISED_PERCENT: wholeNumber(0, 25, 100 * DEFAULT_CHOICES.winsorised),
  METHOD_FEWEST_CERTIFICATIONS: wholeNumber(2, 1_000_000, DEFAULT_CHOICES.fewestCertifications),
  API_KEYS: v.optional(
    v.pipe(
      accepted((text) => readApiKeys(text) !== null, complainOfKeys),
      v.transform((text) => readApiKeys(text) ?? []),
    ),
  ),
  OIDC_ISSUER: v.optional(accepted(isIssuer, complainOfAddress)),
  OIDC_AUDIENCE: v.optional(v.string()),
  OIDC_JWKS_URL: v.optional(accepted(isAcceptedAddress, complainOfAddress)),
  OIDC_ROLE_CLAIM: claimName('debouches_role'),
  OIDC_SIREN_CLAIM: claimName('siren'),
});

/** Names that settings had before 0.2.0, which work until 0.3.0. */
export const OLD_NAMES: Readonly<Record<string, keyof typeof SETTINGS.entries>> = {
  QUESTIONS_RUNNING: 'MAX_CONCURRENT_QUERIES',
  EXPORTS_RUNNING: 'MAX_CONCURRENT_REPORTS',
  EXPORTS_WAITING: 'REPORT_QUEUE_LIMIT',
  EXPORT_TIMEOUT_MS: 'REPORT_TIMEOUT_MS',
  SAVED_DOCUMENTS_ONLY: 'PERSISTED_OPERATIONS_ONLY',
};

/** What the settings of the method begin with: a name that does and is none of them is misspelt. */
const CHOICE = 'METHOD_';

/** One line for each name that would be a setting of the method and is none. */
function unknownChoices(names: readonly string[]): string[] {
  const choices = Object.keys(SETTINGS.entries).filter((name) => name.startsWith(CHOICE));
  return names
    .filter((name) => name.startsWith(CHOICE) && !choices.includes(name))
    .map((name) => {
      const near = choices.toSorted((a, b) => distance(name, a) - distance(name, b));
      return `${name} is not a setting, perhaps ${near[0]} was meant: ${choices.join(', ')} are accepted`;
    });
}

/** One line where a replica is named, and not what it is of. */
function ofNoDatabase(settingIn: (name: string) => string | undefined): string[] {
  const named = settingIn('DATABASE_REPLICA_URL') !== undefined;
  if (!named || settingIn('DATABASE_URL') !== undefined) return [];
  return [
    'DATABASE_REPLICA_URL is set without DATABASE_URL: it is accepted beside the address of the server that it is a replica of',
  ];
}

/**
 * Reads the settings from environment variables; an empty one counts as not set. A setting may have
 * its old name; the new one goes before it. Of the names that it does not know those that begin with
 * `METHOD_` are refused: figures would be made by another method than was meant.
 *
 * - Throws `ConfigError` that lists every problem, never with a password.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const settingIn = (name: string) => env[name]?.trim() || undefined;
  const old = Object.entries(OLD_NAMES).filter(([name]) => settingIn(name) !== undefined);
  const given = [
    ...old.map(([name, current]) => [current, settingIn(name)]),
    ...Object.keys(SETTINGS.entries).map((name) => [name, settingIn(name)]),
  ].filter(([, value]) => value !== undefined);
  const result = v.safeParse(SETTINGS, Object.fromEntries(given));
  const misspelt = unknownChoices(Object.keys(env).filter((name) => settingIn(name) !== undefined));
  const lacking = [...ofNoDatabase(settingIn), ...lackingOidc(settingIn)];
  if (!result.success || misspelt.length > 0 || lacking.length > 0) {
    const refused = result.issues?.map((issue) => `${v.getDotPath(issue)} ${issue.message}`) ?? [];
    const problems = [...refused, ...misspelt, ...lacking];
    throw new ConfigError(
      `the settings cannot be used\n${problems.map((each) => `  ${each}`).join('\n')}`,
    );
  }
  const { output } = result;
  return Object.freeze({
    port: output.PORT,
    host: output.HOST,
    dataDir: output.DATA_DIR,
    surveySecret: output.SURVEY_SECRET ?? null,
    surveyRetentionMonths: output.SURVEY_RETENTION_MONTHS,
    siteName: output.SITE_NAME ?? null,
    themeFolder: output.THEME_DIR ?? null,
    filesDir: output.FILES_DIR ?? null,
    filesMaxBytes: output.FILES_MAX_BYTES,
    s3Endpoint: output.S3_ENDPOINT ?? null,
    s3Region: output.S3_REGION,
    databaseUrl: output.DATABASE_URL ?? null,
    databaseReplicaUrl: output.DATABASE_REPLICA_URL ?? null,
    logLevel: output.LOG_LEVEL,
    requestTimeout: output.REQUEST_TIMEOUT_MS,
    maxGroups: output.MAX_GROUPS,
    maxCost: output.OPERATION_COST,
    maxConcurrentQueries: output.MAX_CONCURRENT_QUERIES,
    maxConcurrentReports: output.MAX_CONCURRENT_REPORTS,
    reportQueueLimit: output.REPORT_QUEUE_LIMIT,
    reportTimeout: output.REPORT_TIMEOUT_MS,
    cacheBytes: output.CACHE_BYTES,
    minReadBytesPerSecond: output.MIN_READ_BYTES_PER_SECOND,
    maxConnections: output.MAX_CONNECTIONS,
    maxPastPublications: output.MAX_PAST_PUBLICATIONS,
    pastPublicationsBytes: output.PAST_PUBLICATIONS_BYTES,
    maxSubscriptions: output.MAX_SUBSCRIPTIONS,
    persistedOperationsOnly: output.PERSISTED_OPERATIONS_ONLY === 'true',
    method: {
      graceMonths: output.METHOD_GRACE_MONTHS,
      reliabilityFrom: output.METHOD_RELIABILITY_FROM,
      reliabilityCoverage: output.METHOD_RELIABILITY_COVERAGE,
      fewestPeers: output.METHOD_FEWEST_PEERS,
      fewestFunnelPeers: output.METHOD_FEWEST_FUNNEL_PEERS,
      minimumBase: output.METHOD_MINIMUM_BASE,
      rankedFrom: output.METHOD_RANKED_FROM,
      winsorised: output.METHOD_WINSORISED_PERCENT / 100,
      fewestCertifications: output.METHOD_FEWEST_CERTIFICATIONS,
    },
    apiKeys: output.API_KEYS ?? [],
    oidc: oidcOf(output),
    allowance: { burst: output.CLIENT_BURST_MS, perSecond: output.CLIENT_MS_PER_SECOND },
    trustedProxies: output.TRUST_PROXY ?? null,
    refresh: {
      byServer: output.REFRESH === 'true',
      url: output.REFRESH_URL,
      folder: output.REFRESH_DIR ?? join(output.DATA_DIR, 'downloads'),
      maxBytes: output.REFRESH_MAX_BYTES,
      at: output.REFRESH_AT,
    },
    warnings: old.map(([name, current]) => `${name} is now called ${current}`),
  });
}
