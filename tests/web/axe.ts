import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What colours alone decide. */
export const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds wrong on a page that is open, by rule and element. Its script is not the page's: the
 * policy has to be passed over (`bypassCSP`).
 */
export async function violationsOf(
  page: Page,
  rules: readonly string[] = RULES,
): Promise<string[]> {
  await page.evaluate(AXE);
  const runOnly = JSON.stringify(rules);
  const results = (await page.evaluate(`axe.run(document, { runOnly: ${runOnly} })`)) as AxeResults;
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}
