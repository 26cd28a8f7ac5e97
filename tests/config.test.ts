import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ConfigError, OLD_NAMES, parseConfig } from '../src/config.ts';
import { DEFAULT_CHOICES } from '../src/domain/method.ts';

type Environment = Record<string, string | undefined>;

const DEFAULTS = {
  port: 4000,
  host: '127.0.0.1',
  dataDir: '.data',
  databaseUrl: null,
  databaseReplicaUrl: null,
  logLevel: 'info',
  requestTimeout: 10_000,
  maxCost: 2_000,
  maxGroups: 10_000,
  maxConcurrentQueries: 4,
  maxConcurrentReports: 4,
  reportQueueLimit: 380,
  reportTimeout: 600_000,
  cacheBytes: 67_108_864,
  minReadBytesPerSecond: 10_000,
  maxConnections: 4000,
  maxPastPublications: 2,
  pastPublicationsBytes: 300_000_000,
  maxSubscriptions: 1000,
  persistedOperationsOnly: false,
  method: DEFAULT_CHOICES,
  apiKeys: [],
  oidc: null,
  allowance: { burst: 30_000, perSecond: 500 },
  trustedProxies: null,
  refresh: {
    byServer: false,
    url: 'https://www.data.gouv.fr',
    folder: join('.data', 'downloads'),
    maxBytes: 1_073_741_824,
    at: '07:00',
  },
  ...{ siteName: null, themeFolder: null },
  ...{ filesDir: null, filesMaxBytes: 4_294_967_296 },
  ...{ s3Endpoint: null, s3Region: 'us-east-1' },
  ...{ surveySecret: null, surveyRetentionMonths: 60 },
  warnings: [],
};

const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** What is said about settings that cannot be used. */
function complaint(env: Environment): string {
  try {
    parseConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
  throw new Error('the settings were accepted');
}

describe('parseConfig', () => {
  test('needs nothing: every setting has a default', () => {
    expect(parseConfig({})).toEqual(DEFAULTS);
  });

  test('takes what is set and leaves the rest of the environment alone', () => {
    const env = {
      PORT: '0',
      HOST: '::1',
      DATA_DIR: '/var/lib/débouchés',
      DATABASE_URL: 'postgresql://me:secret@db.example:5433/register?sslmode=require',
      DATABASE_REPLICA_URL: 'postgres://me:secret@replica.example/register',
      LOG_LEVEL: 'debug',
      MAX_CONCURRENT_QUERIES: '8',
      MAX_CONCURRENT_REPORTS: '2',
      REPORT_QUEUE_LIMIT: '0',
      REPORT_TIMEOUT_MS: '1000',
      CACHE_BYTES: '0',
      MIN_READ_BYTES_PER_SECOND: '2000',
      MAX_CONNECTIONS: '50',
      MAX_SUBSCRIPTIONS: '0',
      MAX_PAST_PUBLICATIONS: '5',
      PAST_PUBLICATIONS_BYTES: '1000000000',
      PERSISTED_OPERATIONS_ONLY: 'true',
      API_KEYS: `reporting:${HASH}, grafana.2026:${HASH.toUpperCase()}`,
      SITE_NAME: 'Observatoire',
      SURVEY_SECRET: 'a secret of thirty-two characters',
      SURVEY_RETENTION_MONTHS: '36',
      THEME_DIR: '/theme',
      REFRESH: 'true',
      REFRESH_URL: 'http://127.0.0.1:8080/mirror',
      REFRESH_MAX_BYTES: '1000',
      REFRESH_AT: '23:30',
      port: '1',
      HOME: '/root',
    };
    expect(parseConfig(env)).toEqual({
      port: 0,
      host: env.HOST,
      dataDir: env.DATA_DIR,
      siteName: env.SITE_NAME,
      surveySecret: env.SURVEY_SECRET,
      surveyRetentionMonths: 36,
      ...{ filesDir: null, filesMaxBytes: 4_294_967_296 },
      ...{ s3Endpoint: null, s3Region: 'us-east-1' },
      themeFolder: env.THEME_DIR,
      databaseUrl: env.DATABASE_URL,
      databaseReplicaUrl: env.DATABASE_REPLICA_URL,
      logLevel: 'debug',
      requestTimeout: 10_000,
      maxCost: 2_000,
      maxGroups: 10_000,
      maxConcurrentQueries: 8,
      maxConcurrentReports: 2,
      reportQueueLimit: 0,
      reportTimeout: 1000,
      cacheBytes: 0,
      minReadBytesPerSecond: 2_000,
      maxConnections: 50,
      maxSubscriptions: 0,
      maxPastPublications: 5,
      pastPublicationsBytes: 1_000_000_000,
      allowance: { burst: 30_000, perSecond: 500 },
      trustedProxies: null,
      method: DEFAULT_CHOICES,
      persistedOperationsOnly: true,
      apiKeys: [
        { name: 'reporting', sha256: HASH },
        { name: 'grafana.2026', sha256: HASH },
      ],
      oidc: null,
      refresh: {
        byServer: true,
        url: env.REFRESH_URL,
        folder: join(env.DATA_DIR, 'downloads'),
        maxBytes: 1000,
        at: '23:30',
      },
      warnings: [],
    });
  });

  test('counts an empty or blank setting as not set, and minds no space around one', () => {
    const empty = { PORT: '', HOST: ' ', DATA_DIR: '', DATABASE_URL: '', LOG_LEVEL: undefined };
    expect(parseConfig(empty)).toEqual(DEFAULTS);
    expect(parseConfig({ PORT: ' 8080 ' }).port).toBe(8080);
  });

  test('takes a setting by its old name, says so, and prefers the new one', () => {
    const { maxConcurrentQueries, reportTimeout, persistedOperationsOnly, warnings } = parseConfig({
      ...{ QUESTIONS_RUNNING: '7', SAVED_DOCUMENTS_ONLY: 'true', EXPORTS_RUNNING: ' ' },
      ...{ EXPORT_TIMEOUT_MS: '5000', REPORT_TIMEOUT_MS: '7000' },
    });
    expect([maxConcurrentQueries, reportTimeout, persistedOperationsOnly]).toEqual([7, 7000, true]);
    expect(warnings).toEqual([
      'QUESTIONS_RUNNING is now called MAX_CONCURRENT_QUERIES',
      'EXPORT_TIMEOUT_MS is now called REPORT_TIMEOUT_MS',
      'SAVED_DOCUMENTS_ONLY is now called PERSISTED_OPERATIONS_ONLY',
    ]);
    expect(complaint({ QUESTIONS_RUNNING: '0' })).toContain('MAX_CONCURRENT_QUERIES is "0"');
  });

  test('gives settings that nobody changes afterwards', () => {
    expect(Object.isFrozen(parseConfig({}))).toBe(true);
  });

  test('tells all problems at once, one line each, with what was given and what is accepted', () => {
    const [heading, ...problems] = complaint({
      PORT: '99999',
      HOST: 'http://localhost',
      DATABASE_URL: 'mysql://localhost/register',
      LOG_LEVEL: 'loud',
    }).split('\n');
    expect(heading).toBe('the settings cannot be used');
    expect(problems).toEqual([
      '  PORT is "99999": a whole number from 0 to 65535 is accepted',
      expect.stringMatching(/^ {2}HOST is "http:\/\/localhost": .* is accepted/),
      expect.stringMatching(
        /^ {2}DATABASE_URL begins with mysql:\/\/ .*postgres:\/\/.* is accepted/,
      ),
      expect.stringMatching(/^ {2}LOG_LEVEL is "loud": one of trace, .*silent is accepted$/),
    ]);
  });

  test('refuses a replica of nothing, and one that is no address, without its password', () => {
    const url = 'postgres://me:s3cret@replica/register';
    const alone = complaint({ DATABASE_REPLICA_URL: url });
    expect(alone).toMatch(/\n {2}DATABASE_REPLICA_URL is set without DATABASE_URL: .* accepted/);
    expect(alone).not.toContain('s3cret');
    expect(
      complaint({ DATABASE_URL: url, DATABASE_REPLICA_URL: 'mysql://me:s3cret@replica' }),
    ).toMatch(
      /DATABASE_REPLICA_URL begins with mysql:\/\/ and .* or nothing to read from DATABASE_URL/,
    );
  });

  test('refuses a setting of the method that there is not, and names the nearest', () => {
    const [, ...problems] = complaint({ METHOD_GRACE_MONTH: '3', PORT: 'x' }).split('\n');
    expect(problems).toEqual([
      expect.stringMatching(/^ {2}PORT is "x"/),
      expect.stringMatching(
        /^ {2}METHOD_GRACE_MONTH is not a setting, perhaps METHOD_GRACE_MONTHS was meant: METHOD_GRACE_MONTHS, .*METHOD_FEWEST_CERTIFICATIONS are accepted$/,
      ),
    ]);
    expect(complaint({ METHOD_FEWEST_PEER: '7' })).toContain('perhaps METHOD_FEWEST_PEERS was');
    // Empty, or of another program.
    expect(parseConfig({ METHOD_GRACE_MONTH: ' ', METHODS: '3', GRACE_MONTHS: '3' })).toEqual(
      DEFAULTS,
    );
  });

  test.each(['4000.5', '-1', '4e3', '0x50', '65536', '80 80', 'http'])(
    'refuses %j as a port',
    (PORT) => {
      expect(complaint({ PORT })).toContain(`PORT is "${PORT}"`);
    },
  );

  test.each([
    'http://www.data.gouv.fr',
    'https://me:s3cret@www.data.gouv.fr',
    'http://127.0.0.1.example.org',
    'ftp://127.0.0.1',
    'www.data.gouv.fr',
  ])('refuses %s as a site of exports, and says of whom http is accepted', (REFRESH_URL) => {
    const message = complaint({ REFRESH_URL });
    expect(message).toMatch(
      /REFRESH_URL cannot be used: .*http is accepted for this machine alone/,
    );
    expect(message).not.toContain('s3cret');
  });

  test('refuses what is neither true nor false as REFRESH', () => {
    expect(complaint({ REFRESH: 'daily' })).toContain(
      'REFRESH is "daily": true or false is accepted',
    );
  });

  test.each(['7:00', '24:00', '07:60', '7'])('refuses %s as a time of day', (REFRESH_AT) => {
    expect(complaint({ REFRESH_AT })).toContain(
      `REFRESH_AT is "${REFRESH_AT}": a time of day from 00:00 to 23:59 is accepted`,
    );
  });

  test('refuses a name of the site that no head of a page can show', () => {
    expect(complaint({ SITE_NAME: 'x'.repeat(61) })).toContain('up to 60 characters are accepted');
  });

  test('puts downloads where they are told to be, else beside the data', () => {
    expect(parseConfig({ REFRESH_DIR: '/exports', DATA_DIR: '/d' }).refresh.folder).toBe(
      '/exports',
    );
    expect(parseConfig({ DATA_DIR: '/d' }).refresh.folder).toBe(join('/d', 'downloads'));
  });

  test.each(['yes', '1', 'TRUE', 'on'])('refuses %j for whether or not', (given) => {
    expect(complaint({ PERSISTED_OPERATIONS_ONLY: given })).toContain(
      `PERSISTED_OPERATIONS_ONLY is "${given}": true or false is accepted`,
    );
  });

  test.each([
    's3cret',
    's3cret:s3cret',
    `${HASH}s3cret`,
    `:${HASH}`,
    `a s3cret:${HASH}`,
    `a:${HASH},`,
    `a:${HASH},a:${HASH}`,
    `a:${HASH.slice(1)}`,
  ])('refuses the keys %j, and repeats nothing of them', (API_KEYS) => {
    const message = complaint({ API_KEYS });
    expect(message).toMatch(/^ {2}API_KEYS cannot be used: name:hash is accepted/m);
    expect(message).not.toMatch(/s3cret|9f86/);
  });

  const OTHER = HASH.replace('9', '8');

  test('takes keys with a role: operator, examiner, or a body by its SIREN', () => {
    const API_KEYS = `a:${HASH}, b:${OTHER}:operator,c:${HASH.replace('9', '7')}:examiner ,d:${HASH.replace('9', '6')}:body=552100554`;
    expect(parseConfig({ API_KEYS }).apiKeys.map(({ name, reader }) => [name, reader])).toEqual([
      ['a', undefined],
      ['b', { role: 'OPERATOR', name: 'b' }],
      ['c', { role: 'EXAMINER', name: 'c' }],
      ['d', { role: 'BODY', siren: '552100554', name: 'd' }],
    ]);
  });

  test.each([
    ['an unknown role', `a:${HASH},b:${OTHER}:admin`, 'entry 2 is'],
    ['a role in capitals', `a:${HASH}:OPERATOR`, 'entry 1 is'],
    ['an empty role', `a:${HASH}:`, 'entry 1 is'],
    ['a body without a SIREN', `a:${HASH}:body`, 'entry 1 is'],
    ['a SIREN whose check digit is wrong', `a:${HASH}:body=552100555`, 'entry 1 is'],
    ['a SIREN of zeros', `a:${HASH}:body=000000000`, 'entry 1 is'],
    ['a SIRET', `a:${HASH}:body=55210055400013`, 'entry 1 is'],
    ['one key with two roles', `a:${HASH}:operator,b:${HASH}:examiner`, 'entries 1, 2 are'],
    ['one key with a role and without', `a:${HASH},b:${HASH}:examiner`, 'entries 1, 2 are'],
    ['two keys of one name', `a:${HASH},a:${OTHER}:operator`, 'entries 1, 2 are'],
  ])('refuses %s, says which entry, and what is accepted', (_what, API_KEYS, which) => {
    const message = complaint({ API_KEYS });
    expect(message).toContain('as role operator, examiner, or body= and a SIREN of nine digits');
    expect(message).toMatch(new RegExp(`; ${which} none of these$`));
    expect(message).not.toContain('5521');
  });

  const ISSUER = 'https://login.example.org/realms/x';

  test('takes an issuer of tokens with its audience, where its keys are, and what claims are read', () => {
    const least = { OIDC_ISSUER: ISSUER, OIDC_AUDIENCE: 'debouches' };
    expect(parseConfig(least).oidc).toEqual({
      ...{ issuer: ISSUER, audience: 'debouches', jwksUrl: null },
      ...{ roleClaim: 'debouches_role', sirenClaim: 'siren' },
    });
    const all = {
      ...{ OIDC_ISSUER: 'http://127.0.0.1:8080/', OIDC_AUDIENCE: 'https://debouches.example' },
      OIDC_JWKS_URL: 'http://localhost:8080/keys',
      ...{ OIDC_ROLE_CLAIM: 'https://debouches.example/role', OIDC_SIREN_CLAIM: 'org.siren' },
    };
    expect(parseConfig(all).oidc).toEqual({
      ...{ issuer: 'http://127.0.0.1:8080/', audience: 'https://debouches.example' },
      jwksUrl: 'http://localhost:8080/keys',
      ...{ roleClaim: 'https://debouches.example/role', sirenClaim: 'org.siren' },
    });
    // What claims are read is said of nobody's tokens.
    expect(parseConfig({ OIDC_ROLE_CLAIM: 'role' }).oidc).toBeNull();
  });

  test.each([
    ['OIDC_ISSUER', 'http://login.example.org'],
    ['OIDC_ISSUER', 'https://me:s3cret@login.example.org'],
    ['OIDC_ISSUER', 'https://login.example.org/?realm=s3cret'],
    ['OIDC_ISSUER', 'login.example.org'],
    ['OIDC_JWKS_URL', 'http://192.168.0.1/keys'],
    ['OIDC_JWKS_URL', 'https://me:s3cret@login.example.org/keys'],
  ])('refuses as %s %s', (name, address) => {
    const env = { OIDC_ISSUER: ISSUER, OIDC_AUDIENCE: 'debouches', [name]: address };
    const message = complaint(env);
    expect(message).toMatch(
      new RegExp(`^ {2}${name} cannot be used: https .*this machine alone`, 'm'),
    );
    expect(message).not.toContain('s3cret');
  });

  test('refuses claims that are no names, and settings of tokens that lack others', () => {
    expect(complaint({ OIDC_ROLE_CLAIM: 'my role' })).toContain('OIDC_ROLE_CLAIM is "my role": ');
    expect(complaint({ OIDC_ISSUER: ISSUER })).toMatch(
      /^ {2}OIDC_ISSUER is set without OIDC_AUDIENCE: give /m,
    );
    const alone = complaint({ OIDC_AUDIENCE: 'x', OIDC_JWKS_URL: `${ISSUER}/keys` });
    expect(alone.split('\n').slice(1)).toEqual([
      expect.stringMatching(/^ {2}OIDC_AUDIENCE is set without OIDC_ISSUER: .* is accepted beside/),
      expect.stringMatching(/^ {2}OIDC_JWKS_URL is set without OIDC_ISSUER: .* is accepted beside/),
    ]);
  });

  test.each([
    'mysql://me:s3cret@localhost/register',
    'me:s3cret@localhost/register',
    's3cret@localhost',
    's3cret',
    'postgres:me:s3cret@localhost',
    'postgres://me:pass/s3cret@localhost/register',
    'POSTGRES//me:s3cret',
  ])('never repeats a password: %s', (DATABASE_URL) => {
    const message = complaint({ DATABASE_URL });
    expect(message).toContain('DATABASE_URL');
    expect(message).not.toContain('s3cret');
  });
});

describe('.env.example', () => {
  const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const listed = parseEnv(text) as Environment;

  test('lists each setting that is read, that of the tests, and no other', () => {
    const read = new Set<string>();
    const env: Environment = {};
    parseConfig(new Proxy(env, { get: (_, name) => void read.add(String(name)) }));
    expect(read.size).toBeGreaterThan(3);
    const old = new Set(Object.keys(OLD_NAMES));
    const current = [...read].filter((name) => !old.has(name));
    expect(Object.keys(listed).toSorted()).toEqual([...current, 'TEST_DATABASE_URL'].toSorted());
  });

  test('shows the defaults', () => {
    expect(parseConfig(listed)).toEqual(DEFAULTS);
  });

  test('explains each setting', () => {
    const lines = text.split('\n');
    for (const name of Object.keys(listed)) {
      const before = lines[lines.findIndex((line) => line.startsWith(`${name}=`)) - 1];
      expect(before).toMatch(/^# \S/);
    }
  });
});
