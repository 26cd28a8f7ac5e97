import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { parsePlainDate } from '../../src/domain/calendar.ts';
import type { PeerRule } from '../../src/domain/peer-board.ts';
import { openRequest } from '../../src/graphql/context.ts';
import { PeerBoards } from '../../src/graphql/peer-boards.ts';
import { StatementLog, TODAY } from '../support/client.ts';
import { describeEachEngine } from '../support/database.ts';
import { ficheWith, publishFiches } from '../support/factories.ts';
import { STATISTICS_REGISTER } from '../support/statistics-register.ts';

const RULE: PeerRule = {
  ...{ indicator: 'GLOBAL_6_MONTHS', peersBy: 'OCCUPATION', sameLevel: true, lastCohorts: 3 },
  asOf: TODAY,
};

/** A certification of level 6 that is no kin of the other two. */
const FICHES = [
  ...STATISTICS_REGISTER.filter(({ code }) => code !== 'RNCP900001'),
  ficheWith({ code: 'RNCP900010', level: { code: 'NIV6', label: null } }),
];

describeEachEngine('boards of peers on', (openDatabase) => {
  const log = new StatementLog();
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase(log.listen);
    await publishFiches(database, FICHES);
  });

  /** The board of a rule, as one request asks for it. */
  async function board(boards: PeerBoards, rule: PeerRule = RULE) {
    await using request = await openRequest(database, TODAY);
    const { db, publication } = request.context;
    return await boards.board(db, publication.id, rule);
  }

  test('are made once for all who ask at the same time, first or later', async () => {
    const boards = new PeerBoards();
    await using request = await openRequest(database, TODAY);
    const { db, publication } = request.context;
    for (const sameLevel of [true, false]) {
      const asked = Array.from({ length: 5 }, () =>
        boards.board(db, publication.id, { ...RULE, sameLevel }),
      );
      expect(new Set(await Promise.all(asked)).size).toBe(1);
    }
  });

  test('are kept from one request to the next, which reads nothing more', async () => {
    const boards = new PeerBoards();
    const first = await board(boards);
    const again = await log.during(async () => {
      expect(await board(boards, { ...RULE })).toBe(first);
      expect(await board(boards, { ...RULE, sameLevel: false })).not.toBe(first);
    });
    expect(again.filter((statement) => statement.includes('insertion_fact'))).toEqual([]);
  });

  test('are of one day: what was active before is not what is active now', async () => {
    const boards = new PeerBoards();
    // RNCP900002, of level 6 as well, ended on 2023-06-01.
    const peers = async (asOf: string) => {
      const rule = { ...RULE, sameLevel: false, peersBy: 'LEVEL' as const };
      return (await board(boards, { ...rule, asOf: parsePlainDate(asOf) })).peersOf('RNCP900010');
    };
    expect(await peers('2023-06-01')).toEqual(['RNCP900002']);
    expect(await peers('2023-06-02')).toEqual([]);
  });

  test('that were not asked for the longest are forgotten after thirty-two', async () => {
    const boards = new PeerBoards();
    const days = Array.from({ length: 32 }, (_, index) =>
      parsePlainDate(
        `2026-01-${String(index + 1).padStart(2, '0')}`.replace('2026-01-32', '2026-02-01'),
      ),
    );
    const made = [];
    for (const asOf of days) made.push(await board(boards, { ...RULE, asOf }));
    const [first, second] = made;
    // Asked for again, the first is the newest: the next one takes the place of the second.
    expect(await board(boards, { ...RULE, asOf: days[0] ?? TODAY })).toBe(first);
    await board(boards, { ...RULE, asOf: parsePlainDate('2027-01-01') });
    expect(await board(boards, { ...RULE, asOf: days[0] ?? TODAY })).toBe(first);
    expect(await board(boards, { ...RULE, asOf: days[1] ?? TODAY })).not.toBe(second);
  });

  test('are read anew by the next request when the one that read them failed', async () => {
    const boards = new PeerBoards();
    const request = await openRequest(database, TODAY);
    const { db, publication } = request.context;
    await request[Symbol.asyncDispose]();
    await expect(boards.board(db, publication.id, RULE)).rejects.toThrow();
    expect((await board(boards)).rule).toEqual(RULE);
  });

  test('are those of the publication that the request reads', async () => {
    const boards = new PeerBoards();
    const before = await board(boards);
    await publishFiches(database, FICHES);
    const after = await board(boards);
    expect(after).not.toBe(before);
    expect(await board(boards)).toBe(after);
  });
});
