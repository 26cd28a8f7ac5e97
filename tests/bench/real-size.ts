import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { generateRegister } from '../../src/demonstration/generate.ts';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import { REGISTERS } from '../../src/domain/certification/register-code.ts';

/** Fiches of the real registers in August 2026. */
const REAL_SIZE = { RNCP: 25_638, RS: 4_837 } as const;

/** All of them. */
export const REAL_FICHES = REAL_SIZE.RNCP + REAL_SIZE.RS;

/** The day that generated exports are said to be of. */
const EXPORTED_ON = parsePlainDate('2026-08-16');

/** Writes a register of so many fiches, in the proportions of the real one; gives its two files. */
export async function writeRegisters(folder: string, fiches: number): Promise<string[]> {
  const files: string[] = [];
  for (const register of REGISTERS) {
    const share = REAL_SIZE[register] / (REAL_SIZE.RNCP + REAL_SIZE.RS);
    const count = Math.max(1, Math.round(fiches * share));
    const path = join(folder, `export_fiches_${register}_V4_1_${EXPORTED_ON}.xml`);
    const chunks = generateRegister({
      ...{ register, fiches: count, seed: 1, exportedOn: EXPORTED_ON, profile: 'REAL_SIZE' },
    });
    await pipeline(Readable.from(chunks), createWriteStream(path));
    const { size } = await stat(path);
    console.log(`${register}   ${count} fiches   ${(size / 1e6).toFixed(0)} MB`);
    files.push(path);
  }
  return files;
}
