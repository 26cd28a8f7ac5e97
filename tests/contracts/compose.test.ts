import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (name: string) => readFile(`${ROOT}${name}`, 'utf8');

interface Service {
  readonly image?: string;
  readonly build?: { readonly args: Readonly<Record<string, string>> };
  readonly env_file?: readonly { readonly path: string; readonly required: boolean }[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly tmpfs?: readonly string[];
  readonly read_only?: boolean;
  readonly privileged?: boolean;
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly mem_limit?: string;
  readonly pids_limit?: number;
  readonly healthcheck?: { readonly test: readonly string[] };
}

interface Compose {
  readonly services: Readonly<Record<'server' | 'database', Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const GIVEN = { POSTGRES_PASSWORD: 'given' };
const FILE = await read('compose.yaml');
const dockerfile = await read('Dockerfile');

/** A file as Compose reads it: variables are put in first, and `:?` without one is an error. */
function composed(text: string, env: Readonly<Record<string, string>> = GIVEN): Compose {
  return parse(
    text.replace(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => {
      const value = env[name];
      if (value === undefined && kind === '?') throw new Error(`${name} ${rest}`);
      return value ?? rest;
    }),
  );
}

const { services, volumes } = composed(FILE);
const { server, database } = services;

/** Instructions of the Dockerfile, lines that go on put together. */
const instructions = dockerfile
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line !== '');

const instruction = (name: string) => instructions.filter((line) => line.startsWith(`${name} `));

describe('the containers', () => {
  test.each(Object.entries(services))(
    '%s may do and use no more than it needs',
    (...[, service]) => {
      expect(service).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        mem_limit: expect.stringMatching(/^\d+g$/),
        pids_limit: expect.any(Number),
      });
      expect(service.privileged).toBeUndefined();
    },
  );

  test('the server has no capability, and the database those to become its own user', () => {
    expect(server.cap_add).toBeUndefined();
    expect(database.cap_add).toEqual(['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID']);
  });

  test('write to volumes and memory alone, and mount nothing of the machine', () => {
    expect(server.volumes).toEqual(['temporary:/tmp']);
    expect(database.volumes).toEqual(['database:/var/lib/postgresql/data']);
    expect(database.tmpfs).toEqual(['/tmp', '/run/postgresql']);
    expect(Object.keys(volumes)).toEqual(['database', 'temporary']);
  });

  test('have no password unless one is given, and say so', () => {
    for (const env of [{}, { PORT: '4000' }]) {
      expect(() => composed(FILE, env)).toThrow('POSTGRES_PASSWORD is not set, letters');
    }
    const url = 'postgres://debouches:given@database:5432/debouches';
    expect(server.environment).toMatchObject({ DATABASE_URL: url });
    expect(database.environment).toEqual({
      ...{ POSTGRES_USER: 'debouches', POSTGRES_DB: 'debouches', POSTGRES_PASSWORD: 'given' },
    });
  });

  test('the server gets the settings of .env, but for where it listens and its database', () => {
    expect(server.env_file).toEqual([{ path: '.env', required: false }]);
    expect(Object.keys(server.environment ?? {})).toEqual(['DATABASE_URL', 'HOST', 'PORT']);
  });

  test('ports are published to this machine alone, the database’s only where it is asked for', async () => {
    expect(server.ports).toEqual(['127.0.0.1:4000:4000']);
    expect(database.ports).toBeUndefined();
    const sql = composed(await read('compose.sql.yaml'));
    expect(sql.services.database).toEqual({ ports: ['127.0.0.1:5432:5432'] });
  });

  test('both are watched', () => {
    expect(instruction('HEALTHCHECK')).toEqual([expect.stringContaining('/health/live')]);
    expect(database.healthcheck?.test).toContain('pg_isready');
  });

  test('images are named by tag, or by the digest that is given; none is made up', () => {
    const named = { ...GIVEN, NODE_IMAGE: 'node@sha256:0', POSTGRES_IMAGE: 'postgres@sha256:1' };
    const byDigest = composed(FILE, named).services;
    expect([server.build?.args, database.image]).toEqual([
      { NODE_IMAGE: 'node:24-slim' },
      'postgres:17',
    ]);
    expect([byDigest.server.build?.args, byDigest.database.image]).toEqual([
      { NODE_IMAGE: 'node@sha256:0' },
      'postgres@sha256:1',
    ]);
    expect(instructions[0]).toBe('ARG NODE_IMAGE=node:24-slim');
    expect(instruction('FROM')).toEqual([expect.stringMatching(/^FROM \$\{NODE_IMAGE\}$/)]);
    expect(FILE + dockerfile).not.toMatch(/sha256:[0-9a-f]/);
  });

  test('the image runs as an ordinary user, installs by the lockfile and runs no script of a package', () => {
    expect(instruction('USER')).toEqual(['USER node']);
    const user = instructions.indexOf('USER node');
    expect(instructions.slice(user).some((line) => /^(RUN|COPY|ADD) /.test(line))).toBe(false);
    expect(instruction('ADD')).toEqual([]);
    expect(instruction('RUN')[0]).toMatch(
      /^RUN npm ci --omit=dev --ignore-scripts && rm -rf node_modules\/node-\* /,
    );
  });

  // Where it is installed; CI does without.
  const hasCompose = spawnSync('docker', ['compose', 'version']).status === 0;
  test.skipIf(!hasCompose)('are read by docker compose, with a password and not without', () => {
    const config = (env: Record<string, string>) =>
      spawnSync('docker', ['compose', '-f', 'compose.yaml', '-f', 'compose.sql.yaml', 'config'], {
        cwd: ROOT,
        env: { PATH: process.env['PATH'] ?? '', ...env },
      }).status;
    expect(config({ POSTGRES_PASSWORD: 'x' })).toBe(0);
    expect(config({})).not.toBe(0);
  });
});
