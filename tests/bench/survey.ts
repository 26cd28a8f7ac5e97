/**
 * `npm run bench:survey`: imports surveys of a million holders at two horizons with the command of the
 * product, over a register of the real size in PostgreSQL, and copies the same files into bare tables
 * with COPY, in the same run. Then asks for statistics of the register over both: without surveys, with
 * them, and for groups of holders. Prints times, peak memory, rates and ratios.
 *
 *   DATABASE_URL=postgres://… npm run bench:survey                      in databases of its own
 *   … -- --fiches 3000 --holders 100000 --seconds 2                     less of all
 *   … -- --json figures.json                                            figures for machines, too
 */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { databaseUrl, writeFigures } from './figures.ts';
import { type Load, load, post } from './load.ts';
import { NO_ANSWERS_KEPT, type Run, runProduct, startProduct } from './processes.ts';
import { REAL_FICHES } from './real-size.ts';
import { ask, type Register, withRegister } from './register.ts';
import { writeSurveys } from './survey-files.ts';

const { values } = parseArgs({
  options: {
    fiches: { type: 'string', default: String(REAL_FICHES) },
    holders: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '8' },
    json: { type: 'string' },
  },
});
const SECRET = 'the secret of the benchmark of surveys';
/** Certifications that are surveyed, in five cohorts each. */
const SURVEYED = 4_000;

const STATISTICS = `{ insertionStatistics(groupBy: [LEVEL, YEAR]) { groups { summary { certified
  global: rate(indicator: GLOBAL_6_MONTHS) { value interval { lower upper } } } } } }`;
const BEST = STATISTICS.replace('groupBy:', 'source: BEST, groupBy:');
const GROUPS = `{ surveyStatistics(horizon: MONTHS_6, groupBy: [LEVEL, ROUTE]) { groups {
  holders eligible globalRate { percent lower upper } } } }`;

await withRegister(
  { url: databaseUrl(), fiches: Number(values.fiches), existing: false },
  async (register) => {
    const folder = await mkdtemp(join(tmpdir(), 'debouches-bench-'));
    try {
      await measure(register, folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);

async function measure(register: Register, folder: string): Promise<void> {
  const rows = await ask<{ code: string }>(
    register,
    `select code from versions.certification where until = 2147483647 and register = 'RNCP'
     order by code limit ${SURVEYED}`,
  );
  const holders = Number(values.holders);
  const files = await writeSurveys(folder, {
    ...{ holders, codes: rows.map(({ code }) => code), years: [2019, 2020, 2021, 2022, 2023] },
  });
  const settings = { DATABASE_URL: register.href, SURVEY_SECRET: SECRET };
  const without = await statistics(settings, STATISTICS);
  const floor = await copied(register.href, files);
  console.log(`COPY of the same files into bare tables ${floor.toFixed(1).padStart(6)} s`);
  const imported = await runProduct('debouches', ['survey', 'import', ...files], settings);
  print(imported, holders);
  console.log(`import / COPY   ${(imported.seconds / floor).toFixed(2)}`);
  const withSurveys = await statistics(settings, STATISTICS);
  const best = await statistics(settings, BEST);
  const groups = await statistics(settings, GROUPS);
  const ratio = withSurveys.perSecond / without.perSecond;
  const ofSurveys = best.perSecond / without.perSecond;
  console.log(`statistics without surveys  ${without.perSecond.toFixed(0).padStart(6)} a second`);
  console.log(
    `statistics with surveys     ${withSurveys.perSecond.toFixed(0).padStart(6)} a second`,
  );
  console.log(`with / without   ${ratio.toFixed(2)}`);
  console.log(`statistics of surveys       ${best.perSecond.toFixed(0).padStart(6)} a second`);
  console.log(`of surveys / without   ${ofSurveys.toFixed(2)}`);
  console.log(`groups of holders           ${groups.perSecond.toFixed(1).padStart(6)} a second`);
  await writeFigures(values.json, {
    ...{ register: { fiches: Number(values.fiches), holders }, copy: { seconds: floor } },
    import: { seconds: imported.seconds, peakMegabytes: imported.peakMegabytes },
    statistics: {
      without: without.perSecond,
      with: withSurveys.perSecond,
      ratio,
      best: best.perSecond,
    },
    groups: { perSecond: groups.perSecond },
  });
}

async function statistics(
  settings: Readonly<Record<string, string>>,
  query: string,
): Promise<Load> {
  const server = await startProduct({
    ...{ ...settings, ...NO_ANSWERS_KEPT, CLIENT_MS_PER_SECOND: '0' },
  });
  try {
    return await load(server.port, [post(query, {})], Number(values.seconds));
  } finally {
    await server.stop();
  }
}

/** Seconds that it takes to have the cells of the files in tables of texts. */
async function copied(href: string, files: readonly string[]): Promise<number> {
  const client = new pg.Client(href);
  await client.connect();
  try {
    const begun = performance.now();
    for (const [place, file] of files.entries()) {
      const columns = Array.from({ length: place === 0 ? 7 : 15 }, (_, at) => `c${at} text`);
      await client.query(`create table bare_${place} (${columns.join(', ')})`);
      const stream = client.query(copyFrom(`copy bare_${place} from stdin (format csv, header)`));
      await pipeline(createReadStream(file), stream);
    }
    return (performance.now() - begun) / 1000;
  } finally {
    await client.query('drop table if exists bare_0, bare_1');
    await client.end();
  }
}

function print({ seconds, peakMegabytes }: Run, holders: number): void {
  const peak =
    peakMegabytes === null ? 'not told by this system' : `${peakMegabytes.toFixed(0)} MB`;
  console.log(
    `import of ${holders} holders, two horizons ${seconds.toFixed(1).padStart(6)} s   peak ${peak} resident`,
  );
}
