/** A process that attacks as it is ordered by its parent: another than the one that measures. */
import type { Order } from './attack.ts';
import { ATTACKS } from './attacks.ts';
import { Tally } from './tally.ts';

process.on('message', async ({ name, seconds, ...order }: Order) => {
  const attack = ATTACKS.find((each) => each.name === name);
  if (!attack) throw new Error(`${name}: no such attack`);
  const tally = new Tally();
  await attack.run({ ...order, tally, end: performance.now() + 1000 * seconds });
  process.send?.(tally.outcomes);
});
