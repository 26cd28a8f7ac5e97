import { beforeAll, expect, test } from 'vitest';
import { finish } from '../../src/domain/work.ts';
import { coCertifiers } from '../../src/snapshot/co-certifiers.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { storeOf } from '../support/client.ts';
import { openMigratedPglite } from '../support/database.ts';
import { certifierWith, ficheWith, publishFiches } from '../support/factories.ts';

const [A, B, C, D, E] = ['111111118', '222222226', '333333334', '444444442', '555555559'];
const body = (siren: string | undefined, parts: { state?: string; establishment?: string } = {}) =>
  certifierWith(`Organisme ${siren}`, {
    siret: `${siren}${parts.establishment ?? '00011'}`,
    state: parts.state ?? 'Actif',
  });

const FICHES = [
  // The same body twice, by two of its establishments.
  ficheWith({ code: 'RNCP1', certifiers: [body(A), body(D), body(D, { establishment: '00022' })] }),
  ficheWith({ code: 'RNCP2', certifiers: [body(C), body(A), body(B)] }),
  ficheWith({ code: 'RNCP3', certifiers: [body(D), body(A)] }),
  // Not in force, and one without a SIREN.
  ficheWith({
    code: 'RNCP4',
    certifiers: [body(A), body(B, { state: 'Inactif' }), certifierWith('Sans SIRET')],
  }),
  ficheWith({ code: 'RS5', certifiers: [body(B), body(C)] }),
  ficheWith({ code: 'RS6', certifiers: [body(E)] }),
];

let snapshot: Snapshot;

beforeAll(async () => {
  await using database = await openMigratedPglite();
  await publishFiches(database, FICHES);
  snapshot = await storeOf(database).refresh();
});

/** SIREN and number of certifications of the bodies that certify with one. */
function withBody(siren: string | undefined) {
  const { body: bodies, certifications } = finish(
    coCertifiers(snapshot, snapshot.bodies.rowOf.get(siren ?? '') ?? -1),
  );
  return Array.from(bodies, (row, at) => [snapshot.bodies.siren[row], certifications[at]]);
}

test('bodies that certify together are those of most certifications first, then by SIREN', () => {
  // RNCP1 and RNCP3 with D, RNCP2 with B and C.
  expect(withBody(A)).toEqual([
    [D, 2],
    [B, 1],
    [C, 1],
  ]);
});

test('each counts a certification once, whichever of two asks', () => {
  expect(withBody(D)).toEqual([[A, 2]]);
  expect(withBody(B)).toEqual([
    [C, 2],
    [A, 1],
  ]);
  expect(withBody(C)).toEqual([
    [B, 2],
    [A, 1],
  ]);
});

test('a body that certifies alone has none', () => {
  expect(withBody(E)).toEqual([]);
});

test('what was worked out is remembered', () => {
  const row = snapshot.bodies.rowOf.get(A ?? '') ?? -1;
  expect(finish(coCertifiers(snapshot, row))).toBe(finish(coCertifiers(snapshot, row)));
});
