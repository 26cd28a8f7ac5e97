import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cutGiven, DERIVED_RULES, FINDING_RULES } from '../../../src/domain/findings/finding.ts';

const page = readFileSync(new URL('../../../docs/method.md', import.meta.url), 'utf8');
const section = page.split('\n## ').find((part) => part.startsWith('Findings')) ?? '';
const [, reading = '', derived = ''] = section.split('| rule | severity | when |');

/** Rules and severities of a table of the method. */
const rows = (table: string) =>
  [...table.matchAll(/^\| `(\w+)` \| `(\w+)` \|/gm)].map(([, rule, severity]) => [rule, severity]);

describe('the method lists', () => {
  test('every rule with its severity, and no other', () => {
    expect(rows(section)).toEqual(Object.entries(FINDING_RULES));
  });

  test('those found while a source is read apart from those derived at publication', () => {
    expect(rows(derived).map(([rule]) => rule)).toEqual(DERIVED_RULES);
    expect(rows(reading).map(([rule]) => rule)).toContain('REFUSED_FICHE');
  });
});

test('a value in a finding is cut to 200 characters', () => {
  expect(cutGiven('a'.repeat(200))).toHaveLength(200);
  expect(cutGiven('a'.repeat(5000))).toBe(`${'a'.repeat(199)}…`);
});
