import { expect, test } from 'vitest';
import { isRefusedValue } from '../../../../src/domain/findings/finding.ts';
import { readExport } from '../../../../src/ingest/sources/export/xml-export.ts';
import { dataFile, fiche, flow, pieces, readWhole } from './read-export.ts';

test('the summary counts what was read, refused and unknown', async () => {
  const { summary, findings } = await readWhole(dataFile('faulty-rncp.xml'));
  const values = findings.filter(isRefusedValue).length;
  expect(values).toBeGreaterThan(20);
  expect(summary).toEqual({
    register: 'RNCP',
    flowVersion: '4.1',
    fiches: 2,
    refusedFiches: 4,
    refusedValues: values,
    unknownElements: new Map([
      ['FICHE/@version', 1],
      ['FICHE/INTITULE/b', 1],
      ['FICHE/NOUVEL_ELEMENT', 2],
      ['FICHE/SI_JURY_FI/#text', 1],
      ['FICHES/PIED_DE_PAGE', 1],
    ]),
    demonstration: true,
  });
});

test('a register below the demonstration range is not a demonstration', async () => {
  const { summary } = await readWhole(flow(fiche('RNCP899999')));
  expect(summary.demonstration).toBe(false);
});

test('fiches come while the file is read, at the pace of who asks', async () => {
  const document = Buffer.from(
    flow(Array.from({ length: 100 }, (_, i) => fiche(`RS${i + 1}`)).join('')),
  );
  let given = 0;
  async function* watched() {
    for await (const piece of pieces(document, 200)) {
      given += piece.length;
      yield piece;
    }
  }
  const reader = readExport(watched(), 'export.xml');
  const batches = reader.batches();
  const first = await batches.next();
  expect(first.value).toHaveLength(1);
  expect(given).toBeLessThan(600);
  await batches.return(undefined);
  expect(given).toBeLessThan(600);
});

test('there is no summary before the end', () => {
  const reader = readExport(pieces(Buffer.from(flow(fiche('RS1')))), 'export.xml');
  expect(() => reader.summary()).toThrow('export.xml was not read to its end');
});
