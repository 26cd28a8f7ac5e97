import { describe, expect, test } from 'vitest';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import {
  attribution,
  demonstrationNotice,
  LICENCE,
  prevails,
  SOURCE_KINDS,
  SOURCE_PRECEDENCE,
} from '../../src/domain/provenance.ts';

describe('prevails', () => {
  test.each([
    ['STATISTICS_FILE', 'FICHE_PAGE'],
    ['STATISTICS_FILE', 'FEED'],
    ['FICHE_PAGE', 'FEED'],
  ] as const)('%s takes the place of %s, and not the other way round', (strong, weak) => {
    expect(prevails(strong, weak)).toBe(true);
    expect(prevails(weak, strong)).toBe(false);
  });

  test.each(SOURCE_KINDS)('%s does not prevail over its like', (kind) => {
    expect(prevails(kind, kind)).toBe(false);
  });

  test('every kind of source has its rank', () => {
    expect([...SOURCE_PRECEDENCE].sort()).toEqual([...SOURCE_KINDS].sort());
  });
});

test('the attribution is the mention that the licence asks for, with the date in French', () => {
  expect(attribution(parsePlainDate('2026-08-16'))).toBe(
    'Source : France compétences (data.gouv.fr), export du 16/08/2026',
  );
});

test('the licence is named with its address', () => {
  expect(LICENCE.name).toBe('Licence Ouverte 2.0 (Etalab)');
  expect(new URL(LICENCE.url).protocol).toBe('https:');
});

test('the demonstration says in both languages that it is fictitious', () => {
  expect(demonstrationNotice.fr).toContain('fictives');
  expect(demonstrationNotice.en).toContain('fictitious');
  for (const text of Object.values(demonstrationNotice)) expect(text).toContain('(démonstration)');
});
