import { BadUserInputError } from '../errors.ts';

const LA_POSTE_SIREN = '356000000';
const LA_POSTE_HEAD_OFFICE = '35600000000048';

/** The SIREN (legal unit number) of a normalised SIRET: its first nine digits. */
export function sirenOf(siret: string): string {
  return siret.slice(0, 9);
}

/**
 * Reads a SIREN: nine digits, spaces allowed between them. The check digit is not looked at: the
 * registers hold numbers that fail it, and they must be found.
 *
 * - Throws `BadUserInputError` for anything else.
 */
export function parseSiren(text: string): string {
  const digits = text.replace(/\s/g, '');
  if (!/^\d{9}$/.test(digits)) {
    throw new BadUserInputError({
      en: `"${text}" is not a SIREN: write its nine digits, for example 328007786`,
      fr: `« ${text} » n’est pas un SIREN : écrivez ses neuf chiffres, par exemple 328007786`,
    });
  }
  return digits;
}

/**
 * Whether a text is a SIREN that can exist: nine digits whose check digit is right (Luhn), not all zeros.
 * Who claims a SIREN has to give such a one, which those of the registers need not be.
 */
export function isValidSiren(siren: string): boolean {
  return /^\d{9}$/.test(siren) && siren !== '000000000' && passesLuhn(siren);
}

function passesLuhn(digits: string): boolean {
  let total = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    total += doubled > 9 ? doubled - 9 : doubled;
  }
  return total % 10 === 0;
}

/**
 * Whether a normalised SIRET can exist: 14 digits whose check digit is right (Luhn). La Poste has
 * too many establishments for that: under its SIREN the digits add up to a multiple of 5, its
 * head office alone excepted. A number whose SIREN is all zeros cannot exist.
 */
export function isValidSiret(siret: string): boolean {
  if (!/^\d{14}$/.test(siret) || sirenOf(siret) === '000000000') return false;
  if (sirenOf(siret) !== LA_POSTE_SIREN || siret === LA_POSTE_HEAD_OFFICE) {
    return passesLuhn(siret);
  }
  return [...siret].reduce((total, digit) => total + Number(digit), 0) % 5 === 0;
}
