import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDERS = [
  '.',
  'docs',
  'docs/decisions',
  'docs/recipes',
  'sql',
  'tests/data',
  'src/demonstration',
];

const PAGES = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

/** Anchors of a page, as hosts of Markdown make them from headings. */
function anchors(page: string): string[] {
  return [...readFileSync(join(ROOT, page), 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    (heading ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function resolves(page: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? page : relative(ROOT, join(ROOT, dirname(page), path));
  return existsSync(join(ROOT, file)) && (anchor === undefined || anchors(file).includes(anchor));
}

describe('documents', () => {
  test.each(PAGES)('every link of %s leads somewhere', (page) => {
    const text = readFileSync(join(ROOT, page), 'utf8').replace(/```[\s\S]*?```/g, '');
    const links = [...text.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(
      ([, to]) => to ?? '',
    );
    expect(links.filter((to) => !resolves(page, to))).toEqual([]);
  });

  test('every section that a docstring names is there', () => {
    const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(ROOT, 'src', name), 'utf8'));
    const named = new Set(
      sources.flatMap((text) => text.match(/docs\/[\w/-]+\.md(#[\w-]+)?/g) ?? []),
    );
    expect(named.size).toBeGreaterThan(3);
    expect([...named].filter((target) => !resolves('README.md', target))).toEqual([]);
  });
});
