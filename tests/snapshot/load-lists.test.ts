import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { Lists } from '../../src/snapshot/columns.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { SnapshotStore } from '../../src/snapshot/store.ts';
import { describeEachEngine } from '../support/database.ts';
import { day, publishFiches } from '../support/factories.ts';
import { SMALL_REGISTER, SMALL_REGISTER_FINDINGS } from '../support/register.ts';

/** What each row has of lists. */
function split({ offset, value }: Lists): number[][] {
  return Array.from({ length: offset.length - 1 }, (_, row) => [
    ...value.subarray(offset[row], offset[row + 1]),
  ]);
}

/** Rows: 0 RNCP900001, 1 RNCP900002, 2 RNCP900003, 3 RNCP900010, 4 RS900001. */
describeEachEngine('what belongs to certifications, loaded from', (openDatabase) => {
  let database: Database;
  let snapshot: Snapshot;

  beforeAll(async () => {
    database = await openDatabase();
    await publishFiches(database, SMALL_REGISTER, { findings: SMALL_REGISTER_FINDINGS });
    snapshot = await new SnapshotStore(database).refresh();
  });

  test('blocks are in the order of the fiche', () => {
    const { count, offset, certification, position, code, title } = snapshot.blocks;
    expect(count).toBe(4);
    expect([...offset]).toEqual([0, 3, 3, 4, 4, 4]);
    expect([...certification]).toEqual([0, 0, 0, 2]);
    expect([...position]).toEqual([1, 2, 3, 1]);
    expect(code).toEqual(['RNCP900001BC01', 'RNCP900001BC02', 'RNCP900001BC02', 'RNCP900003BC01']);
    expect(title).toEqual([
      ...['Concevoir une application', 'Développer l’interface', 'Déployer'],
      'Tenir une comptabilité',
    ]);
  });

  test('specialities are by code, with who carries them', () => {
    const { specialities } = snapshot;
    expect(specialities.code).toEqual(['314', '326', '326t']);
    expect(specialities.label).toEqual([
      ...['Comptabilité, gestion', 'Informatique', 'Programmation, mise en place de logiciels'],
    ]);
    expect(split(specialities.ofCertification)).toEqual([[2], [1], [0], [0, 2], [2]]);
    expect(split(specialities.certifications)).toEqual([[2, 3], [1], [0, 3, 4]]);
    expect(specialities.rowOf.get('326t')).toBe(2);
  });

  test('occupations are in the order of the fiche for each certification', () => {
    const { occupations } = snapshot;
    expect(occupations.code).toEqual(['M1203', 'M1802', 'M1805']);
    // Two labels, each once: the first in the order of texts.
    expect(occupations.label[2]).toBe('Etudes et developpement informatique');
    expect(split(occupations.ofCertification)).toEqual([[2, 1], [2], [0], [0], []]);
  });

  test('formacodes are those of the fiches', () => {
    expect(snapshot.formacodes.code).toEqual(['30854', '32654']);
    expect(split(snapshot.formacodes.certifications)).toEqual([[0], [2]]);
  });

  test('access routes say whether they are open, where the source does', () => {
    const { offset, route, open, jury, changedOn } = snapshot.routes;
    expect([...offset]).toEqual([0, 2, 2, 3, 3, 3]);
    expect(route).toEqual(['INITIAL_TRAINING', 'VAE', 'VAE']);
    expect([...open]).toEqual([1, 0, 1]);
    expect(jury).toEqual(['Deux tiers', null, null]);
    expect([...changedOn]).toEqual([-1, 20_230_118, -1]);
  });

  test('links are on both sides, those that dangle included', () => {
    const { links, number, edges } = snapshot.lineage;
    const title = (row: number) => SMALL_REGISTER[row]?.title;
    expect(links.get('RNCP900001')).toEqual([
      {
        ...{ direction: 'REPLACES', otherCode: 'RNCP900002' },
        ...{ otherTitle: title(1), declaredBy: 'BOTH' },
      },
    ]);
    expect(links.get('RNCP900002')).toEqual([
      {
        ...{ direction: 'REPLACED_BY', otherCode: 'RNCP900001' },
        ...{ otherTitle: title(0), declaredBy: 'BOTH' },
      },
      {
        ...{ direction: 'REPLACED_BY', otherCode: 'RNCP899998' },
        ...{ otherTitle: 'Concepteur', declaredBy: 'OWN' },
      },
    ]);
    expect(links.get('RNCP900003')).toEqual([
      {
        ...{ direction: 'REPLACED_BY', otherCode: 'RS900001' },
        ...{ otherTitle: title(4), declaredBy: 'OTHER' },
      },
    ]);
    expect(links.has('RNCP900010')).toBe(false);
    const [developer, old, accounts, assistant, safety] = number;
    expect([old, safety, assistant]).toEqual([developer, accounts, -1]);
    expect(developer).not.toBe(accounts);
    expect(edges[developer ?? -1]).toEqual([
      {
        ...{ older: 'RNCP900002', newer: 'RNCP899998' },
        ...{ declaredByOlder: true, declaredByNewer: false },
      },
      {
        ...{ older: 'RNCP900002', newer: 'RNCP900001' },
        ...{ declaredByOlder: true, declaredByNewer: true },
      },
    ]);
  });

  test('equivalences are in the order of the fiche, by row', () => {
    expect([...snapshot.equivalences]).toEqual([
      [
        0,
        [
          { sourceBlocks: [], targetCode: 'RNCP900003', targetBlocks: [] },
          {
            sourceBlocks: ['RNCP900001BC01'],
            ...{ targetCode: 'RNCP899999', targetBlocks: ['RNCP899999BC03'] },
          },
        ],
      ],
    ]);
  });

  test('findings are gravest first, each with its fiche where that is served', () => {
    const { rule, severity, certificationCode, certification, sourceId, message } =
      snapshot.findings;
    const errors = severity.lastIndexOf('ERROR') + 1;
    expect(rule.slice(0, errors)).toEqual(['REFUSED_VALUE', 'REFUSED_VALUE', 'REFUSED_FICHE']);
    expect(certificationCode.slice(0, errors)).toEqual(['RNCP900001', 'RS900001', null]);
    expect([...certification.slice(0, errors)]).toEqual([0, 4, -1]);
    expect([...sourceId.slice(0, errors)]).toEqual([1, 2, 1]);
    const disagree = rule.indexOf('SOURCES_DISAGREE');
    expect(severity[disagree]).toBe('WARNING');
    expect(message[disagree]).toBe('the sources disagree');
    expect(snapshot.findings.cohortYear[disagree]).toBe(2020);
    // Derived at publication: two blocks of RNCP900001 have one code.
    const duplicate = rule.indexOf('DUPLICATE_BLOCK_CODE');
    expect(certificationCode[duplicate]).toBe('RNCP900001');
    expect(split(snapshot.findings.ofCertification)[0]).toContain(duplicate);
  });

  test('publications are all there, newest first, each with its sources', async () => {
    await publishFiches(database, SMALL_REGISTER.slice(0, 1), {
      datedOn: day('2026-09-01'),
      demonstration: true,
    });
    const { publication, publications, sources } = await new SnapshotStore(database).refresh();
    const first = snapshot.publication.id;
    expect(publication).toMatchObject({ id: first + 1, demonstration: true });
    expect(publications.map(({ id, demonstration }) => [id, demonstration])).toEqual([
      [first + 1, true],
      [first, false],
    ]);
    expect(publications.map((each) => each.sources.map(({ register }) => register))).toEqual([
      ['RNCP', 'RS'],
      ['RNCP', 'RS'],
    ]);
    expect(publications[0]?.sources[0]).toMatchObject({
      ...{ kind: 'FEED', fileName: 'RNCP.xml', datedOn: '2026-09-01', bytes: 3_000_000_000 },
      importedAt: expect.any(Date),
      unknownElements: { 'FICHES/FICHE/NOUVEAU': 2, 'FICHES/FICHE/AUTRE': 1 },
    });
    expect([...sources.keys()]).toEqual(
      publications.toReversed().flatMap((each) => each.sources.map(({ id }) => id)),
    );
    // What was loaded before has not changed.
    expect(snapshot.publications.map(({ id }) => id)).toEqual([first]);
  });
});
