import type { FastifyRequest } from 'fastify';
import { BadUserInputError } from '../../domain/errors.ts';
import type { AskedPublication } from '../../snapshot/asked-publication.ts';
import type { SnapshotStore } from '../../snapshot/store.ts';
import { CHECK } from '../../web/addresses.ts';
import type { PageRequest, Sources } from '../../web/page.ts';
import { citationOf, messageOf, verdictOf, verdictWithout } from '../citations/citation.ts';
import { type Reading, rowsCompared, toldOf } from '../citations/report-check.ts';
import type { FairQueue } from '../fair-queue.ts';
import type { FairTurns } from '../fair-turns.ts';
import { CHECK_OF_NOTHING } from '../reports/options.ts';
import type { OpenRows } from '../reports/rows.ts';

/** What rows are compared with. */
export interface CheckParts {
  readonly store: SnapshotStore;
  readonly openRows: OpenRows;
  readonly turns: FairTurns;
  /** Reads of the database. */
  readonly reads: FairQueue;
  /** Checks are made one at a time. */
  readonly checks: FairQueue;
}

/**
 * What compares rows of the past publication of a page with those of the newest, where its address
 * asks for that.
 *
 * - Throws `BadUserInputError` where it names no publication.
 */
export function checkOfPage(
  { store, openRows, turns, reads, checks }: CheckParts,
  { query }: PageRequest,
  asked: AskedPublication | null,
  { record }: FastifyRequest,
  signal: AbortSignal,
): Sources['check'] {
  const given = query.get(CHECK);
  if (!given) return null;
  if (given !== '1') {
    throw new BadUserInputError({
      en: `${CHECK}: ${JSON.stringify(given)} is not accepted; accepted: 1`,
      fr: `${CHECK} : ${JSON.stringify(given)} n’est pas accepté ; est accepté : 1`,
    });
  }
  if (asked === null || 'token' in asked) {
    const { parameter, message } = CHECK_OF_NOTHING;
    throw new BadUserInputError({
      en: `${parameter} ${message.en}`,
      fr: `${parameter} ${message.fr}`,
    });
  }
  const { account } = record;
  const reading: Reading = {
    run: (work, either) => turns.run(work, account, () => either),
    make: (act, either) => reads.inTurn(account, act, either),
    ...{ signal, record },
  };
  return async (report, values, limit) => {
    const citation = citationOf(store.current ?? (await store.refresh()), asked);
    const known = verdictWithout(citation);
    if (known)
      return { isHeld: known === 'NEWEST', message: messageOf(known, citation), counts: null };
    const as_of = values['as_of'] ?? citation.cited.datedOn;
    const compared = { report, limit, values: { ...values, as_of } };
    const differences = await checks.inTurn(
      account,
      () => rowsCompared(openRows, citation, compared, reading),
      signal,
    );
    const verdict = verdictOf(citation, toldOf(differences));
    const { rows, added, removed, changed } = differences;
    return {
      isHeld: verdict === 'SAME',
      message: messageOf(verdict, citation),
      counts: { rows, added, removed, changed },
    };
  };
}
