import { type LoadRequest, post } from '../load.ts';
import { type Attack, CONNECTIONS, type Target } from './attack.ts';
import { createClient } from './client.ts';

/** Requests of one connection, at most. */
const MOST = 20_000;

/** The request of a number, which is another for each. */
type RequestAt = (index: number, target: Pick<Target, 'codes'>) => LoadRequest;

/** An attack of requests. */
export interface Flood extends Attack {
  readonly requestAt: RequestAt;
}

/** An attack of requests, each sent as soon as the one before was answered, whatever the answer. */
export function flood(name: string, requestAt: RequestAt): Flood {
  return {
    ...{ name, requestAt },
    run: async (target) => {
      let index = 0;
      const client = createClient(target.port, target.localAddress, CONNECTIONS);
      const repeat = async () => {
        for (let left = MOST; left > 0 && performance.now() < target.end; left--) {
          const outcome = await client.send(requestAt(index++, target));
          target.tally.count(performance.now() < target.end ? outcome : 'cut at the end');
        }
      };
      // What is being answered is dropped.
      const timer = setTimeout(client.close, target.end - performance.now());
      await Promise.all(Array.from({ length: CONNECTIONS }, repeat));
      clearTimeout(timer);
      client.close();
    },
  };
}

/** A flood of operations, the same text or another each time. */
export function operations(name: string, textAt: (index: number) => string): Flood {
  return flood(name, (index) => post(textAt(index), {}));
}

/** One of a list, by turns. */
export function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('an empty list');
  return item;
}

/** A day between 2016 and 2026, another for each number up to 3,600. */
export function dayAt(index: number): string {
  const day = (index * 337) % 3_600;
  return new Date(Date.UTC(2016, 0, 1 + day)).toISOString().slice(0, 10);
}
