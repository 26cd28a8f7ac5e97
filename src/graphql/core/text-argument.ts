import { BadUserInputError } from '../../domain/errors.ts';

/**
 * A text to look for; null when it is absent or blank, for blanks ask for nothing.
 *
 * - Throws `BadUserInputError` for U+0000, which no text of a database can hold.
 */
export function textArgument(name: string, text: string | null | undefined): string | null {
  if (!text?.trim()) return null;
  if (!text.includes('\0')) return text;
  throw new BadUserInputError({
    en: `${name}: the character U+0000 is not accepted: give text without control characters`,
    fr: `${name} : le caractère U+0000 n’est pas accepté : donnez un texte sans caractères de contrôle`,
  });
}
