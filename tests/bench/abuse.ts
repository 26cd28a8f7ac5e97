/**
 * `npm run bench:abuse`: one client does its worst to a server over a register of the real size, by
 * one attack after the other, while others ask the card of a certification and `/health/live`. Prints
 * what they get, from another address and from that of the attack, and what the server takes.
 *
 *   DATABASE_URL=postgres://… npm run bench:abuse                       in a database of its own
 *   DATABASE_URL=postgres://…/debouches npm run bench:abuse -- --existing   over what it holds
 *   … -- --fiches 3000                                                  a smaller register
 *   … -- --seconds 2                                                    each attack lasts 2 seconds
 *   … -- --only peers,reports-xlsx                                      some attacks
 *   … -- --json figures.json                                            figures for machines, too
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Order } from './abuse/attack.ts';
import { ATTACKS } from './abuse/attacks.ts';
import { createClient } from './abuse/client.ts';
import { pick } from './abuse/flood.ts';
import { Neighbour } from './abuse/neighbour.ts';
import { type Outcomes, totalOf } from './abuse/tally.ts';
import { watchProcess } from './abuse/watch.ts';
import {
  databaseUrl,
  decimals,
  type Figure,
  printTable,
  REGISTER_OPTIONS,
  writeFigures,
} from './figures.ts';
import { post, ratio } from './load.ts';
import { type Listening, startProduct } from './processes.ts';
import { REAL_FICHES } from './real-size.ts';
import { withRegister } from './register.ts';

/** Requests of a neighbour in a second. */
const [CARDS, LOOKS] = [50, 10];

/** The address of a neighbour; attacks have one each, so that none begins with what another spent. */
const NEIGHBOUR = '127.0.0.2';
const attackerAt = (index: number) => `127.0.1.${1 + index}`;

/** What is to hold under every attack, in milliseconds: p99 of a card, and the longest of a look. */
const [TIMES_IDLE, LEAST_P99, LONGEST_LOOK] = [5, 60, 100];

/** Milliseconds in which a server may come to rest after an attack. */
const REST_MS = 20_000;

const { values } = parseArgs({
  options: {
    ...REGISTER_OPTIONS,
    seconds: { type: 'string', default: '5' },
    only: { type: 'string' },
  },
});
const seconds = Number(values.seconds);
const only = values.only?.split(',');
const unknown = only?.filter((name) => ATTACKS.every((attack) => attack.name !== name)) ?? [];
if (unknown.length > 0) {
  console.error(`--only: no attack is called ${unknown.join(', ')}`);
  console.error(ATTACKS.map(({ name }) => name).join(', '));
  process.exit(2);
}
const attacks = ATTACKS.filter(({ name }) => only?.includes(name) ?? true);

const cardText = await readFile(
  new URL('../../schema/operations/certification-card.graphql', import.meta.url),
  'utf8',
);

await withRegister(
  {
    ...{ url: databaseUrl(), existing: values.existing },
    fiches: Number(values.fiches ?? REAL_FICHES),
  },
  async (register) => {
    const codes = await register.codes();
    const start = () => startProduct({ DATABASE_URL: register.href });
    let server = await start();
    const attacker = startAttacker();
    try {
      // What is compiled at the first use is compiled before the count.
      await measure(server, codes, NEIGHBOUR, () => setTimeout(2_000));
      const idle = await measure(server, codes, NEIGHBOUR, () => setTimeout(1000 * seconds));
      const limit = Math.max(TIMES_IDLE * (idle.other.p99 ?? 0), LEAST_P99);
      const print = printHeads();
      printFigure(print, { attack: 'idle', ...idle, outcomes: {}, held: true }, idle.other.p99);
      const figures: AttackFigure[] = [];
      for (const [index, { name }] of attacks.entries()) {
        const localAddress = attackerAt(index);
        let outcomes: Outcomes = {};
        const measured = await measure(server, codes, localAddress, async () => {
          outcomes = await attack(attacker, {
            ...{ name, port: server.port, localAddress, seconds, codes },
          });
        });
        const alive = measured.processorSeconds !== null;
        const held =
          alive &&
          (measured.other.p99 ?? Number.POSITIVE_INFINITY) <= limit &&
          totalOf(measured.other.failed) === 0 &&
          (measured.live.max ?? Number.POSITIVE_INFINITY) <= LONGEST_LOOK;
        const figure = { attack: name, ...measured, outcomes, held };
        printFigure(print, figure, idle.other.p99);
        figures.push(figure);
        if (alive) await rest(server);
        else server = await start();
      }
      const failed = figures.filter(({ held }) => !held).map((figure) => figure.attack);
      console.log(
        `\nheld: p99 of a card within ${limit.toFixed(0)} ms, none failed, and /health/live within ${LONGEST_LOOK} ms, for ${figures.length - failed.length} of ${figures.length} attacks${failed.length > 0 ? `; not for ${failed.join(', ')}` : ''}`,
      );
      await writeFigures(values.json, {
        register: await register.counts(),
        goal: { cardP99: limit, live: LONGEST_LOOK },
        idle,
        attacks: figures,
      });
    } finally {
      attacker.kill();
      await server.stop();
    }
  },
);

interface Measured extends Figure {
  /** Cards of a client that has another address than the attack, and of one that has the same. */
  readonly other: Awaited<ReturnType<Neighbour['stop']>>;
  readonly same: Awaited<ReturnType<Neighbour['stop']>>;
  readonly live: Awaited<ReturnType<Neighbour['stop']>>;
  readonly processorSeconds: number | null;
  readonly residentMegabytes: number | null;
}

interface AttackFigure extends Measured {
  readonly attack: string;
  readonly outcomes: Outcomes;
  readonly held: boolean;
}

/** What neighbours get while something is done, and what the server takes. */
async function measure(
  { port, pid }: Listening,
  codes: readonly string[],
  attackAddress: string,
  act: () => Promise<unknown>,
): Promise<Measured> {
  const cards = (localAddress: string, from: number) =>
    new Neighbour(port, { localAddress, perSecond: CARDS }, (index) =>
      post(cardText, { code: pick(codes, from + index) }),
    );
  const watched = watchProcess(pid);
  const other = cards(NEIGHBOUR, 0);
  const same = cards(attackAddress, codes.length / 2);
  const live = new Neighbour(port, { localAddress: NEIGHBOUR, perSecond: LOOKS }, () => ({
    ...{ method: 'GET', path: '/health/live' },
  }));
  await act();
  const latencies = {
    other: await other.stop(),
    same: await same.stop(),
    live: await live.stop(),
  };
  return { ...latencies, ...watched.stop() };
}

/** Starts the process that attacks. On a machine of its own it would take nothing from the server. */
function startAttacker(): ChildProcess {
  const child = fork(fileURLToPath(new URL('abuse/attacker.ts', import.meta.url)));
  if (child.pid !== undefined) setPriority(child.pid, 10);
  return child;
}

async function attack(attacker: ChildProcess, order: Order): Promise<Outcomes> {
  attacker.send(order);
  const [outcomes] = (await once(attacker, 'message')) as [Outcomes];
  return outcomes;
}

/** Waits until a server that was attacked answers as it should. */
async function rest({ port }: Listening): Promise<void> {
  const client = createClient(port, NEIGHBOUR, 1);
  const end = performance.now() + REST_MS;
  for (let quick = 0; quick < 5 && performance.now() < end; ) {
    const from = performance.now();
    await client.send({ method: 'GET', path: '/health/live' });
    quick = performance.now() - from < 20 ? quick + 1 : 0;
    await setTimeout(100);
  }
  client.close();
}

function printHeads() {
  return printTable([
    ...([
      ['attack', 26],
      ['req/s', 7],
      ['p50 ms', 8],
      ['p99 ms', 8],
      ['times idle', 11],
      ['failed', 7],
    ] as const),
    ...([
      ['same: p99', 10],
      ['failed', 7],
      ['live ms', 8],
      ['CPU s', 7],
      ['MB', 6],
      ['held', 6],
    ] as const),
    ['  answers', 0],
  ]);
}

function printFigure(
  print: ReturnType<typeof printTable>,
  { attack: name, outcomes, other, same, live, held, ...took }: AttackFigure,
  idleP99: number | null,
): void {
  const answers = Object.entries(outcomes).map(([outcome, count]) => `${count} × ${outcome}`);
  print([
    ...[name, (totalOf(outcomes) / seconds).toFixed(0)],
    ...[decimals(other.p50, 1), decimals(other.p99, 1)],
    ...[decimals(ratio(other.p99, idleP99), 1), totalOf(other.failed)],
    ...[decimals(same.p99, 1), totalOf(same.failed), decimals(live.max, 0)],
    ...[decimals(took.processorSeconds, 1), decimals(took.residentMegabytes, 0)],
    ...[held ? 'yes' : 'NO', `  ${answers.join(', ')}`],
  ]);
}
