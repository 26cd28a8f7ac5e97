import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { METHOD_VERSION } from '../../src/domain/method.ts';
import { wilsonInterval } from '../../src/domain/rate/interval.ts';
import { RATE_STATUSES } from '../../src/domain/rate/rate-status.ts';
import { roundPercentage } from '../../src/domain/rounding.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const page = read('docs/method.md');
const anchors = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
  heading.toLowerCase().replaceAll(' ', '-'),
);
const section = (heading: string) =>
  page.split('\n## ').find((part) => part.startsWith(`${heading}\n`)) ?? '';

describe('docs/method.md', () => {
  test('has every section that the code and the pages beside it point to', () => {
    const files = ['src', 'docs', 'schema']
      .flatMap((folder) =>
        readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' }).map(
          (path) => `${folder}/${path}`,
        ),
      )
      .filter((path) => /\.(ts|md|graphql)$/.test(path));
    const links = files.flatMap((path) =>
      [...read(path).matchAll(/method\.md#([\w-]+)/g)].map(([, anchor]) => ({ path, anchor })),
    );
    const own = [...page.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor]) => ({
      path: 'docs/method.md',
      anchor,
    }));
    expect(links.length).toBeGreaterThan(5);
    for (const { path, anchor } of [...links, ...own]) expect(anchors, path).toContain(anchor);
  });

  test('is of the version that every figure names', () => {
    expect(page).toContain(`version ${METHOD_VERSION}.`);
  });

  test('has a row for every status, and for no other', () => {
    const rows = [...section('Status').matchAll(/^\| .* \| `(\w+)` \|$/gm)].map(([, name]) => name);
    expect(rows.toSorted()).toEqual([...RATE_STATUSES].toSorted());
  });

  test('shows in its worked example what the code computes', () => {
    const rows = [
      ...section('Worked example').matchAll(/(\d+)\/(\d+) = ([\d.]+) \| ([\d.]+) – ([\d.]+) \|/g),
    ];
    expect(rows).toHaveLength(5);
    for (const [, sum, base, ...shown] of rows) {
      const rate = Number(sum) / Number(base);
      const interval = wilsonInterval(rate, Number(base));
      const computed = [rate, interval?.lower ?? Number.NaN, interval?.upper ?? Number.NaN];
      expect(shown.map(Number)).toEqual(computed.map(roundPercentage));
    }
  });
});
