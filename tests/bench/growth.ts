import { decimals, printTable, writeFigures } from './figures.ts';
import { OPERATIONS } from './floors.ts';
import { load, ratio } from './load.ts';
import { type Listening, megabytesOf, NO_ANSWERS_KEPT, startProduct } from './processes.ts';
import { type Register, withRegister } from './register.ts';
import { requestsOf } from './requests.ts';

/** How often the server is started to time it. */
const STARTS = 3;

/** What is measured on both sizes: single certifications, their benchmarks, and a page of a list. */
const GROWN = OPERATIONS.filter(
  ({ name, varies }) =>
    varies?.variable === 'code' || name === 'a list of 50 with blocks and cohorts',
);

interface GrowthOptions {
  /** A PostgreSQL server, on which two databases are made. */
  readonly url: string;
  readonly fiches: number;
  readonly seconds: number;
  readonly json: string | undefined;
}

/** The same on a tenth of a register and on the whole, one after the other: what growing costs. */
export async function compareGrowth({ url, fiches, seconds, json }: GrowthOptions): Promise<void> {
  const tenth = { url, fiches: Math.round(fiches / 10), existing: false };
  await withRegister(tenth, (small) =>
    withRegister({ url, fiches, existing: false }, async (large) => {
      // Compiled code is kept between starts: what the first one makes is not counted.
      await (await startOver(small)).stop();
      const sizes = [await measureStart(small), await measureStart(large)];
      const operations = await compareLoads(small, large, seconds);
      for (const { counts, startSeconds, residentMegabytes } of sizes) {
        console.log(
          `${counts['certification']} certifications: the server listens after ${startSeconds.toFixed(2)} s and has ${decimals(residentMegabytes, 0) ?? '-'} MB resident then`,
        );
      }
      await writeFigures(json, { sizes, operations });
    }),
  );
}

function startOver({ href }: Register): Promise<Listening> {
  return startProduct({ DATABASE_URL: href, ...NO_ANSWERS_KEPT });
}

/** What a server takes before it answers: seconds to listening, the median of several, and memory. */
async function measureStart(register: Register) {
  const times: number[] = [];
  let residentMegabytes: number | null = null;
  for (let start = 0; start < STARTS; start++) {
    const begun = performance.now();
    const product = await startOver(register);
    times.push((performance.now() - begun) / 1000);
    residentMegabytes = megabytesOf(product.pid, 'VmRSS');
    await product.stop();
  }
  const startSeconds = times.toSorted((a, b) => a - b)[Math.floor(STARTS / 2)] ?? 0;
  return { counts: await register.counts(), startSeconds, residentMegabytes };
}

async function compareLoads(small: Register, large: Register, seconds: number) {
  const print = printTable([
    ...([
      ['operation', 40],
      ['tenth/s', 9],
      ['p99 ms', 8],
      ['whole/s', 9],
      ['p99 ms', 8],
    ] as const),
    ['slower by', 11],
    ['bytes by', 10],
  ]);
  const products = [await startOver(small), await startOver(large)] as const;
  const figures = [];
  try {
    for (const operation of GROWN) {
      const measure = async (product: Listening, register: Register) =>
        load(product.port, (await requestsOf(operation, register)).requests, seconds);
      const tenth = await measure(products[0], small);
      const whole = await measure(products[1], large);
      const slowerBy = ratio(tenth.perSecond, whole.perSecond);
      // What an answer lists grows too, where a page of it is not filled.
      const longerBy = ratio(whole.bytes, tenth.bytes);
      print([
        ...[operation.name, tenth.perSecond.toFixed(0), tenth.p99],
        ...[whole.perSecond.toFixed(0), whole.p99, decimals(slowerBy, 2), decimals(longerBy, 2)],
      ]);
      figures.push({ operation: operation.name, tenth, whole, slowerBy, longerBy });
    }
  } finally {
    for (const product of products) await product.stop();
  }
  return figures;
}
