import { describe, expect, test } from 'vitest';
import { Gate } from '../../src/http/gate.ts';

const patient = () => new AbortController().signal;

/** Enters, and tells whether it is in yet. */
function comer(gate: Gate, signal = patient()) {
  const state = { in: false, leave: () => {} };
  const entered = gate.enter(signal).then((turn) => {
    Object.assign(state, { in: true, leave: () => turn[Symbol.dispose]() });
  });
  return { state, entered };
}

const settled = () => new Promise(setImmediate);

describe('a gate', () => {
  test('lets in so many at once, others in the order of coming', async () => {
    const gate = new Gate({ running: 2 });
    const [first, second, third, fourth] = [comer(gate), comer(gate), comer(gate), comer(gate)];
    await settled();
    expect([first, second, third, fourth].map(({ state }) => state.in)).toEqual([
      ...[true, true, false, false],
    ]);
    expect(gate.load).toEqual({ running: 2, waiting: 2 });
    second.state.leave();
    await settled();
    expect([third.state.in, fourth.state.in]).toEqual([true, false]);
    expect(gate.load).toEqual({ running: 2, waiting: 1 });
    for (const { state } of [first, third]) state.leave();
    await fourth.entered;
    fourth.state.leave();
    expect(gate.load).toEqual({ running: 0, waiting: 0 });
  });

  test('is left once, however often that is said', async () => {
    const gate = new Gate({ running: 1 });
    const turn = await gate.enter(patient());
    turn[Symbol.dispose]();
    turn[Symbol.dispose]();
    expect(gate.load.running).toBe(0);
    await gate.enter(patient());
    expect(gate.load.running).toBe(1);
  });

  test('forgets who does not wait any longer, and tells them why', async () => {
    const gate = new Gate({ running: 1 });
    const turn = await gate.enter(patient());
    const impatient = new AbortController();
    const gone = gate.enter(impatient.signal);
    const next = comer(gate);
    impatient.abort(new Error('gone home'));
    await expect(gone).rejects.toThrow('gone home');
    await expect(gate.enter(impatient.signal)).rejects.toThrow('gone home');
    turn[Symbol.dispose]();
    await next.entered;
    expect(gate.load).toEqual({ running: 1, waiting: 0 });
  });

  test('is full when as many wait as may', async () => {
    const gate = new Gate({ running: 1, waiting: 1 });
    expect(gate.isFull).toBe(false);
    const turn = await gate.enter(patient());
    expect(gate.isFull).toBe(false);
    const next = comer(gate);
    expect(gate.isFull).toBe(true);
    turn[Symbol.dispose]();
    await next.entered;
    expect(gate.isFull).toBe(false);
    expect(new Gate({ running: 1 }).isFull).toBe(false);
  });
});
