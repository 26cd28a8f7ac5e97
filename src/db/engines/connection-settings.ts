import type pg from 'pg';

/**
 * What our statements count on, whatever the role, the database or the server is set to: the form of
 * days and times, of texts, figures and lists, and where tables without a schema are made and found.
 */
const SESSION = {
  datestyle: 'ISO',
  intervalstyle: 'postgres',
  timezone: 'UTC',
  search_path: 'public',
  standard_conforming_strings: 'on',
  extra_float_digits: '1',
  array_nulls: 'on',
} as const;

/**
 * How a server is reached: directly, or through a pooler, which lends one of its connections for each
 * transaction (PgBouncer in transaction mode): nothing of a session lasts there.
 */
export type Route = 'DIRECT' | 'POOLED';

/**
 * What each connection to a PostgreSQL server is made with: the session has its settings at once.
 * Through a pooler, which refuses them, each transaction begins with `localSettings`.
 */
export function connectionSettings(url: string, route: Route = 'DIRECT'): pg.ClientConfig {
  const address = new URL(url);
  if (route === 'DIRECT') {
    const own = Object.entries(SESSION).map(([name, value]) => `-c ${name}=${value}`);
    // Others that the address or the environment gives are kept; ours, which come last, count.
    // biome-ignore lint/style/noProcessEnv: pg reads it where a connection has no options of its own.
    const given = address.searchParams.get('options') ?? process.env['PGOPTIONS'] ?? '';
    address.searchParams.set('options', [given, ...own].join(' ').trim());
  }
  return { connectionString: address.href, application_name: 'debouches' };
}

/** Statements that give one transaction what a session is made with. */
export function localSettings(): readonly string[] {
  return Object.entries(SESSION).map(([name, value]) => `set local ${name} = '${value}'`);
}
