import { BadUserInputError } from '../errors.ts';

/** The two registers: RNCP (répertoire national) and RS (répertoire spécifique). */
export const REGISTERS = ['RNCP', 'RS'] as const;
export type Register = (typeof REGISTERS)[number];

/** The number of a fiche, as the register writes it: `RNCP35746`, `RS6232`. */
export type RegisterCode = string & { readonly __brand: 'RegisterCode' };

const STRICT = /^(RNCP|RS)(\d{1,9})$/;
const WRITTEN = /^(?:(RNCP|RS)\s*(?:[-_/]\s*)?)?(\d{1,9})$/i;
const PAGE =
  /^(?:https?:\/\/)?(?:www\.)?francecompetences\.fr\/recherche\/(rncp|rs)\/(\d{1,9})\/?(?:[?#].*)?$/i;

/** The lowest number of a demonstration certification; the real register is far below it. */
export const DEMONSTRATION_FROM = 900_000;

function code(register: string, digits: string): RegisterCode {
  return `${register.toUpperCase()}${Number(digits)}` as RegisterCode;
}

/**
 * Reads a register code in any form that people write: `35746` (RNCP is meant), `RNCP35746`,
 * `rncp 35746`, `RNCP-35746`, the address of the public page; `RS6232` likewise.
 *
 * - Throws `BadUserInputError` naming what was given and what is accepted.
 */
export function parseRegisterCode(text: string): RegisterCode {
  const written = text.trim();
  const match = WRITTEN.exec(written) ?? PAGE.exec(written);
  const digits = match?.[2];
  if (digits === undefined || Number(digits) === 0) {
    throw new BadUserInputError({
      en: `"${text}" is not a register code: write RNCP35746, RS6232, 35746 (for RNCP35746), or the address of the public page, https://www.francecompetences.fr/recherche/rncp/35746/`,
      fr: `« ${text} » n’est pas un numéro de fiche : écrivez RNCP35746, RS6232, 35746 (pour RNCP35746), ou l’adresse de la page publique, https://www.francecompetences.fr/recherche/rncp/35746/`,
    });
  }
  return code(match?.[1] ?? 'RNCP', digits);
}

/**
 * A code as the export writes it (`^(RNCP|RS)\d+$`, at most nine digits), without leading
 * zeros; null for anything else.
 */
export function exactRegisterCode(text: string): RegisterCode | null {
  const match = STRICT.exec(text);
  return match?.[1] && match[2] && Number(match[2]) > 0 ? code(match[1], match[2]) : null;
}

/** RNCP or RS. */
export function registerOf(registerCode: RegisterCode): Register {
  return registerCode.startsWith('RNCP') ? 'RNCP' : 'RS';
}

/** The number of the code: 35746 for RNCP35746. */
export function numberOf(registerCode: RegisterCode): number {
  return Number(registerCode.replace(/^\D+/, ''));
}

/** Order of codes: RNCP before RS, then by number. */
export function compareRegisterCodes(a: RegisterCode, b: RegisterCode): number {
  return (
    REGISTERS.indexOf(registerOf(a)) - REGISTERS.indexOf(registerOf(b)) || numberOf(a) - numberOf(b)
  );
}

/** Whether the code belongs to the fictitious demonstration register. */
export function isDemonstrationCode(registerCode: RegisterCode): boolean {
  return numberOf(registerCode) >= DEMONSTRATION_FROM;
}
