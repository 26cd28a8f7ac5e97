import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { openMigratedPglite } from '../support/database.ts';
import { publishFiches } from '../support/factories.ts';
import { QUESTION_REGISTER } from '../support/question-register.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

let database: Database;
let server: QuestionServer;
let folder: string;

beforeAll(async () => {
  database = await openMigratedPglite();
  await publishFiches(database, QUESTION_REGISTER);
  server = await serveQuestions(database, schema);
  folder = await mkdtemp(join(tmpdir(), 'debouches-client-'));
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: join(ROOT, 'clients/typescript'),
  });
  const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [{ filename: string }];
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  // Nothing but the package: it has no dependency to fetch.
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(folder, filename)], {
    cwd: folder,
  });
}, 120_000);

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** What a program that uses the installed package prints, as JSON. */
async function program(text: string): Promise<unknown> {
  const path = join(folder, 'program.mjs');
  await writeFile(path, text.replaceAll('http://localhost:4000', server.url));
  const { stdout } = await run(process.execPath, [path], { cwd: folder });
  return JSON.parse(stdout);
}

const HEAD = `import { createClient, DebouchesError } from 'debouches-client';
import * as operations from 'debouches-client/operations';
const client = createClient('http://localhost:4000');
const print = (value) => console.log(JSON.stringify(value));
`;

describe('the package, installed without a network into an empty folder,', () => {
  test('brings types, sources and licence, and nothing else', async () => {
    const installed = join(folder, 'node_modules/debouches-client');
    const manifest = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({ license: 'MIT', type: 'module', sideEffects: false });
    expect(manifest.dependencies).toBeUndefined();
    for (const name of ['README.md', 'LICENSE', 'dist/index.js', 'dist/index.d.ts', 'src/index.ts'])
      expect((await readFile(join(installed, name), 'utf8')).length).toBeGreaterThan(100);
  });

  test('asks a persisted operation by GET, which the server then keeps', async () => {
    const asked = `${HEAD}print((await client.query(operations.PooledRates, { code: 'RNCP101' })).certification.insertion[0]);`;
    const first = await program(asked);
    // (20·50 + 20·70 + 10·60) / 50
    expect(first).toMatchObject({ indicator: 'GLOBAL_6_MONTHS', value: 60, base: 50 });
    const known = server.lines.length;
    expect(await program(asked)).toEqual(first);
    const lines = () =>
      server.lines
        .slice(known)
        .filter(({ path }) => path === '/graphql')
        .map(({ method, cache, operation }) => [method, cache, operation]);
    await expect.poll(lines).toEqual([['GET', 'hit', 'PooledRates']]);
  });

  test('asks by text when the server has another version of the operation', async () => {
    const answer = await program(`${HEAD}
const older = { ...operations.PooledRates, documentId: 'sha256:' + '0'.repeat(64) };
print((await client.query(older, { code: 'RNCP101' })).certification.insertion[0].value);`);
    expect(answer).toBe(60);
  });

  test('sends variables by POST that are too long for an address', async () => {
    const answer = await program(`${HEAD}
const codes = Array.from({ length: 1500 }, (_, index) => 'RNCP' + (index % 2 ? 101 : 112));
print(await client.query(operations.InsertionByDimensions, { groupBy: ['LEVEL'], filter: { certification: { codes } } }));`);
    // The three cohorts of RNCP101 and the one of RNCP112: 50 and 30 certified.
    expect(answer).toMatchObject({
      insertionStatistics: { groups: [{ key: { level: 6 }, summary: { certified: 80 } }] },
    });
  });

  test('reads all nodes of a connection page by page', async () => {
    const answer = await program(`${HEAD}
const all = [];
const nodes = client.nodes(operations.SmallRsCohorts, { atMost: 100, first: 1 }, (data) => data.cohorts);
for await (const { certification, year } of nodes) all.push([certification.code, year]);
print(all);`);
    expect(answer).toEqual([
      ['RS201', 2024],
      ['RS200', 2023],
      ['RS200', 2024],
    ]);
  });

  test('reads the rows of a report, with labels, filters and texts beyond ASCII', async () => {
    const answer = await program(`${HEAD}
const rows = [];
for await (const row of client.report('certifications', { register: 'RNCP', level: [4, 7], labels: 'en' })) {
  rows.push([row.certification_code, row.title, row.registration_type_label, row.active]);
}
for await (const row of client.report('certifications')) { rows.push(row.certification_code); break; }
print(rows);`);
    expect(answer).toEqual([
      ['RNCP130', 'Assistant de gestion', 'Registered on request', true],
      ['RNCP160', 'Manager', 'Registered on request', true],
      'RNCP100',
    ]);
  });

  test('runs the program of its README', async () => {
    const readme = await readFile(join(ROOT, 'clients/typescript/README.md'), 'utf8');
    const [, text = ''] = /```js\n([\s\S]*?)```/.exec(readme) ?? [];
    const said = await program(`const lines = [];
${text.replaceAll('console.log(', 'lines.push(')}
console.log(JSON.stringify(lines));`);
    // RNCP130 alone owes a rate, of its cohort of 2024: since 2025-12-31, on 2026-11-02.
    expect(said).toMatchObject({ 0: 60, 1: 'RNCP130', 2: 306 });
    expect((said as unknown[]).at(-2)).toBe('BAD_USER_INPUT');
  });

  test('pins a publication, and says whether its rows still hold', async () => {
    const answer = await program(`${HEAD}
const pinned = await client.query(operations.PooledRates, { code: 'RNCP101' }, { publication: 1 });
const check = await client.checkReport('cohorts', { publication: 1, code: 'RNCP101' });
const gone = await client.query(operations.PooledRates, { code: 'RNCP101' }, { publication: 9 }).catch((error) => error.code);
print([pinned.certification.insertion[0].value, check.verdict, gone]);`);
    expect(answer).toEqual([60, 'NEWEST', 'BAD_USER_INPUT']);
  });

  test('throws errors with their code, and what is wrong with each parameter', async () => {
    const answer = await program(`${HEAD}
const errors = [];
const note = (error) => errors.push([error instanceof DebouchesError, error.code, error.status, error.errors.map((each) => each.parameter ?? each.extensions.code), typeof error.requestId]);
await client.query(operations.SmallRsCohorts, { first: 9999 }).catch(note);
try { for await (const _ of client.report('cohorts', { level: 9, register: 'XX' })); } catch (error) { note(error); }
await createClient('http://localhost:4000', { key: 'wrong' }).query(operations.DataStatus).then(() => errors.push('answered'));
const stop = AbortSignal.abort(new Error('stopped'));
await client.query(operations.DataStatus, {}, { signal: stop }).catch((error) => errors.push(error.message));
print(errors);`);
    expect(answer).toEqual([
      [true, 'BAD_USER_INPUT', 200, ['BAD_USER_INPUT'], 'string'],
      [true, 'BAD_USER_INPUT', 400, ['register', 'level'], 'string'],
      // A server without keys checks none.
      'answered',
      'stopped',
    ]);
  });

  test('asks again when the server is busy, after the seconds that it says, and no longer than it is told to', async () => {
    // A server that is always busy at first, as ours is under load.
    const asked: number[] = [];
    const busy = createServer((request, response) => {
      asked.push(performance.now());
      const seconds = request.url?.startsWith('/reports/vae') ? '600' : '1';
      if (asked.length === 1 || seconds === '600') {
        response.writeHead(503, {
          'content-type': 'application/problem+json',
          'retry-after': seconds,
        });
        response.end('{"code":"TOO_MANY_EXPORTS","status":503,"detail":"busy"}');
        return;
      }
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      response.end('{"certification_code":"RNCP1"}\n');
    });
    await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = busy.address() as AddressInfo;
      const answer = await program(`${HEAD}
const other = createClient('http://127.0.0.1:${port}/');
const rows = [];
for await (const row of other.report('cohorts')) rows.push(row);
try { for await (const row of other.report('vae')) rows.push(row); } catch (error) { rows.push([error.code, error.retryAfter]); }
print(rows);`);
      expect(answer).toEqual([{ certification_code: 'RNCP1' }, ['TOO_MANY_EXPORTS', 600]]);
      const [first = 0, second = 0, ...more] = asked;
      expect(second - first).toBeGreaterThan(990);
      expect(more.length).toBe(1);
    } finally {
      busy.closeAllConnections();
      busy.close();
    }
  });
});

/** What the compiler says of a program, by line. */
async function complaints(text: string): Promise<readonly string[]> {
  await writeFile(join(folder, 'consumer.ts'), text);
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        ...{ target: 'es2022', lib: ['es2022', 'dom'], types: [], module: 'nodenext' },
        ...{ noEmit: true, strict: true, exactOptionalPropertyTypes: true },
        ...{ noUncheckedIndexedAccess: true, verbatimModuleSyntax: true },
      },
      include: ['consumer.ts'],
    }),
  );
  const tsc = join(ROOT, 'node_modules/.bin/tsc');
  try {
    await run(tsc, ['-p', folder, '--pretty', 'false'], { cwd: folder });
    return [];
  } catch (error) {
    const { stdout } = error as { stdout: string };
    return stdout.split('\n').filter((line) => line.includes('error TS'));
  }
}

describe('the types of the package', () => {
  const imports = `import { createClient } from 'debouches-client';
import { DataStatus, PooledRates, SmallRsCohorts } from 'debouches-client/operations';
const client = createClient('https://debouches.example');
`;

  test('say what answers, nodes and rows hold', async () => {
    expect(
      await complaints(`${imports}
const status = await client.query(DataStatus);
export const days: number | null | undefined = status.dataStatus?.ageDays;
const rates = await client.query(PooledRates, { code: 'RNCP101', lastCohorts: 2 }, { publication: 3 });
export const rate: number | null | undefined = rates.certification?.insertion[0]?.value;
for await (const { year, certification } of client.nodes(SmallRsCohorts, {}, (data) => data.cohorts)) {
  export_(year.toFixed() + certification.code);
}
for await (const row of client.report('insertion-rates', { register: 'RNCP', level: [6, 7], labels: 'fr' })) {
  const status: 'PUBLISHED' | 'OVERDUE' | null = row.rate_status === 'PUBLISHED' || row.rate_status === 'OVERDUE' ? row.rate_status : null;
  export_(row.certification_code, row.rate?.toFixed(2), row.rate_status_label, status, row.year + 1);
}
declare function export_(...values: unknown[]): void;
`),
    ).toEqual([]);
  });

  test.each([
    ['a variable that is missing', 'await client.query(PooledRates);'],
    ['a variable of another type', 'await client.query(PooledRates, { code: 35746 });'],
    [
      'a variable that there is not',
      "await client.query(PooledRates, { code: 'RNCP1', year: 1 });",
    ],
    [
      'a field that was not asked for',
      'export const x = (await client.query(DataStatus)).certification;',
    ],
    ['a report that there is not', "export const x = client.report('cohort');"],
    ['a parameter that there is not', "export const x = client.report('vae', { months: 3 });"],
    ['a value that is not accepted', "export const x = client.report('vae', { register: 'XX' });"],
    [
      'a column that there is not',
      "for await (const row of client.report('vae')) console.log(row.rate);",
    ],
    [
      'a label without labels',
      "for await (const row of client.report('vae')) console.log(row.register_label);",
    ],
    [
      'a number that may be absent',
      "for await (const row of client.report('vae')) row.vae_share.toFixed();",
    ],
  ])('refuse %s', async (_what, line) => {
    const [first = '', ...more] = await complaints(imports + line);
    expect(more).toEqual([]);
    expect(first).toContain('consumer.ts(4,');
  });
});
