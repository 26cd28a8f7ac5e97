import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FINDING_RULES } from '../../src/domain/finding.ts';

test('the method lists every rule with its severity, and no other', () => {
  const page = readFileSync(new URL('../../docs/method.md', import.meta.url), 'utf8');
  const section = page.split('\n## ').find((part) => part.startsWith('Findings')) ?? '';
  const listed = [...section.matchAll(/^\| `(\w+)` \| `(\w+)` \|/gm)].map(([, rule, severity]) => [
    rule,
    severity,
  ]);
  expect(listed).toEqual(Object.entries(FINDING_RULES));
});
