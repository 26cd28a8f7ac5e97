import { expect, test } from 'vitest';
import { FairTurns, type Payer, Share } from '../../src/http/fair-turns.ts';

function payer(client = new Share()): Payer & { readonly spent: number[] } {
  const spent: number[] = [];
  return { client, connection: new Share(), spend: (each) => spent.push(each), spent };
}

/** Does some pieces of work that take so many milliseconds of a clock, each in a turn of its own. */
async function work(
  turns: FairTurns,
  { client, done, pieces }: { client: Payer; done: string[]; pieces: readonly string[] },
  clock: { now: number },
): Promise<void> {
  for (const piece of pieces) {
    await turns.own(client);
    clock.now += 10;
    done.push(piece);
  }
}

test('a turn of its own is waited for, and is charged with what is done in it', async () => {
  const clock = { now: 0 };
  const turns = new FairTurns(() => clock.now);
  const one = payer();
  const waited = turns.own(one);
  expect(waited).toBeInstanceOf(Promise);
  await waited;
  clock.now += 3;
  expect(turns.own(one), 'it is short until now').toBeUndefined();
  clock.now += 4;
  const next = turns.own(one);
  expect(next, 'others are due').toBeInstanceOf(Promise);
  await next;
  expect(one.spent).toEqual([7]);
});

test('clients take turns, however many connections one has', async () => {
  const clock = { now: 0 };
  const turns = new FairTurns(() => clock.now);
  const greedy = new Share();
  const done: string[] = [];
  await Promise.all([
    ...Array.from({ length: 4 }, () =>
      work(turns, { client: payer(greedy), done, pieces: ['greedy', 'greedy', 'greedy'] }, clock),
    ),
    work(turns, { client: payer(), done, pieces: ['other', 'other', 'other'] }, clock),
  ]);
  // Each second one is the other's, while it has any.
  expect(done.slice(0, 6).filter((name) => name === 'other').length).toBeGreaterThanOrEqual(2);
  expect(done.slice(0, 7).filter((name) => name === 'other')).toHaveLength(3);
});
