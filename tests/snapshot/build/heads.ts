import type { CertificationHeads } from '../../../src/snapshot/build/certifications.ts';

/** What builders look at in certifications, of some codes in the order of the rows. */
export function headsOf(...codes: readonly string[]): CertificationHeads {
  const heads = {
    count: codes.length,
    rowOf: new Map(codes.map((code, row) => [code, row])),
    code: codes,
    register: Uint8Array.from(codes, (code) => Number(code.startsWith('RS'))),
    title: codes.map((code) => `Title of ${code}`),
    registrationEndsOn: new Int32Array(codes.length).fill(-1),
  };
  return heads as unknown as CertificationHeads;
}

/** The result of a generator that is run to its end. */
export function ran<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Pages as a database gives them. */
export async function* pagesOf<Row>(...pages: readonly (readonly Row[])[]) {
  yield* pages;
}
