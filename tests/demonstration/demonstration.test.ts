import { describe, expect, test } from 'vitest';
import {
  DEMONSTRATION_EXPORTED_ON,
  DEMONSTRATION_FICHES,
  demonstrationFiles,
} from '../../src/demonstration/demonstration.ts';
import { parseFrenchDate } from '../../src/domain/calendar.ts';
import {
  exactRegisterCode,
  isDemonstrationCode,
} from '../../src/domain/certification/register-code.ts';
import { isValidSiret } from '../../src/domain/nomenclature/siret.ts';
import { IN_BOTH, IN_RNCP, IN_RS, missing } from './export-tree.ts';
import { active, byCode, code, cohorts, fiches, rncp, rs, texts } from './read-demonstration.ts';
import { all, type Element, textAt } from './read-fiches.ts';

describe('the demonstration register', () => {
  test('is two files named as the export names them', () => {
    expect(demonstrationFiles().map(({ name }) => name)).toEqual([
      'export_fiches_RNCP_V4_1_2026-11-01.xml',
      'export_fiches_RS_V4_1_2026-11-01.xml',
    ]);
  });

  test('weighs between 12 and 20 MB', () => {
    let bytes = 0;
    for (const file of demonstrationFiles()) {
      for (const chunk of file.chunks()) bytes += Buffer.byteLength(chunk);
    }
    expect(bytes).toBeGreaterThan(12e6);
    expect(bytes).toBeLessThan(20e6);
  });

  test('has the announced certifications, about 60 % of them active', () => {
    expect(rncp.fiches).toHaveLength(DEMONSTRATION_FICHES.RNCP);
    expect(rs.fiches).toHaveLength(DEMONSTRATION_FICHES.RS);
    expect(byCode.size).toBe(fiches.length);
    expect(fiches.filter(active).length / fiches.length).toBeCloseTo(0.6, 1);
  });

  test('has codes that no real certification has, and titles that say what they are', () => {
    for (const fiche of fiches) {
      const parsed = exactRegisterCode(code(fiche));
      expect(parsed !== null && isDemonstrationCode(parsed), code(fiche)).toBe(true);
      expect(textAt(fiche, 'INTITULE')).toMatch(/ \(démonstration\)$/);
    }
  });

  test('has every element of the export, each in the registers that have it', () => {
    expect(missing(rncp.paths, IN_BOTH, IN_RNCP)).toEqual([]);
    expect(missing(rs.paths, IN_BOTH, IN_RS)).toEqual([]);
  });

  test('has no element of the other register, and no target rate at 6 months', () => {
    expect(missing(rncp.paths, IN_RS)).toHaveLength(missing(new Set(), IN_RS).length);
    expect([...rs.paths].filter((path) => /JURY_CA|ABREGE|ROME|BLOCS_|EUROPE/.test(path))).toEqual(
      [],
    );
    expect([...rncp.paths].join()).not.toContain('METIER_6MOIS');
  });

  test('names bodies that say they are fictitious, with valid SIRETs, some without', () => {
    const certifiers = fiches.flatMap((fiche) => all(fiche, 'CERTIFICATEURS/CERTIFICATEUR'));
    const partners = fiches.flatMap((fiche) => all(fiche, 'PARTENAIRES/PARTENAIRE'));
    for (const row of [...certifiers, ...partners]) {
      const name = textAt(row, 'NOM_CERTIFICATEUR') ?? textAt(row, 'NOM_PARTENAIRE') ?? '';
      const siret = textAt(row, 'SIRET_CERTIFICATEUR') ?? textAt(row, 'SIRET_PARTENAIRE');
      expect(name).toMatch(/\(fictif\)$|^Ministère fictif|^MINISTÈRE FICTIF/);
      if (siret !== null) expect(isValidSiret(siret), siret).toBe(true);
    }
    expect(certifiers.some((row) => textAt(row, 'SIRET_CERTIFICATEUR') === null)).toBe(true);
    expect(certifiers.some((row) => textAt(row, 'ETAT_CERTIFICATEUR') === 'Inactif')).toBe(true);
    const bodies = new Set(
      certifiers.map((row) => textAt(row, 'NOM_CERTIFICATEUR')?.toUpperCase()),
    );
    expect(bodies.size).toBeGreaterThan(90);
    expect(bodies.size).toBeLessThan(150);
  });

  test('has bodies of several establishments', () => {
    const sirets = new Set(
      fiches.flatMap((fiche) => texts(fiche, 'CERTIFICATEURS/CERTIFICATEUR/SIRET_CERTIFICATEUR')),
    );
    const sirens = new Set([...sirets].map((siret) => siret.slice(0, 9)));
    expect(sirets.size).toBeGreaterThan(sirens.size * 1.3);
  });

  test('holds no e-mail address and no address outside example.org', () => {
    for (const file of demonstrationFiles()) {
      for (const chunk of file.chunks()) {
        expect(chunk).not.toContain('@');
        expect(chunk.replaceAll('https://example.org/', '')).not.toMatch(/https?:|www\./);
      }
    }
  });

  test('gives at least 5 active peers of the same level and occupation to most active fiches', () => {
    const peers = new Map<string, number>();
    const keys = (fiche: Element) =>
      texts(fiche, 'CODES_ROME/ROME/CODE').map(
        (rome) => `${rome} ${textAt(fiche, 'NOMENCLATURE_EUROPE/NIVEAU')}`,
      );
    const measured = rncp.fiches.filter(
      (fiche) =>
        active(fiche) && cohorts(fiche).some((row) => textAt(row, 'TAUX_INSERTION_GLOBAL_6MOIS')),
    );
    for (const key of measured.flatMap(keys)) peers.set(key, (peers.get(key) ?? 0) + 1);
    const compared = measured.filter((fiche) =>
      keys(fiche).some((key) => (peers.get(key) ?? 0) > 5),
    );
    expect(measured.length).toBeGreaterThan(700);
    expect(compared.length / measured.length).toBeGreaterThan(0.9);
  });

  test('holds a few values that are to be refused, and no more', () => {
    const dates = fiches.flatMap((fiche) => texts(fiche, 'DATE_DECISION'));
    expect(dates.filter((date) => parseFrenchDate(date) === null)).toEqual([
      '31/02/2020',
      '31/02/2020',
    ]);
    const rates = fiches
      .flatMap((fiche) =>
        texts(fiche, 'STATISTIQUES_PROMOTIONS/STATISTIQUES_PROMOTION/TAUX_INSERTION_GLOBAL_6MOIS'),
      )
      .filter((rate) => !/^(\d{1,2}|100)$/.test(rate));
    expect(rates).toEqual(['120', 'n.c.']);
    const twice = fiches.filter((fiche) => {
      const years = cohorts(fiche).map((row) => textAt(row, 'ANNEE'));
      return new Set(years).size < years.length;
    });
    expect(twice.map(code)).toEqual(['RNCP900023', 'RS900008']);
  });

  test('has the irregularities of the real register', () => {
    const titles = fiches.map(
      (fiche) => textAt(fiche, 'INTITULE')?.replace(' (démonstration)', '') ?? '',
    );
    expect(titles.some((title) => title === title.toUpperCase())).toBe(true);
    expect(titles.some((title) => title.includes('\n'))).toBe(true);
    const specialities = fiches.flatMap((fiche) => texts(fiche, 'CODES_NSF/NSF/CODE'));
    expect([...new Set(specialities.map(({ length }) => length))].sort()).toEqual([1, 2, 3, 4]);
    const occupations = fiches.flatMap((fiche) => texts(fiche, 'CODES_ROME/ROME/CODE'));
    expect([...new Set(occupations.map(({ length }) => length))].sort()).toEqual([3, 5]);
    const levels = new Set(fiches.map((fiche) => textAt(fiche, 'NOMENCLATURE_EUROPE/NIVEAU')));
    for (const level of ['NIV3', 'NIV8', 'AUCUN', 'REPRISE', null]) expect(levels).toContain(level);
    const blocks = rncp.fiches.map((fiche) =>
      texts(fiche, 'BLOCS_COMPETENCES/BLOC_COMPETENCES/CODE'),
    );
    expect(blocks.some((codes) => new Set(codes).size < codes.length)).toBe(true);
    expect(blocks.some((codes) => codes.some((block) => /^BC\d\d$/.test(block)))).toBe(true);
    const links = fiches.flatMap((fiche) => texts(fiche, 'LIEN_URL_DESCRIPTION'));
    expect(links).toContain('Sans objet');
    expect(links).toContain('*');
    expect(fiches.some((fiche) => active(fiche) && all(fiche, 'CERTIFICATEURS').length === 0)).toBe(
      true,
    );
    const abbreviations = new Set(fiches.map((fiche) => textAt(fiche, 'ABREGE/CODE')));
    for (const written of ['MASTER', 'Master', 'TP', 'tp'])
      expect(abbreviations).toContain(written);
  });

  test('has contradictions between end date and status, and fiches without an end date', () => {
    const ends = fiches.map((fiche) => {
      const text = textAt(fiche, 'DATE_FIN_ENREGISTREMENT');
      return { active: active(fiche), on: text === null ? null : parseFrenchDate(text) };
    });
    const contradicted = ends.filter(
      (end) => end.on !== null && end.active !== end.on >= DEMONSTRATION_EXPORTED_ON,
    );
    expect(contradicted.some((end) => end.active)).toBe(true);
    expect(contradicted.some((end) => !end.active)).toBe(true);
    expect(contradicted.length).toBeLessThan(fiches.length * 0.02);
    expect(ends.some((end) => end.on === null)).toBe(true);
  });
});
