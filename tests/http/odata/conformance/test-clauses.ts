import { expect, test } from 'vitest';
import type { OdataServer } from '../odata-server.ts';
import { clausesOf } from './clauses.ts';

type Body = () => Promise<void> | void;

/** Said behind the words of a clause, where it is not that it is met. */
const NOTES = { MET: '', NOTHING: ' (nothing of it here)', LEFT: ' (left)', NOT_MET: ' (not met)' };

/** Runs a test for each clause of a section, under its words; none is left out, and none is beside. */
export function testClauses(section: string, bodies: Readonly<Record<string, Body>>): void {
  const clauses = clausesOf(section);
  const items = clauses.map(({ id }) => id.slice(section.length + 1));
  const beside = Object.keys(bodies).filter((item) => !items.includes(item));
  if (beside.length > 0) throw new Error(`${section} has no ${beside.join(', ')}`);
  for (const [index, { id, words, outcome }] of clauses.entries()) {
    const body = bodies[items[index] ?? ''];
    if (!body) throw new Error(`no test of ${id}`);
    test(`${id}. ${words}${NOTES[outcome]}`, body);
  }
}

/** What tests of clauses look at. */
export function asking(server: OdataServer) {
  const statuses = async (addresses: readonly string[]) => {
    const found: [string, number, string][] = [];
    for (const address of addresses) {
      const { status, code } = await server.error(address);
      found.push([address, status, code]);
    }
    return found;
  };
  return {
    metadata: async () => (await server.get('$metadata', { accept: 'application/xml' })).text(),
    // biome-ignore lint/suspicious/noExplicitAny: CSDL JSON is walked by what it has.
    model: async (): Promise<any> =>
      (await server.get('$metadata', { accept: 'application/json' })).json(),
    codes: async (query: string) =>
      (await server.rows(`certifications?${query}&$select=certification_code`)).map(
        (row) => row['certification_code'],
      ),
    /** Of the standard, and not supported here. */
    expectUnsupported: async (...addresses: string[]) => {
      expect(await statuses(addresses)).toEqual(
        addresses.map((address) => [address, 501, 'NOT_IMPLEMENTED']),
      );
    },
    /** Wrong, by the standard too. */
    expectWrong: async (...addresses: string[]) => {
      expect(await statuses(addresses)).toEqual(
        addresses.map((address) => [address, 400, expect.stringMatching(/^BAD_/)]),
      );
    },
    /** The model has none of what a clause is of. */
    expectNone: async (words: RegExp) => {
      const metadata = await (await server.get('$metadata', { accept: 'application/xml' })).text();
      // Texts of annotations may speak of anything.
      expect(metadata.replaceAll(/ String="[^"]*"/g, '')).not.toMatch(words);
    },
    send: (method: string, address: string, headers: Record<string, string> = {}) =>
      fetch(`${server.at().url}/odata/${address}`, { method, headers }),
  };
}
