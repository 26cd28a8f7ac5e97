import { access, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FILE = await readFile(`${ROOT}compose.grafana.yaml`, 'utf8');

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes: readonly string[];
}

/** The file as Compose reads it: variables are put in first, and `:?` without one is an error. */
function composed(env: Readonly<Record<string, string>>): Record<string, Service> {
  const text = FILE.replace(
    /\$\{(\w+):([-?])([^}]*)\}/g,
    (_, name: string, kind: string, rest: string) => {
      if (env[name] === undefined && kind === '?') throw new Error(`${name} ${rest}`);
      return env[name] ?? rest;
    },
  );
  return parse(text).services;
}

const GIVEN = { POSTGRES_PASSWORD: 'owner', GRAFANA_PASSWORD: 'reader' };
const services = composed(GIVEN);

test('Grafana and what makes its user may do and use no more than they need', () => {
  expect(Object.keys(services)).toEqual(['grafana-reader', 'grafana']);
  for (const service of Object.values(services)) {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      mem_limit: expect.stringMatching(/^\d+[gm]$/),
      pids_limit: expect.any(Number),
    });
  }
  expect(services['grafana']?.ports).toEqual(['127.0.0.1:3000:3000']);
});

test('no password is there unless it is given, and Grafana never has that of the owner', () => {
  expect(() => composed({ POSTGRES_PASSWORD: 'owner' })).toThrow('GRAFANA_PASSWORD is not set');
  expect(() => composed({ GRAFANA_PASSWORD: 'reader' })).toThrow('POSTGRES_PASSWORD is not set');
  expect(Object.values(services['grafana']?.environment ?? {})).not.toContain('owner');
  expect(services['grafana-reader']?.command).toContain('--set=password=reader');
});

test('images have a version or the digest that is given', () => {
  const byDigest = composed({ ...GIVEN, GRAFANA_IMAGE: 'grafana/grafana@sha256:0' });
  expect(services['grafana']?.image).toMatch(/^grafana\/grafana:\d+\.\d+\.\d+$/);
  expect(byDigest['grafana']?.image).toBe('grafana/grafana@sha256:0');
});

test('what is mounted is there, read only, and the data source has all that it asks for', async () => {
  const mounted = Object.values(services).flatMap(({ volumes }) =>
    volumes.filter((each) => each.startsWith('./')),
  );
  expect(mounted.length).toBe(3);
  for (const each of mounted) {
    const [path = '', , mode] = each.split(':');
    expect(mode).toBe('ro');
    await access(ROOT + path);
  }
  const source = await readFile(
    `${ROOT}clients/grafana/provisioning/datasources/debouches.yaml`,
    'utf8',
  );
  const asked = [...source.matchAll(/\$(\w+)/g)].map(([, name]) => name);
  expect(asked.length).toBe(3);
  for (const name of asked) expect(services['grafana']?.environment).toHaveProperty([name ?? '']);
});
