import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What the linter says of a file of a floor that holds these imports. */
async function lint(floor: string, imports: readonly string[]): Promise<string> {
  const path = join(ROOT, 'src', floor, `planted-${process.pid}.ts`);
  await writeFile(path, `${imports.map((each) => `import '${each}';`).join('\n')}\n`);
  try {
    return await runBiome(path);
  } finally {
    await rm(path, { force: true });
  }
}

function runBiome(path: string): Promise<string> {
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const options = ['lint', '--reporter=json', '--max-diagnostics=none', path];
  return new Promise((resolve) => {
    execFile(process.execPath, [biome, ...options], { cwd: ROOT }, (_error, stdout) =>
      resolve(stdout),
    );
  });
}

function violations(report: string): number {
  return report.split('"category":"lint/style/noRestrictedImports"').length - 1;
}

describe('a floor imports what it may and nothing else', () => {
  test.each([
    ['domain', ['kysely', 'node:fs', '../db/blocks.ts', 'valibot']],
    ['db', ['graphql', 'saxes', '../ingest/values.ts', '../graphql/schema.ts', '../cli/main.ts']],
    ['ingest', ['kysely', 'graphql', '../graphql/schema.ts', '../http/server.ts']],
    ['demonstration', ['kysely', '../db/blocks.ts', '../ingest/values.ts']],
    [
      'graphql',
      ['pg', 'graphql-yoga', '../http/server.ts', '../ingest/values.ts', '../db/pglite.ts'],
    ],
    ['reports', ['kysely', 'graphql-yoga', '../db/blocks.ts', '../http/server.ts', 'node:fs']],
    ['http', ['kysely', '../ingest/publish.ts', '../cli/main.ts', '../demonstration/write.ts']],
  ])('%s is refused %j', async (floor, imports) => {
    expect(violations(await lint(floor, imports))).toBe(imports.length);
  });

  test.each([
    ['reports', ['graphql', '../domain/errors.ts', '../graphql/schema.ts', './report.ts']],
    ['domain', ['./errors.ts']],
    ['db', ['kysely', 'pg', 'node:fs/promises', '../domain/errors.ts', './blocks.ts']],
    ['ingest', ['saxes', 'yauzl', 'node:zlib', '../db/findings.ts', '../domain/errors.ts']],
    ['graphql', ['@pothos/core', 'graphql', 'dataloader', '../db/blocks.ts', './builder.ts']],
    ['http', ['graphql-yoga', 'pino', '../graphql/context.ts', '../domain/errors.ts']],
  ])('%s may import %j', async (floor, imports) => {
    expect(violations(await lint(floor, imports))).toBe(0);
  });
});
