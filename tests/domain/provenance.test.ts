import { describe, expect, test } from 'vitest';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import {
  attribution,
  demonstrationNotice,
  LICENCE,
  licenceOf,
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

const EXPORT = {
  kind: 'FEED',
  fileName: 'export.xml',
  datedOn: parsePlainDate('2026-08-16'),
  demonstration: false,
} as const;

describe('what has to be said of figures', () => {
  test('of an export is the mention that the licence asks for, with the date in French', () => {
    expect(attribution(EXPORT)).toBe(
      'Source : France compétences (data.gouv.fr), export du 16/08/2026',
    );
    expect(licenceOf(EXPORT)).toBe(LICENCE);
  });

  test('of a fiche page names the site and the day it was copied, bundled or not', () => {
    for (const demonstration of [false, true]) {
      const page = { ...EXPORT, kind: 'FICHE_PAGE', demonstration } as const;
      expect(attribution(page)).toBe(
        'Source : France compétences (francecompetences.fr), fiche relevée le 16/08/2026',
      );
      expect(licenceOf(page)).toBe(LICENCE);
    }
  });

  test('of a statistics file names the file and claims no licence', () => {
    const file = { ...EXPORT, kind: 'STATISTICS_FILE', fileName: 'taux.csv' } as const;
    expect(attribution(file)).toBe('Source : fichier statistique taux.csv du 16/08/2026');
    expect(licenceOf(file)).toBeNull();
  });

  test('of the demonstration never names France compétences', () => {
    const fictitious = { ...EXPORT, demonstration: true };
    expect(attribution(fictitious)).toBe('Répertoire de démonstration fictif du 16/08/2026');
    expect(licenceOf(fictitious)).toBeNull();
  });
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
