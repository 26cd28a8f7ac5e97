import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { ColumnHead, Dataset, Row } from '../../../src/datasets/dataset.ts';
import { ClientClosedRequestError } from '../../../src/domain/errors.ts';
import type { Table } from '../../../src/http/formats/format.ts';
import { REPORT_FORMATS } from '../../../src/http/formats/formats.ts';

const COLUMNS: readonly ColumnHead[] = [
  {
    ...{ name: 'code', type: 'TEXT', codes: null, role: 'DIMENSION', unit: null },
    description: { fr: 'Sur le code.', en: 'About the code.' },
    label: { fr: 'Le code', en: 'The code' },
  },
];

function tableOf(batches: AsyncIterable<readonly Row[]>): Table {
  return {
    report: { name: 'sample', title: { fr: 'Échantillon', en: 'Sample' } } as Dataset,
    columns: COLUMNS,
    ...{ language: 'fr', headers: 'names', batches, pause: () => undefined },
    source: {
      ...{ publication: 7, publishedAt: '2026-11-25T17:11:24.064Z', exportedOn: '2026-11-24' },
      ...{ asOf: '2026-11-25', attribution: 'Source', licence: 'LO 2.0', notice: null },
      ...{ methodVersion: '1.0', contractVersion: '1.2.3', citation: 'Débouchés' },
    },
  };
}

/** So many rows, as many as each format holds before it writes some, and then the reader is gone. */
async function* brokenOff(): AsyncGenerator<Row[]> {
  for (let block = 0; block < 25; block++) {
    yield Array.from({ length: 1_000 }, (_, row) => [`RNCP${block}-${row}`]);
    await turn();
  }
  throw new ClientClosedRequestError();
}

/** Rejections that nobody waited for while something was done: Node ends a process for one. */
async function unhandledDuring(act: () => Promise<void>): Promise<unknown[]> {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', note);
  try {
    await act();
    for (let turns = 0; turns < 20; turns++) await turn();
  } finally {
    process.off('unhandledRejection', note);
  }
  return unhandled;
}

test.each(Object.entries(REPORT_FORMATS))(
  '%s whose rows break off ends with their error, and leaves no rejection behind',
  async (_, format) => {
    const unhandled = await unhandledDuring(async () => {
      const read = async () => {
        for await (const _piece of format.write(tableOf(brokenOff())));
      };
      await expect(read()).rejects.toBeInstanceOf(ClientClosedRequestError);
    });
    expect(unhandled).toEqual([]);
  },
);

test.each(Object.entries(REPORT_FORMATS))(
  '%s whose reader leaves after the first piece leaves no rejection behind',
  async (_, format) => {
    const unhandled = await unhandledDuring(async () => {
      const pieces = format.write(tableOf(brokenOff()))[Symbol.asyncIterator]();
      await pieces.next();
      const next = pieces.next().catch(() => {});
      await pieces.return?.();
      await next;
    });
    expect(unhandled).toEqual([]);
  },
);
