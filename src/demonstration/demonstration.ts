import type { PlainDate } from '../domain/calendar.ts';
import { REGISTERS, type Register } from '../domain/certification/register-code.ts';
import { generateRegister, type RegisterOptions } from './generate.ts';

/** The day that the bundled demonstration register is said to be of. */
export const DEMONSTRATION_EXPORTED_ON = '2026-11-01' as PlainDate;

/** Certifications of each demonstration register. */
export const DEMONSTRATION_FICHES = { RNCP: 2400, RS: 600 } as const;

const SEED = 35_746;

/** A file of the demonstration: its name and its text, in chunks. */
export interface DemonstrationFile {
  readonly name: string;
  chunks(): Generator<string>;
}

/** What the bundled demonstration register of one kind is made with. */
export function demonstrationOptions(register: Register): RegisterOptions {
  return {
    register,
    fiches: DEMONSTRATION_FICHES[register],
    seed: SEED,
    exportedOn: DEMONSTRATION_EXPORTED_ON,
    profile: 'DEMONSTRATION',
  };
}

/** The bundled demonstration register: RNCP then RS, named as the export names its files. */
export function demonstrationFiles(): DemonstrationFile[] {
  return REGISTERS.map((register) => ({
    name: `export_fiches_${register}_V4_1_${DEMONSTRATION_EXPORTED_ON}.xml`,
    chunks: () => generateRegister(demonstrationOptions(register)),
  }));
}
