import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Work } from '../../src/domain/work.ts';
import { FairTurns, type Payer, Share } from '../../src/http/fair-turns.ts';

/** Turns over a clock that the test moves. */
function turnsAt() {
  const clock = { ms: 0 };
  const turns = new FairTurns(() => clock.ms);
  const log: string[] = [];
  const spent = new Map<Payer, number>();
  const payer = (client: Share, connection = new Share()): Payer => {
    const made: Payer = {
      ...{ client, connection },
      spend: (milliseconds) => spent.set(made, (spent.get(made) ?? 0) + milliseconds),
    };
    return made;
  };
  const answer = async (name: string, ms: number, by: Payer) => {
    await turns.next(by);
    turns.timed(by, () => {
      log.push(name);
      clock.ms += ms;
    });
  };
  /** Work of pieces of a millisecond, each of which is noted. */
  const work = function* (name: string, pieces: number): Work<string> {
    for (let piece = 1; piece <= pieces; piece++) {
      clock.ms += 1;
      if (piece % 10 === 0) log.push(`${name}${piece}`);
      yield;
    }
    return name;
  };
  return { turns, payer, answer, work, log, spent };
}

const settle = async () => {
  for (let turn = 0; turn < 50; turn++) await setImmediate();
};

describe('turns', () => {
  test('short answers that come together are given in one turn', async () => {
    const { answer, payer, log } = turnsAt();
    for (const name of ['a', 'b', 'c']) void answer(name, 1, payer(new Share()));
    await Promise.resolve();
    await Promise.resolve();
    expect(log).toEqual(['a', 'b', 'c']);
  });

  test('after a long one the others wait, one a turn, in the order they came', async () => {
    const { answer, payer, log } = turnsAt();
    const all = payer(new Share());
    await answer('long', 10, all);
    const answers = ['a', 'b', 'c'].map((name) => answer(name, 10, all));
    await Promise.resolve();
    expect(log).toEqual(['long']);
    for (const expected of [
      ['long', 'a'],
      ['long', 'a', 'b'],
      ['long', 'a', 'b', 'c'],
    ]) {
      await setImmediate();
      expect(log).toEqual(expected);
    }
    await Promise.all(answers);
  });

  test('what comes in a later turn does not wait', async () => {
    const { answer, payer, log } = turnsAt();
    const all = payer(new Share());
    await answer('long', 10, all);
    await setImmediate();
    void answer('next', 10, all);
    await Promise.resolve();
    expect(log).toEqual(['long', 'next']);
  });

  test('connections that come one by one are opened before the next turn, a hundred at most', async () => {
    const { turns, payer, answer, log } = turnsAt();
    const client = new Share();
    await answer('a', 20, payer(client));
    const answers = ['b', 'c'].map((name) => answer(name, 20, payer(client)));
    // As the event loop opens them: one each time round.
    const timesRound = async (connections: number) => {
      for (let times = 0; times < connections; times++) {
        turns.arrived();
        await setImmediate();
      }
    };
    await timesRound(40);
    expect(log).toEqual(['a']);
    await settle();
    expect(log).toEqual(['a', 'b', 'c']);
    await Promise.all(answers);
    await answer('d', 20, payer(client));
    const late = answer('e', 20, payer(client));
    await timesRound(300);
    expect(log, 'however many come').toContain('e');
    await late;
  });

  test('a client of one request comes before the ninth of a client of many', async () => {
    const { answer, payer, log } = turnsAt();
    const many = new Share();
    await answer('first', 10, payer(many));
    const answers = Array.from({ length: 8 }, (_, place) => answer(`m${place}`, 10, payer(many)));
    answers.push(answer('one', 10, payer(new Share())));
    await settle();
    await Promise.all(answers);
    expect(log.indexOf('one')).toBe(1);
  });

  test('of one client, the connection that had least comes first', async () => {
    const { answer, payer, log } = turnsAt();
    const client = new Share();
    const busy = payer(client);
    await answer('first', 10, busy);
    const answers = ['b1', 'b2', 'b3'].map((name) => answer(name, 10, busy));
    answers.push(answer('other', 10, payer(client)));
    await settle();
    await Promise.all(answers);
    expect(log.indexOf('other')).toBe(1);
  });

  test('who was away for long has no more of the processor than who was not', async () => {
    const { answer, payer, log } = turnsAt();
    const steady = payer(new Share());
    const away = payer(new Share());
    await answer('away', 1, away);
    await settle();
    for (let time = 0; time < 20; time++) {
      await answer('steady', 10, steady);
      await settle();
    }
    log.length = 0;
    await answer('steady', 10, steady);
    const answers = Array.from({ length: 4 }, () => [
      answer('away', 10, away),
      answer('steady', 10, steady),
    ]).flat();
    await settle();
    await Promise.all(answers);
    // One after the other, and not all of the one that has come back.
    expect(log.slice(0, 5).filter((each) => each === 'away').length).toBeLessThanOrEqual(3);
    expect(log).toHaveLength(9);
  });
});

describe('work', () => {
  test('short work is done at once, without a promise', () => {
    const { turns, payer, work } = turnsAt();
    expect(turns.run(work('a', 3), payer(new Share()), () => undefined)).toBe('a');
  });

  test('long work gives way: others are answered between its pieces', async () => {
    const { turns, payer, work, answer, log } = turnsAt();
    const long = turns.run(work('w', 50), payer(new Share()), () => undefined);
    expect(long).toBeInstanceOf(Promise);
    const short = answer('short', 1, payer(new Share()));
    expect(await long).toBe('w');
    await short;
    expect(log.indexOf('short')).toBeGreaterThan(0);
    expect(log.indexOf('short')).toBeLessThan(log.indexOf('w30'));
  });

  test('two works at the same time have equal parts', async () => {
    const { turns, payer, work, log } = turnsAt();
    const both = ['a', 'b'].map((name) =>
      turns.run(work(name, 40), payer(new Share()), () => undefined),
    );
    await Promise.all(both);
    expect(Math.abs(log.indexOf('a40') - log.indexOf('b40'))).toBeLessThanOrEqual(2);
  });

  test('work whose signal is aborted is left where it stands', async () => {
    const { turns, payer, work, log } = turnsAt();
    const controller = new AbortController();
    const long = turns.run(work('w', 100), payer(new Share()), () => controller.signal);
    await setImmediate();
    controller.abort(new Error('gone'));
    await expect(long).rejects.toThrow('gone');
    expect(log).not.toContain('w100');
  });

  test('what it takes is spent by who asked', async () => {
    const { turns, payer, work, spent } = turnsAt();
    const mine = payer(new Share());
    await turns.timed(mine, () => turns.run(work('w', 45), mine, () => undefined));
    await setImmediate();
    expect(spent.get(mine)).toBe(45);
  });
});
