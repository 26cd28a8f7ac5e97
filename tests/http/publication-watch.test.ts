import { expect, test } from 'vitest';
import { createPublicationWatch } from '../../src/http/publication-watch.ts';

/** A database whose looks are answered by hand. */
function watched() {
  const looks: { answer: (id: number) => void; fail: (error: Error) => void }[] = [];
  const watch = createPublicationWatch(
    () => new Promise<number>((resolve, reject) => looks.push({ answer: resolve, fail: reject })),
  );
  const lookNumber = async (number: number) => {
    while (!looks[number]) await new Promise(setImmediate);
    return looks[number];
  };
  return { watch, looks, lookNumber };
}

test('those who ask together share one look', async () => {
  const { watch, looks, lookNumber } = watched();
  const asked = [watch(), watch(), watch()];
  (await lookNumber(0)).answer(1);
  expect(await Promise.all(asked)).toEqual([1, 1, 1]);
  expect(looks).toHaveLength(1);
});

test('who asks while a look runs gets one of its own, which sees what was published meanwhile', async () => {
  const { watch, looks, lookNumber } = watched();
  const first = watch();
  const running = await lookNumber(0);
  const late = [watch(), watch()];
  const second = await lookNumber(1);
  expect(looks).toHaveLength(2);
  // Whichever is answered first: each tells those who asked before it began.
  second.answer(2);
  expect(await Promise.all(late)).toEqual([2, 2]);
  running.answer(1);
  expect(await first).toBe(1);
});

test('two looks run at once: who asks meanwhile waits for one to end, and shares the next', async () => {
  const { watch, looks, lookNumber } = watched();
  const first = watch();
  await lookNumber(0);
  const second = watch();
  const other = await lookNumber(1);
  const late = [watch(), watch()];
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
  expect(looks).toHaveLength(2);
  other.answer(2);
  expect(await second).toBe(2);
  (await lookNumber(2)).answer(3);
  expect(await Promise.all(late)).toEqual([3, 3]);
  (await lookNumber(0)).answer(1);
  expect(await first).toBe(1);
});

test('a look that fails is told to those who wait for it, and the next one looks again', async () => {
  const { watch, lookNumber } = watched();
  const asked = [watch(), watch()];
  const running = await lookNumber(0);
  const late = watch();
  running.fail(new Error('the database is gone'));
  for (const each of asked) await expect(each).rejects.toThrow('the database is gone');
  (await lookNumber(1)).answer(3);
  expect(await late).toBe(3);
});

test('a look that cannot even start is a failure like others', async () => {
  let looks = 0;
  const watch = createPublicationWatch<number>(() => {
    looks += 1;
    if (looks === 1) throw new Error('closed');
    return Promise.resolve(looks);
  });
  await expect(watch()).rejects.toThrow('closed');
  expect(await watch()).toBe(2);
});
