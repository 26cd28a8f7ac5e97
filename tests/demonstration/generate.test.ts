import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { generateRegister, type RegisterOptions } from '../../src/demonstration/generate.ts';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import { all, readFiches, textAt } from './read-fiches.ts';

const DEMONSTRATION: RegisterOptions = {
  register: 'RNCP',
  fiches: 120,
  seed: 7,
  exportedOn: parsePlainDate('2026-11-01'),
  profile: 'DEMONSTRATION',
};
const REAL: RegisterOptions = { ...DEMONSTRATION, fiches: 2400, profile: 'REAL_SIZE' };

function hash(options: RegisterOptions): string {
  const sum = createHash('sha256');
  for (const chunk of generateRegister(options)) sum.update(chunk);
  return sum.digest('hex');
}

function count(chunks: Iterable<string>, tag: string): number {
  let found = 0;
  for (const chunk of chunks) found += chunk.split(tag).length - 1;
  return found;
}

/** Within a share of a figure of the real register, brought to the number of fiches asked for. */
function expectNear(found: number, real: number, share: number): void {
  expect(found).toBeGreaterThan(real * (1 - share));
  expect(found).toBeLessThan(real * (1 + share));
}

describe('a generated register', () => {
  test('is the same, byte for byte, whenever it is asked for', () => {
    expect(hash(DEMONSTRATION)).toBe(hash({ ...DEMONSTRATION }));
    expect(hash({ ...REAL, fiches: 200 })).toBe(hash({ ...REAL, fiches: 200 }));
  });

  test('differs by seed, by register and by profile', () => {
    const hashes = [
      DEMONSTRATION,
      { ...DEMONSTRATION, seed: 8 },
      { ...DEMONSTRATION, register: 'RS' as const },
      { ...DEMONSTRATION, profile: 'REAL_SIZE' as const },
    ].map(hash);
    expect(new Set(hashes).size).toBe(4);
  });

  test('comes as a header, one chunk per fiche, and a footer', () => {
    const chunks = [...generateRegister(DEMONSTRATION)];
    expect(chunks).toHaveLength(122);
    expect(chunks[0]).toContain('<VERSION_FLUX>4.1</VERSION_FLUX>');
    expect(chunks.at(-1)).toBe('</FICHES>\n');
  });

  test('has as many fiches as asked, even one', () => {
    const { fiches } = readFiches(generateRegister({ ...DEMONSTRATION, fiches: 1 }));
    expect(fiches).toHaveLength(1);
  });

  test.each([0, -1, 2.5, Number.NaN])('%s is refused as a number of fiches', (fiches) => {
    expect(() => [...generateRegister({ ...DEMONSTRATION, fiches })]).toThrow('from 1 is accepted');
  });

  test('a register of real size that would reach the demonstration codes is refused', () => {
    const register = generateRegister({ ...REAL, fiches: 600_000 });
    expect(() => register.next()).toThrow('do not fit below number 900000');
  });
});

describe('a register of real size', () => {
  const real = readFiches(generateRegister({ ...REAL, fiches: 400 }));

  test('has real codes, in order and once each, and titles without a marker', () => {
    const numbers = real.fiches.map((fiche) => Number(textAt(fiche, 'NUMERO_FICHE')?.slice(4)));
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(Math.max(...numbers)).toBeLessThan(900_000);
    expect(real.fiches.some((fiche) => textAt(fiche, 'INTITULE')?.includes('démonstration'))).toBe(
      false,
    );
  });

  test('weighs, by fiche, what the register weighs', () => {
    let bytes = 0;
    let longest = 0;
    for (const chunk of generateRegister(REAL)) {
      const length = Buffer.byteLength(chunk);
      bytes += length;
      longest = Math.max(longest, length);
    }
    expectNear(bytes / REAL.fiches, 470e6 / 25_638, 0.15);
    expect(longest).toBeGreaterThan(150_000);
  });

  test('has blocks, partners, certifiers and active fiches in real proportions', () => {
    const part = REAL.fiches / 25_638;
    const chunks = [...generateRegister(REAL)];
    expectNear(count(chunks, '\n      <BLOC_COMPETENCES>\n'), 55_761 * part, 0.15);
    expectNear(count(chunks, '\n      <CERTIFICATEUR>\n'), (65_867 * REAL.fiches) / 30_475, 0.1);
    expectNear(count(chunks, '\n    <ACTIF>Oui</ACTIF>\n'), 5_518 * part, 0.15);
    const rs = [...generateRegister({ ...REAL, register: 'RS' })];
    expectNear(count(rs, '\n    <ACTIF>Oui</ACTIF>\n'), (1_471 * REAL.fiches) / 4_837, 0.15);
    const partners = count(chunks, '<PARTENAIRE>') / part;
    const rsPartners = (count(rs, '<PARTENAIRE>') * 4_837) / REAL.fiches;
    expectNear(partners + rsPartners, 397_774, 0.2);
  });

  test('gives most fiches no partner or few, and some of them hundreds', () => {
    const counts = [...generateRegister(REAL)].map((chunk) => count([chunk], '<PARTENAIRE>'));
    expect(counts.filter((partners) => partners <= 5).length).toBeGreaterThan(REAL.fiches * 0.6);
    expect(Math.max(...counts)).toBeGreaterThan(200);
  });

  test('lacks the SIRET on about a third of the certifier rows', () => {
    const rows = real.fiches.flatMap((fiche) => all(fiche, 'CERTIFICATEURS/CERTIFICATEUR'));
    const without = rows.filter((row) => textAt(row, 'SIRET_CERTIFICATEUR') === null);
    expectNear(without.length / rows.length, 1 / 3, 0.2);
  });
});
