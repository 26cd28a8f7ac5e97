import { describe, expect, test } from 'vitest';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import {
  attribution,
  attributionOfExports,
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

  test('of exports of two days names both, RNCP first; of one day, that day', () => {
    const rncp = { ...EXPORT, register: 'RNCP' } as const;
    const rs = { ...EXPORT, register: 'RS', datedOn: parsePlainDate('2026-08-14') } as const;
    const both =
      'Source : France compétences (data.gouv.fr), exports du 16/08/2026 (RNCP) et du 14/08/2026 (RS)';
    expect(attributionOfExports([rncp, rs])).toBe(both);
    expect(attributionOfExports([rs, rncp])).toBe(both);
    expect(attributionOfExports([rs, { ...rncp, datedOn: rs.datedOn }])).toBe(attribution(rs));
    expect(attributionOfExports([rncp])).toBe(attribution(rncp));
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

describe('the attribution of several exports', () => {
  const of = (register: 'RNCP' | 'RS', datedOn: string, demonstration = false) => ({
    ...EXPORT,
    ...{ register, demonstration, datedOn: parsePlainDate(datedOn) },
  });

  test('names the day once when it is the same', () => {
    expect(attributionOfExports([of('RS', '2026-08-16'), of('RNCP', '2026-08-16')])).toBe(
      'Source : France compétences (data.gouv.fr), export du 16/08/2026',
    );
  });

  test('names the day of each register when they differ', () => {
    expect(attributionOfExports([of('RS', '2026-08-15'), of('RNCP', '2026-08-16')])).toBe(
      'Source : France compétences (data.gouv.fr), exports du 16/08/2026 (RNCP) et du 15/08/2026 (RS)',
    );
    const fictitious = [of('RNCP', '2026-08-16', true), of('RS', '2026-08-15', true)];
    expect(attributionOfExports(fictitious)).toBe(
      'Répertoires de démonstration fictifs du 16/08/2026 (RNCP) et du 15/08/2026 (RS)',
    );
  });

  test('keeps what is fictitious apart from what is not', () => {
    expect(attributionOfExports([of('RNCP', '2026-08-16', true), of('RS', '2026-08-15')])).toBe(
      'Répertoire de démonstration fictif du 16/08/2026 ; Source : France compétences (data.gouv.fr), export du 15/08/2026',
    );
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
