import type { Work } from '../domain/work.ts';
import { memoOf } from './memo.ts';
import type { Snapshot } from './snapshot.ts';

/** Bodies that certify together with one: those of most certifications first, then by SIREN. */
export interface CoCertifiers {
  /** Rows of bodies. */
  readonly body: Int32Array;
  /** How many certifications each has in common with it. */
  readonly certifications: Int32Array;
}

/** Bodies in force of what a body certifies now. Remembered. */
export function coCertifiers(snapshot: Snapshot, body: number): Work<CoCertifiers> {
  return memoOf(snapshot).work(`co-certifiers of ${body}`, function* () {
    // A body may have thousands, and an answer many bodies.
    yield;
    const { certifications, ofCertification } = snapshot.bodies;
    const shared = new Map<number, number>();
    const to = certifications.offset[body + 1] ?? 0;
    for (let at = certifications.offset[body] ?? 0; at < to; at++) {
      const row = certifications.value[at] ?? 0;
      const end = ofCertification.offset[row + 1] ?? 0;
      for (let place = ofCertification.offset[row] ?? 0; place < end; place++) {
        const other = ofCertification.value[place] ?? 0;
        if (other !== body) shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    const most = [...shared].sort(([a, ofA], [b, ofB]) => ofB - ofA || a - b);
    return {
      body: Int32Array.from(most, ([other]) => other),
      certifications: Int32Array.from(most, ([, count]) => count),
    };
  });
}
