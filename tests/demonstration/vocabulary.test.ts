import { describe, expect, test } from 'vitest';
import { DIPLOMAS, FORMACODE, NSF, ROME } from '../../src/demonstration/nomenclature.ts';
import { SECTORS, SUBJECTS } from '../../src/demonstration/vocabulary.ts';

describe('the vocabulary', () => {
  test('covers at least 25 sectors and every level from 3 to 8', () => {
    expect(SECTORS.length).toBeGreaterThanOrEqual(25);
    const levels = new Set(SUBJECTS.RNCP.map(({ level }) => level));
    expect([...levels].sort()).toEqual([3, 4, 5, 6, 7, 8]);
  });

  test('uses no code without a label', () => {
    for (const sector of SECTORS) {
      for (const code of sector.specialities) expect(NSF, code).toHaveProperty(code);
      for (const code of sector.formacodes) expect(FORMACODE, code).toHaveProperty(code);
      for (const { level, occupations } of sector.jobs) {
        expect(DIPLOMAS, `level ${level}`).toHaveProperty(String(level));
        for (const code of occupations) expect(ROME, code).toHaveProperty(code);
      }
    }
  });

  test('keeps no label that no sector uses', () => {
    const used = new Set(SECTORS.flatMap(({ jobs }) => jobs.flatMap((job) => job.occupations)));
    const domains = new Set([...used].map((code) => code.slice(0, 3)));
    const idle = Object.keys(ROME).filter((code) => !used.has(code) && !domains.has(code));
    expect(idle).toEqual([]);
  });

  test('gives every job at least three modules, of three tasks each', () => {
    for (const { title, modules, sector } of SUBJECTS.RNCP) {
      expect(modules.length, title).toBeGreaterThanOrEqual(3);
      for (const index of modules) expect(sector.modules[index]?.tasks, title).toHaveLength(3);
    }
  });
});
