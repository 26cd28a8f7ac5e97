/**
 * `npm run bench:peers`: puts three questions to the product and to PostGraphile 5 over the same
 * database, in the same run, at 16 connections. PostGraphile is installed from the npm registry into
 * a folder of its own and reads copies of the tables that have keys and foreign keys; both answers
 * must hold the same values. The product keeps no answers. Prints rates, p50, p99 and ratios.
 *
 *   DATABASE_URL=postgres://… npm run bench:peers                       in a database of its own
 *   DATABASE_URL=postgres://…/debouches npm run bench:peers -- --existing   over what it holds
 *   … -- --fiches 3000 --seconds 2                                      a smaller register, shortly
 *   … -- --json figures.json                                            figures for machines, too
 */
import { deepStrictEqual } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import {
  databaseUrl,
  decimals,
  type Figure,
  printTable,
  REGISTER_OPTIONS,
  writeFigures,
} from './figures.ts';
import { type LoadRequest, load, post, ratio } from './load.ts';
import { PEER_QUESTIONS, type PeerQuestion } from './peer-questions.ts';
import { type Listening, NO_ANSWERS_KEPT, startProduct, startScript } from './processes.ts';
import { REAL_FICHES } from './real-size.ts';
import { ask, type Register, withRegister } from './register.ts';

/** Which PostGraphile: the newest stable 5. */
const PEER = 'postgraphile@^5.1';
const SERVER = 'postgraphile-server.mjs';
/** Of how many variables both answers are compared. */
const COMPARED = 50;

const { values } = parseArgs({
  options: { ...REGISTER_OPTIONS, seconds: { type: 'string', default: '10' } },
});
const url = databaseUrl();
const fiches = Number(values.fiches ?? REAL_FICHES);
const folder = await mkdtemp(join(tmpdir(), 'debouches-peers-'));
try {
  const version = await installPeer();
  console.log(`PostGraphile ${version}, Node ${process.version}`);
  await withRegister({ url, fiches, existing: values.existing }, async (register) => {
    await ask(register, await readFile(new URL('peer-schema.sql', import.meta.url), 'utf8'));
    try {
      await ask(register, 'vacuum analyze');
      const questions = await compare(register);
      const counts = await register.counts();
      await writeFigures(values.json, { postgraphile: { version }, register: counts, questions });
    } finally {
      await ask(register, 'drop schema peer cascade');
    }
  });
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Installs PostGraphile beside a copy of its server's program; gives its version. */
async function installPeer(): Promise<string> {
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--omit=dev'];
  await promisify(execFile)('npm', ['install', '--prefix', folder, ...flags, PEER], {
    cwd: folder,
  });
  await copyFile(new URL(SERVER, import.meta.url), join(folder, SERVER));
  const text = await readFile(join(folder, 'node_modules/postgraphile/package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

async function compare(register: Register): Promise<Figure[]> {
  const product = await startProduct({ DATABASE_URL: register.href, ...NO_ANSWERS_KEPT });
  const peer = await startScript(pathToFileURL(join(folder, SERVER)).href, {
    ...{ DATABASE_URL: register.href, NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
  });
  const figures: Figure[] = [];
  try {
    const print = printTable([
      ...([
        ['question', 38],
        ['req/s', 8],
        ['p50 ms', 8],
        ['p99 ms', 8],
      ] as const),
      ...([
        ['PostGraphile/s', 16],
        ['p50 ms', 8],
        ['p99 ms', 8],
        ['ratio', 8],
      ] as const),
    ]);
    for (const question of PEER_QUESTIONS) {
      const variables = await question.variables(register);
      await compareAnswers(question, variables, product, peer);
      const requests = (query: string): LoadRequest[] => variables.map((each) => post(query, each));
      const ours = await load(product.port, requests(question.ours), Number(values.seconds));
      const theirs = await load(peer.port, requests(question.theirs), Number(values.seconds));
      const times = ratio(ours.perSecond, theirs.perSecond);
      print([
        ...[question.name, ours.perSecond.toFixed(0), ours.p50, ours.p99],
        ...[theirs.perSecond.toFixed(0), theirs.p50, theirs.p99, decimals(times, 2)],
      ]);
      figures.push({ question: question.name, ours, postgraphile: theirs, ratio: times });
    }
  } finally {
    await product.stop();
    await peer.stop();
  }
  return figures;
}

/** Throws when the two answers do not hold the same values. */
async function compareAnswers(
  question: PeerQuestion,
  variables: readonly Readonly<Record<string, unknown>>[],
  product: Listening,
  peer: Listening,
): Promise<void> {
  for (const each of variables.slice(0, COMPARED)) {
    const ours = await answerOf(product, post(question.ours, each));
    const theirs = await answerOf(peer, post(question.theirs, each));
    deepStrictEqual(
      question.alike(theirs),
      ours,
      `${question.name}: other values for ${JSON.stringify(each)}`,
    );
  }
}

async function answerOf({ port }: Listening, { path, body = '' }: LoadRequest): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body },
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
  if (errors || !data) throw new Error(`${body}: ${JSON.stringify(errors)}`);
  return data;
}
