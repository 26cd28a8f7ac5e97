import { REGISTERS, type Register } from '../domain/certification/register-code.ts';
import type { Work } from '../domain/work.ts';
import type { DayView } from './day-view.ts';

/** What is served of one register, supplements included. Rows. */
export interface RegisterCounts {
  readonly register: Register;
  readonly certifications: number;
  /** On the day. */
  readonly active: number;
  readonly blocks: number;
  readonly cohorts: number;
  readonly certifiers: number;
  readonly partners: number;
}

/** What is served of each register, RNCP first, both always. Remembered. */
export function registerCounts(view: DayView): Work<readonly RegisterCounts[]> {
  return view.memo.work('registers', function* () {
    yield* view.ready('active');
    return countRegisters(view);
  });
}

function countRegisters({ snapshot, active }: DayView): RegisterCounts[] {
  const { certifications, blocks, cohorts, certifiers, partners } = snapshot;
  // Certifications are by register, and so is what belongs to them.
  const firstRs = certifications.register.indexOf(1);
  const rncp = firstRs === -1 ? certifications.count : firstRs;
  return REGISTERS.map((register, place) => {
    const from = place === 0 ? 0 : rncp;
    const to = place === 0 ? rncp : certifications.count;
    const between = (offset: Int32Array) => (offset[to] ?? 0) - (offset[from] ?? 0);
    const ofPartners = partners.rows.subarray(partners.offset[from], partners.offset[to]);
    return {
      register,
      certifications: to - from,
      active: sum(active.subarray(from, to)),
      blocks: between(blocks.offset),
      cohorts: between(cohorts.offset),
      certifiers: between(certifiers.offset),
      partners: sum(ofPartners),
    };
  });
}

function sum(numbers: Uint8Array | Int32Array): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
