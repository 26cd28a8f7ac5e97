import { beforeAll, describe, expect, test } from 'vitest';
import { finish } from '../../../src/domain/work.ts';
import { viewOn } from '../../../src/snapshot/day-view.ts';
import { bodyList } from '../../../src/snapshot/list/body-list.ts';
import { nomenclatureList } from '../../../src/snapshot/list/nomenclature-list.ts';
import type { RowList } from '../../../src/snapshot/list/page.ts';
import type { Snapshot } from '../../../src/snapshot/snapshot.ts';
import { storeOf, TODAY } from '../../support/client.ts';
import { openMigratedPglite } from '../../support/database.ts';
import { certifierWith, ficheWith, publishFiches } from '../../support/factories.ts';
import { walk } from './walk.ts';

const body = (siren: string, name: string) => certifierWith(name, { siret: `${siren}00011` });
const [A, B, C, D] = ['111111118', '222222226', '333333334', '444444442'] as const;

const FICHES = [
  ficheWith({
    code: 'RNCP1',
    certifiers: [body(D, 'Université'), body(A, 'Éditions'), body(B, 'edition')],
    specialities: [
      { code: '326', label: 'Réseaux' },
      { code: '314', label: 'reseaux' },
      { code: '100', label: null },
    ],
  }),
  ficheWith({
    code: 'RNCP2',
    // Its name on two fiches out of three.
    certifiers: [body(C, 'EDITION'), body(A, 'Zoo')],
    specialities: [
      { code: '220', label: 'Accueil' },
      { code: '110', label: null },
    ],
  }),
  ficheWith({ code: 'RNCP3', certifiers: [body(A, 'Zoo')] }),
];

let snapshot: Snapshot;

beforeAll(async () => {
  await using database = await openMigratedPglite();
  await publishFiches(database, FICHES);
  snapshot = await storeOf(database).refresh();
});

function expectPages(list: RowList, codes: readonly string[], expected: readonly string[]) {
  for (const size of [1, 2, 3, 10]) {
    for (const direction of ['forward', 'backward'] as const) {
      expect(walk(list, size, direction).map((row) => codes[row])).toEqual(expected);
    }
  }
}

const ASC = 'ASC' as const;
const DESC = 'DESC' as const;

describe('certifying bodies', () => {
  // Folded: B and C are both « edition », D « universite », A « zoo ».
  test.each([
    ['without an order by name, then by SIREN', [], [B, C, D, A]],
    ['by name', [{ field: 'NAME', direction: ASC }], [B, C, D, A]],
    ['by name backward, ties by SIREN forward', [{ field: 'NAME', direction: DESC }], [A, D, B, C]],
    [
      'by name, ties by SIREN backward',
      [
        { field: 'NAME', direction: ASC },
        { field: 'SIREN', direction: DESC },
      ],
      [C, B, D, A],
    ],
    ['by SIREN', [{ field: 'SIREN', direction: ASC }], [A, B, C, D]],
    [
      'by SIREN backward, which leaves no tie',
      [
        { field: 'SIREN', direction: DESC },
        { field: 'NAME', direction: ASC },
      ],
      [D, C, B, A],
    ],
  ] as const)('are %s', (_, orders, expected) => {
    expectPages(
      finish(bodyList(viewOn(snapshot, TODAY), orders, null)),
      snapshot.bodies.siren,
      expected,
    );
  });

  test('that a mask leaves out are not shown', () => {
    const list = finish(bodyList(viewOn(snapshot, TODAY), [], Uint8Array.of(1, 0, 1, 0)));
    expectPages(list, snapshot.bodies.siren, [C, A]);
  });
});

describe('codes of a nomenclature', () => {
  // « reseaux » twice, « accueil », and two without a label, which come last both ways.
  test.each([
    ['without an order by code', [], ['100', '110', '220', '314', '326']],
    ['by code backward', [{ field: 'CODE', direction: DESC }], ['326', '314', '220', '110', '100']],
    [
      'by label, ties by code',
      [{ field: 'LABEL', direction: ASC }],
      ['220', '314', '326', '100', '110'],
    ],
    [
      'by label backward, ties by code forward',
      [{ field: 'LABEL', direction: DESC }],
      ['314', '326', '220', '100', '110'],
    ],
    [
      'by label, ties by code backward',
      [
        { field: 'LABEL', direction: ASC },
        { field: 'CODE', direction: DESC },
      ],
      ['220', '326', '314', '110', '100'],
    ],
  ] as const)('are %s', (_, orders, expected) => {
    const { specialities } = snapshot;
    expectPages(
      finish(nomenclatureList(snapshot, specialities, orders, null)),
      specialities.code,
      expected,
    );
  });
});
