/**
 * `npm run bench:start`: starts the product over the embedded database in an empty folder, where it
 * loads the demonstration register, asks it one question, and starts it again over what is there.
 * Prints the seconds from the start to the answer, and the peak memory of the process by then.
 *
 *   npm run bench:start
 *   npm run bench:start -- --json figures.json              figures for machines, too
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decimals, type Figure, printTable, writeFigures } from './figures.ts';
import { post } from './load.ts';
import { megabytesOf, startProduct } from './processes.ts';

const QUESTION = post('{ certifications(first: 1) { totalCount nodes { title } } }', {});

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const folder = await mkdtemp(join(tmpdir(), 'debouches-bench-'));
const settings = {
  ...{ DATABASE_URL: '', DATA_DIR: join(folder, 'data') },
  // Compiled code is kept between starts: the first one after an installation has none.
  NODE_COMPILE_CACHE: join(folder, 'compiled'),
};
const figures: Figure[] = [];
try {
  const print = printTable([
    ...([
      ['start', 44],
      ['seconds', 9],
      ['peak MB', 9],
    ] as const),
    ['resident MB', 13],
  ]);
  const measure = async (start: string, files: string | null) => {
    if (files) await rm(join(folder, files), { recursive: true, force: true });
    const figure = { start, ...(await firstAnswer()) };
    const { seconds, peakMegabytes, residentMegabytes } = figure;
    print([
      ...[start, seconds.toFixed(2), decimals(peakMegabytes, 0)],
      decimals(residentMegabytes, 0),
    ]);
    figures.push(figure);
  };
  await measure('the very first: nothing compiled, no data', null);
  await measure('an empty data folder', 'data');
  await measure('over the data of the last one', null);
  await writeFigures(values.json, { starts: figures });
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function firstAnswer() {
  const started = performance.now();
  const product = await startProduct(settings);
  try {
    const response = await fetch(`http://127.0.0.1:${product.port}${QUESTION.path}`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: QUESTION.body ?? '',
    });
    const { data } = (await response.json()) as {
      data?: { certifications: { totalCount: number } };
    };
    if (!data?.certifications.totalCount) throw new Error('the first answer has no certification');
    return {
      seconds: (performance.now() - started) / 1000,
      peakMegabytes: megabytesOf(product.pid, 'VmHWM'),
      residentMegabytes: megabytesOf(product.pid, 'VmRSS'),
    };
  } finally {
    await product.stop();
  }
}
