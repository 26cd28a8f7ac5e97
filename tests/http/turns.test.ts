import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTurns } from '../../src/http/turns.ts';

/** Turns over a clock that the test moves. */
function turnsAt() {
  const clock = { ms: 0 };
  const nextTurn = createTurns(() => clock.ms);
  const log: string[] = [];
  const answer = async (name: string, ms: number) => {
    await nextTurn();
    log.push(name);
    clock.ms += ms;
  };
  return { answer, log };
}

test('short answers that come together are given in one turn', async () => {
  const { answer, log } = turnsAt();
  for (const name of ['a', 'b', 'c']) void answer(name, 1);
  await Promise.resolve();
  await Promise.resolve();
  expect(log).toEqual(['a', 'b', 'c']);
});

test('after a long one the others wait, one a turn, in the order they came', async () => {
  const { answer, log } = turnsAt();
  const answers: Promise<void>[] = [];
  await answer('long', 10);
  for (const name of ['a', 'b', 'c']) answers.push(answer(name, 10));
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
  const { answer, log } = turnsAt();
  await answer('long', 10);
  await setImmediate();
  void answer('next', 10);
  await Promise.resolve();
  expect(log).toEqual(['long', 'next']);
});
