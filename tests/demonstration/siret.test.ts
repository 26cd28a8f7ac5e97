import { describe, expect, test } from 'vitest';
import { fictitiousSiren, fictitiousSiret } from '../../src/demonstration/siret.ts';
import { isValidSiret, sirenOf } from '../../src/domain/nomenclature/siret.ts';

describe('fictitious numbers', () => {
  test('every SIRET passes the check of the domain and keeps its SIREN', () => {
    for (let serial = 1; serial <= 32_000; serial += 311) {
      const siren = fictitiousSiren(serial);
      for (const establishment of [1, 2, 37, 9_999]) {
        const siret = fictitiousSiret(siren, establishment);
        expect(isValidSiret(siret), siret).toBe(true);
        expect(sirenOf(siret)).toBe(siren);
      }
    }
  });

  test('no SIREN reaches the numbers that were given to real bodies', () => {
    expect(fictitiousSiren(32_000) < '000325175').toBe(true);
    expect(() => fictitiousSiren(32_001)).toThrow('0 to 32000');
  });
});
