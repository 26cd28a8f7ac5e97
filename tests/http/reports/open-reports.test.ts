import { expect, test } from 'vitest';
import { type Account, NOBODY } from '../../../src/http/clients.ts';
import { FairTurns, Share } from '../../../src/http/fair-turns.ts';
import { OpenReports } from '../../../src/http/reports/open-reports.ts';

/** A client that has a name, for its share is compared. */
const client = (): Account => ({ ...NOBODY, client: new Share(), connection: new Share() });

const SIGNAL = new AbortController().signal;

/** Reports of which three may be open, on a clock of their own. */
function threeReports() {
  const clock = { now: 0 };
  const reports = new OpenReports(
    { concurrency: 1, queueLimit: 2 },
    new FairTurns(),
    () => clock.now,
  );
  const open = (account: Account, unread: number) => {
    const report = reports.open(account, { writableLength: unread });
    if (!report) throw new Error('too many are open');
    return report;
  };
  return { clock, reports, open };
}

test('a report whose reader is waited for has no place: another is made meanwhile', async () => {
  const { reports, open } = threeReports();
  using first = open(client(), 1_000);
  using second = open(client(), 0);
  await first.make(async () => 'some rows', SIGNAL);
  expect(reports.counts).toEqual({ running: 0, waiting: 0, sending: 2 });
  expect(await second.make(async () => 'others', SIGNAL)).toBe('others');
});

test('as many are made at once as may be, the others in their order', async () => {
  const { reports, open } = threeReports();
  using first = open(client(), 0);
  using second = open(client(), 0);
  const { promise, resolve } = Promise.withResolvers<void>();
  const done: string[] = [];
  const making = [
    first.make(() => promise, SIGNAL).then(() => done.push('first')),
    second.make(async () => {}, SIGNAL).then(() => done.push('second')),
  ];
  expect(reports.counts).toEqual({ running: 1, waiting: 1, sending: 0 });
  resolve();
  await Promise.all(making);
  expect(done).toEqual(['first', 'second']);
});

test('too many are refused while readers take what they get', () => {
  const { clock, reports, open } = threeReports();
  const one = client();
  const all = [open(one, 0), open(one, 0), open(one, 0)];
  clock.now = 10_000;
  expect(reports.open(client(), { writableLength: 0 })).toBeNull();
  all[0]?.[Symbol.dispose]();
  expect(reports.open(client(), { writableLength: 0 })).not.toBeNull();
});

test('the one of the client with most whose reader was waited for longest makes room', async () => {
  const { clock, reports, open } = threeReports();
  const [greedy, other] = [client(), client()];
  const others = open(other, 1_000);
  await others.make(async () => {}, SIGNAL);
  clock.now = 1_000;
  const [first, second] = [open(greedy, 1_000), open(greedy, 1_000)];
  await second.make(async () => {}, SIGNAL);
  clock.now = 1_500;
  await first.make(async () => {}, SIGNAL);
  expect(reports.open(client(), { writableLength: 0 }), 'none is slow yet').toBeNull();
  clock.now = 2_100;
  expect(reports.open(client(), { writableLength: 0 })).not.toBeNull();
  expect([others, first, second].map(({ signal }) => signal.aborted)).toEqual([false, false, true]);
  expect(second.signal.reason).toMatchObject({ code: 'READ_TOO_SLOWLY' });
});

test('one client has a quarter of those that may be open, and leaves the rest to the others', async () => {
  const clock = { now: 0 };
  const reports = new OpenReports(
    { concurrency: 4, queueLimit: 36 },
    new FairTurns(),
    () => clock.now,
  );
  const greedy = client();
  const open = (account: Account, unread = 0) => reports.open(account, { writableLength: unread });
  const own = Array.from({ length: 10 }, (_, place) => open(greedy, place === 3 ? 1_000 : 0));
  expect(own).not.toContain(null);
  expect(open(greedy), 'an eleventh').toBeNull();
  expect(open(client()), 'of another').not.toBeNull();
  // One of its own makes room, once its reader has taken nothing for a while.
  clock.now = 5_000;
  expect(open(greedy)).not.toBeNull();
  expect(own.map((each) => each?.signal.aborted).indexOf(true)).toBe(3);
});
