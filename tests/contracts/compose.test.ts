import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const text = await readFile(`${ROOT}/compose.yaml`, 'utf8');
const sql = await readFile(`${ROOT}/compose.sql.yaml`, 'utf8');

/** What stands below a service of the file. */
function service(name: string): string {
  return new RegExp(`^  ${name}:\\n((?:    .*\\n|\\n)+)`, 'm').exec(text)?.[1] ?? '';
}

describe('the containers', () => {
  test.each(['server', 'database'])('%s may do and use no more than it needs', (name) => {
    expect(service(name)).toMatch(/^ {4}read_only: true$/m);
    expect(service(name)).toMatch(/^ {4}cap_drop: \[ALL\]$/m);
    expect(service(name)).toMatch(/^ {4}security_opt: \[no-new-privileges:true\]$/m);
    expect(service(name)).toMatch(/^ {4}mem_limit: \d+g$/m);
  });

  test('have no password unless one is given', () => {
    const uses = text.match(/\$\{POSTGRES_PASSWORD[^}]*\}/g) ?? [];
    expect(uses).toHaveLength(2);
    for (const use of uses) expect(use).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
  });

  test('the server gets the settings of .env, but for where it listens and its database', () => {
    expect(service('server')).toMatch(/env_file:\n +- path: \.env\n +required: false/);
    for (const name of ['DATABASE_URL', 'HOST', 'PORT']) {
      expect(service('server')).toMatch(new RegExp(`^ {6}${name}: `, 'm'));
    }
  });

  test('the database is published to this machine alone, and only where it is asked for', () => {
    expect(service('database')).not.toContain('ports:');
    expect(sql).toMatch(/- 127\.0\.0\.1:\$\{POSTGRES_PORT:-5432\}:5432/);
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
