import { expect, test } from 'vitest';
import type { FindingRow } from '../../../src/db/rows/finding-rows.ts';
import { finish } from '../../../src/domain/work.ts';
import { buildFindings } from '../../../src/snapshot/build/findings.ts';
import { Interner } from '../../../src/snapshot/build/interner.ts';
import { findingList } from '../../../src/snapshot/list/lists.ts';
import { pageOf } from '../../../src/snapshot/list/page.ts';
import type { Findings, Snapshot } from '../../../src/snapshot/snapshot.ts';
import { headsOf, pagesOf } from './heads.ts';

const finding = (key: string, severity: string, certificationCode: string | null): FindingRow => ({
  ...{ key, severity, certificationCode, rule: 'REFUSED_VALUE', cohortYear: null, element: null },
  ...{ given: null, message: `message of ${key}`, sourceId: 1, firstSeenPublicationId: 1 },
});

/** By key, as the database gives them. */
const ROWS = [
  finding('a', 'INFORMATION', 'RNCP10'),
  finding('b', 'ERROR', null),
  finding('c', 'WARNING', 'RNCP9'),
  finding('d', 'ERROR', 'RNCP9'),
  finding('e', 'ERROR', 'RNCP10'),
  finding('f', 'ERROR', 'RNCP9'),
  // Of a fiche that was refused: it is not served.
  finding('g', 'ERROR', 'RNCP12'),
  finding('h', 'WARNING', 'RNCP10'),
  finding('i', 'INFORMATION', null),
];
const SORTED = ['e', 'g', 'd', 'f', 'b', 'h', 'c', 'a', 'i'];
const HEADS = headsOf('RNCP9', 'RNCP10', 'RS1');
const build = (...pages: readonly (readonly FindingRow[])[]) =>
  buildFindings(pagesOf(...pages), HEADS, {
    interner: new Interner(),
    servedSource: (id) => id,
  });

/** A snapshot that has findings alone, which is all that their list looks at. */
const snapshotOf = (findings: Findings) =>
  ({ findings, publication: { id: 1 } }) as unknown as Snapshot;

test('findings are gravest first, then by certification as a text, those of none last, then by key', async () => {
  const findings = await build(ROWS);
  expect(findings.key).toEqual(SORTED);
  expect(findings.severity.map((severity) => severity[0])).toEqual([...'EEEEEWWII']);
  expect(findings.message[0]).toBe('message of e');
  expect([...findings.rowOf]).toEqual(SORTED.map((key, row) => [key, row]));
});

test('the order is the same wherever a page ends', async () => {
  for (const cut of [1, 4, 8]) {
    expect((await build(ROWS.slice(0, cut), ROWS.slice(cut))).key).toEqual(SORTED);
  }
});

test('each certification has its findings in their order, and one that is not served has none', async () => {
  const { key, certification, ofCertification } = await build(ROWS);
  const of = (row: number) =>
    Array.from(
      ofCertification.value.subarray(ofCertification.offset[row], ofCertification.offset[row + 1]),
      (at) => key[at],
    );
  expect(of(0)).toEqual(['d', 'f', 'c']);
  expect(of(1)).toEqual(['e', 'h', 'a']);
  expect(of(2)).toEqual([]);
  expect([...certification]).toEqual([1, -1, 0, 0, -1, 1, 0, 1, -1]);
});

test('a register may have none', async () => {
  const findings = await build([]);
  expect(findings.count).toBe(0);
  expect([...findings.ofCertification.offset]).toEqual([0, 0, 0, 0]);
});

test('pages of findings go on where they were, also in a publication that has others', async () => {
  const before = finish(findingList(snapshotOf(await build(ROWS)), null));
  // Codes of which one is the beginning of the other, and findings of no fiche, are told apart.
  const without = new Set(['d', 'e', 'b']);
  const later = await build(ROWS.filter(({ key }) => !without.has(key)));
  const after = finish(findingList(snapshotOf(later), null));
  const page = pageOf(before, { first: 9 });
  expect(page.rows).toHaveLength(9);
  for (const [at, row] of page.rows.entries()) {
    const rest = SORTED.slice(at + 1);
    const cursor = page.cursorOf(row);
    expect(pageOf(before, { after: cursor }).rows.map((each) => SORTED[each])).toEqual(rest);
    expect(pageOf(after, { after: cursor }).rows.map((each) => later.key[each])).toEqual(
      rest.filter((key) => !without.has(key)),
    );
  }
});
