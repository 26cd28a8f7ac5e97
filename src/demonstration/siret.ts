/** The digit that makes `digits` followed by it pass Luhn's check. */
function luhnDigit(digits: string): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10;
}

/** Above this serial a SIREN could be that of a real body: the Sirene base starts at 000325175. */
const LAST_SERIAL = 32_000;

/**
 * The SIREN of a fictitious body, valid by Luhn and below every number ever given.
 *
 * - Throws `RangeError` for a serial outside 0 to 32000.
 */
export function fictitiousSiren(serial: number): string {
  if (!Number.isInteger(serial) || serial < 0 || serial > LAST_SERIAL) {
    throw new RangeError(`"${serial}" is no serial of a fictitious body: 0 to ${LAST_SERIAL}`);
  }
  const digits = String(serial).padStart(8, '0');
  return `${digits}${luhnDigit(digits)}`;
}

/** The SIRET of one establishment (1, 2, …) of a body, valid by Luhn. */
export function fictitiousSiret(siren: string, establishment: number): string {
  const digits = `${siren}${String(establishment).padStart(4, '0')}`;
  return `${digits}${luhnDigit(digits)}`;
}
