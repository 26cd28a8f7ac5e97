import { beforeAll, expect, test } from 'vitest';
import { describeEachEngine } from '../support/database.ts';
import { day, publishFiches } from '../support/factories.ts';
import { CertificationHistoryDocument, ChangesSinceDocument } from '../support/operations.ts';
import { FORMER_REGISTER, QUESTION_REGISTER } from '../support/question-register.ts';
import { sendOn } from '../support/questions.ts';

/** How many things FORMER_REGISTER says otherwise: a fiche that it lacks, one more, and the rest. */
function said(): number {
  const changed = QUESTION_REGISTER.slice(1).map(({ code, title, activeFlag, cohorts }) => {
    const former = FORMER_REGISTER.find((each) => each.code === code);
    const figures = cohorts.map(({ year, certified, certifiedThroughVae, rates }) => {
      const all = [certified, certifiedThroughVae, ...Object.values(rates)];
      const known = former?.cohorts.some((cohort) => cohort.year === year) ?? false;
      return known ? Number(certified !== null) : all.filter((each) => each !== null).length;
    });
    return (
      Number(former?.title !== title) +
      Number(former?.activeFlag !== activeFlag) +
      figures.reduce((a, b) => a + b, 0)
    );
  });
  return 2 + changed.reduce((a, b) => a + b, 0);
}

describeEachEngine('what changed on', (openDatabase) => {
  let send: ReturnType<typeof sendOn>;

  beforeAll(async () => {
    const database = await openDatabase();
    await publishFiches(database, FORMER_REGISTER, { datedOn: day('2026-08-15') });
    await publishFiches(database, QUESTION_REGISTER, { compared: true });
    send = sendOn(database);
  });

  const told = ({ changes: { nodes } }: { changes: { nodes: readonly object[] } }) =>
    (nodes as { code: string; kind: string; before: string | null; after: string | null }[]).map(
      ({ code, kind, before, after }) => `${code} ${kind}: ${before} → ${after}`,
    );

  test('29: since a day, of one kind and level', async () => {
    const answer = await send(ChangesSinceDocument, {
      since: { knownOn: '2026-08-15' },
      kinds: ['RATE_ADDED', 'CREATED', 'REMOVED'],
      filter: { levels: [6] },
    });
    // RNCP100 is new; every second one has a cohort more; RNCP190 was of level 6.
    expect(told(answer)).toEqual([
      'RNCP100 CREATED: null → Développeur',
      'RNCP111 RATE_ADDED: null → 70',
      'RNCP113 RATE_ADDED: null → 80',
      'RNCP115 RATE_ADDED: null → 90',
      'RNCP190 REMOVED: Retirée depuis → null',
    ]);
    expect(answer.changes.pageInfo.hasNextPage).toBe(false);
  });

  test('29: nothing since the publication that is served, and all before by pages', async () => {
    const none = await send(ChangesSinceDocument, { since: { number: 2 } });
    expect(none.changes).toMatchObject({ totalCount: 0, nodes: [] });
    const all = await send(ChangesSinceDocument, {});
    const found: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: typeof all = await send(ChangesSinceDocument, { first: 7, after });
      found.push(...told(page));
      more = page.changes.pageInfo.hasNextPage;
      after = page.changes.pageInfo.endCursor ?? null;
    }
    expect(found).toEqual(told(all));
    expect(found).toHaveLength(all.changes.totalCount);
    expect(found).toHaveLength(said());
  });

  test('29: of one certification, there or gone', async () => {
    const { certification, removedCertification } = await send(CertificationHistoryDocument, {
      code: 'RNCP111',
    });
    expect(removedCertification).toBeNull();
    expect(certification?.history.nodes.map(({ kind, after }) => `${kind} ${after}`)).toEqual([
      'CERTIFIED_ADDED 30',
      'RATE_ADDED 70',
    ]);
    expect(certification?.cohorts).toEqual([
      {
        year: 2023,
        revisions: [
          {
            ...{ publication: { number: 2 }, figure: 'CERTIFIED', before: null, after: 30 },
            source: { fileName: 'RNCP.xml' },
          },
          {
            ...{ publication: { number: 2 }, figure: 'GLOBAL_6_MONTHS', before: null, after: 70 },
            source: { fileName: 'RNCP.xml' },
          },
        ],
      },
    ]);
    expect(certification).toMatchObject({ firstSeen: { number: 1 }, absences: [] });

    const gone = await send(CertificationHistoryDocument, { code: 'RNCP190' });
    expect(gone).toMatchObject({
      certification: null,
      removedCertification: { code: 'RNCP190', title: 'Retirée depuis', removed: { number: 2 } },
    });
  });
});
