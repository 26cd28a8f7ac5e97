import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

type Rule = 'style/noRestrictedImports' | 'suspicious/noImportCycles';

/** How often the linter says that a rule is broken when files of `src` have these sources. */
async function violations(rule: Rule, sources: Readonly<Record<string, string>>): Promise<number> {
  const paths = Object.keys(sources).map((path) => join(ROOT, 'src', path));
  try {
    await Promise.all(Object.values(sources).map((text, at) => writeFile(paths[at] ?? '', text)));
    const report = await runBiome(rule, paths);
    return report.split(`"category":"lint/${rule}"`).length - 1;
  } finally {
    await Promise.all(paths.map((path) => rm(path, { force: true })));
  }
}

function runBiome(rule: Rule, paths: readonly string[]): Promise<string> {
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const options = ['lint', `--only=${rule}`, '--reporter=json', '--max-diagnostics=none', ...paths];
  return new Promise((resolve) => {
    execFile(process.execPath, [biome, ...options], { cwd: ROOT }, (_error, stdout) =>
      resolve(stdout),
    );
  });
}

/** How many imports of a file of a floor the linter refuses. */
function refused(floor: string, imports: readonly string[]): Promise<number> {
  const path = `${floor}/planted-${process.pid}.ts`;
  const source = imports.map((each) => `import '${each}';\n`).join('');
  return violations('style/noRestrictedImports', { [path]: source });
}

describe('a floor imports what it may and nothing else', () => {
  test.each([
    ['domain', ['kysely', 'node:fs', '../db/tables.ts', 'valibot', '@orama/stemmers/french']],
    ['domain/rate', ['kysely', 'node:fs', '../../db/tables.ts', '@orama/stemmers/french']],
    ['domain/search', ['kysely', 'node:fs', '../../db/tables.ts', '@orama/stemmers/english']],
    ['db', ['graphql', 'saxes', '../ingest/publish/publish.ts', '../snapshot/snapshot.ts']],
    [
      'db/engines',
      ['graphql', '../../app.ts', '../../graphql/schema.ts', '../../snapshot/load.ts'],
    ],
    ['snapshot', ['pg', 'graphql', 'node:fs', '../datasets/read.ts', '../graphql/schema.ts']],
    ['snapshot/group', ['fastify', '../../datasets/read.ts', '../../db/engines/postgres.ts']],
    ['datasets', ['kysely', 'graphql', '../graphql/schema.ts', '../db/load/lineage.ts']],
    ['datasets/cohorts', ['kysely', '../../http/server.ts', '../../graphql/core/builder.ts']],
    ['graphql', ['pg', 'kysely', 'graphql-yoga', '../http/server.ts', '../ingest/publish/x.ts']],
    ['graphql/cohort', ['pg', '../../http/errors.ts', '../../db/engines/pglite.ts']],
    ['ingest', ['kysely', 'graphql', '../graphql/schema.ts', '../http/server.ts']],
    ['ingest/sources', ['kysely', '../../snapshot/load.ts', '../../http/server.ts']],
    ['ingest/sources/export', ['pg', '../../../snapshot/load.ts', '../../../app.ts']],
    [
      'refresh',
      ['kysely', 'undici', '../config.ts', '../http/server.ts', '../ingest/sources/x.ts'],
    ],
    ['demonstration', ['kysely', '../db/tables.ts', '../ingest/sources/field-reader.ts']],
    ['web', ['kysely', 'fastify', '../http/server.ts', '../snapshot/day-view.ts', 'hono']],
    ['web/charts', ['pg', '../../http/errors.ts', '../../graphql/schema.ts', 'd3']],
    ['http', ['kysely', '../ingest/publish/x.ts', '../cli/main.ts', '../db/rows/pages.ts']],
    ['http/graphql', ['pg', '@pothos/core', '../../db/tables.ts', '../../app.ts', 'commander']],
  ])('%s is refused %j', async (floor, imports) => {
    expect(await refused(floor, imports)).toBe(imports.length);
  });

  test.each([
    ['domain', ['./errors.ts', './rate/indicator.ts']],
    ['domain/rate', ['./indicator.ts', '../errors.ts', '../insertion/pooling.ts']],
    ['domain/search', ['./words.ts', '../errors.ts', '@orama/stemmers/french']],
    ['db', ['kysely', 'pg', 'node:fs/promises', './tables.ts', '../domain/errors.ts']],
    ['db/engines', ['pg', 'kysely', '../database.ts', '../../domain/errors.ts']],
    ['snapshot/group', ['../day-view.ts', '../../domain/errors.ts', '../../db/rows/pages.ts']],
    ['datasets/cohorts', ['../columns.ts', '../../snapshot/day-view.ts', '../../domain/errors.ts']],
    ['graphql/cohort', ['@pothos/core', 'graphql', '../core/builder.ts', '../../datasets/read.ts']],
    [
      'ingest/sources/export',
      ['saxes', 'node:zlib', '../field-reader.ts', '../../../db/tables.ts'],
    ],
    ['refresh', ['valibot', 'node:fs', '../domain/errors.ts', '../ingest/publish/publish.ts']],
    ['web/charts', ['@observablehq/plot', 'linkedom', '../html.ts', '../../domain/errors.ts']],
    ['http', ['fastify', 'pino', '../graphql/schema.ts', './errors.ts', './ops/health.ts']],
    [
      'http/graphql',
      ['graphql-yoga', '../errors.ts', '../cache/etag.ts', '../../domain/errors.ts'],
    ],
  ])('%s may import %j', async (floor, imports) => {
    expect(await refused(floor, imports)).toBe(0);
  });
});

test('two files that import types of each other are refused', async () => {
  const [one, other] = [`planted-${process.pid}-one.ts`, `planted-${process.pid}-other.ts`];
  const found = await violations('suspicious/noImportCycles', {
    [`domain/${one}`]: `import type { B } from './${other}';\nexport type A = B | null;\n`,
    [`domain/${other}`]: `import type { A } from './${one}';\nexport type B = A | null;\n`,
  });
  expect(found).toBe(2);
});
