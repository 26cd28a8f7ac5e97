import { z } from 'zod';

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
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** How long an answer may take, in milliseconds; its statement is then cancelled. */
  readonly requestTimeout: number;
  /** The most groups that one statistic may have. */
  readonly maxGroups: number;
  /** Bytes of the answers that are kept in memory; 0 keeps none. */
  readonly cacheBytes: number;
  /** Whether callers without a key may ask saved documents alone. */
  readonly savedDocumentsOnly: boolean;
  /** Keys that callers may give, each by its name and its SHA-256 in hexadecimal. */
  readonly apiKeys: readonly { readonly name: string; readonly sha256: string }[];
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Settings that cannot be used: one line per problem. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Quoted as given, so that a stray space or quote is seen. */
const quoted = (input: unknown) => JSON.stringify(input);

/** A setting that is a whole number within bounds. */
function wholeNumber(from: number, to: number, otherwise: number) {
  return z
    .string()
    .refine((text) => /^\d{1,10}$/.test(text) && Number(text) >= from && Number(text) <= to, {
      error: ({ input }) => `is ${quoted(input)}: a whole number from ${from} to ${to} is accepted`,
    })
    .transform(Number)
    .default(otherwise);
}

/** A name, which the log shows, and the hash of a key. */
const API_KEY = /^([\w.-]{1,64}):([0-9a-f]{64})$/i;

/** The keys of a list, the hashes in lower case; null when one is not a key. */
function readApiKeys(text: string): Config['apiKeys'] | null {
  const keys = text.split(',').map((each) => {
    const [, name = '', sha256 = ''] = API_KEY.exec(each.trim()) ?? [];
    return { name, sha256: sha256.toLowerCase() };
  });
  const names = new Set(keys.map(({ name }) => name));
  return names.has('') || names.size < keys.length ? null : keys;
}

const SETTINGS = z.object({
  PORT: wholeNumber(0, 65_535, 4000),
  HOST: z
    .string()
    .regex(/^[\w.:%-]+$/, {
      error: ({ input }) =>
        `is ${quoted(input)}: an address or a host name is accepted, for example 127.0.0.1 or 0.0.0.0`,
    })
    .default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z
    .string()
    .refine((text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text), {
      // Of the value only the scheme is repeated: all else may hold a password.
      error: ({ input }) => {
        const scheme = /^[\w+.-]+:\/\//.exec(String(input))?.[0];
        return `${scheme ? `begins with ${scheme}` : 'has no scheme'} and cannot be used: postgres://user:password@host:5432/database is accepted, with special characters of the password percent-encoded, or nothing for the embedded database`;
      },
    })
    .nullable()
    .default(null),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, {
      error: ({ input }) => `is ${quoted(input)}: one of ${LOG_LEVELS.join(', ')} is accepted`,
    })
    .default('info'),
  REQUEST_TIMEOUT_MS: wholeNumber(100, 600_000, 10_000),
  MAX_GROUPS: wholeNumber(1, 1_000_000, 10_000),
  CACHE_BYTES: wholeNumber(0, 4_294_967_296, 67_108_864),
  SAVED_DOCUMENTS_ONLY: z
    .enum(['true', 'false'], {
      error: ({ input }) => `is ${quoted(input)}: true or false is accepted`,
    })
    .transform((text) => text === 'true')
    .default(false),
  API_KEYS: z
    .string()
    .refine((text) => readApiKeys(text) !== null, {
      // Nothing of the value is repeated: a key may stand where its hash should.
      error:
        'cannot be used: name:hash is accepted, or several between commas, each with a name of its own of letters, digits and . _ - and the SHA-256 of the key in 64 hexadecimal digits',
    })
    .transform((text) => readApiKeys(text) ?? [])
    .default([]),
});

/**
 * Reads the settings from environment variables; an empty one counts as not set.
 *
 * - Throws `ConfigError` that lists every problem, never with a password.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.keys(SETTINGS.shape).flatMap((name) => {
    const value = env[name]?.trim();
    return value ? [[name, value] as const] : [];
  });
  const result = SETTINGS.safeParse(Object.fromEntries(given));
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new ConfigError(
      `the settings cannot be used\n${problems.map((each) => `  ${each}`).join('\n')}`,
    );
  }
  const { data } = result;
  return Object.freeze({
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    logLevel: data.LOG_LEVEL,
    requestTimeout: data.REQUEST_TIMEOUT_MS,
    maxGroups: data.MAX_GROUPS,
    cacheBytes: data.CACHE_BYTES,
    savedDocumentsOnly: data.SAVED_DOCUMENTS_ONLY,
    apiKeys: data.API_KEYS,
  });
}
