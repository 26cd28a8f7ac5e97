import { type SearchAnswer, searchCertifications } from '../../db/queries/certification-search.ts';
import { parseQuestion } from '../../domain/search/question.ts';
import { inRanges, type Work } from '../../domain/work.ts';
import type { Mask } from '../../snapshot/day-view.ts';
import { type Memo, memoWithin } from '../../snapshot/memo.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import type { OperationContext } from '../core/context.ts';
import type { Maybe } from '../core/maybe.ts';

/** What a search found, by row of certifications. */
export interface SearchResult {
  readonly mask: Mask;
  /** How well each answers; NaN for those that do not. */
  readonly scores: Float64Array;
}

/** Searches whose results are kept for a publication: nine bytes a certification each. */
const MOST_SEARCHES = 64;

const results = new WeakMap<Snapshot, Memo>();

/** Certifications that answer a search; the latest searches of a publication are remembered. */
export function searchResult(
  { snapshot, loaders, run }: OperationContext,
  text: string,
): Maybe<SearchResult> {
  const memo = memoWithin(results, snapshot, MOST_SEARCHES);
  const known = memo.get<SearchResult>(text);
  if (known) return known;
  const question = parseQuestion(text);
  return loaders
    .read((db) => searchCertifications(db, question))
    .then((matches) => run(memo.work(text, () => resultOf(snapshot, matches))));
}

/** What a search found, by row. */
function* resultOf(
  { certifications }: Snapshot,
  matches: readonly SearchAnswer[],
): Work<SearchResult> {
  const mask = new Uint8Array(certifications.count);
  const scores = new Float64Array(certifications.count).fill(Number.NaN);
  yield* inRanges(matches.length, (from, to) => {
    for (const { code, rank } of matches.slice(from, to)) {
      const row = certifications.rowOf.get(code);
      if (row === undefined) continue;
      mask[row] = 1;
      scores[row] = rank;
    }
  });
  return { mask, scores };
}
