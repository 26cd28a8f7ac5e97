import type { SourceRecord } from '../../db/publications.ts';
import { RefusedFileError } from '../../domain/errors.ts';
import type { Served } from './import.ts';

/** A register may lose this share of its fiches, or figures, from one export to the next. */
const ALLOWED_LOSS = 0.1;

/** Guards against two exports of a register. */
export function refuseTwice(loaded: readonly SourceRecord[], source: SourceRecord): void {
  const twin = loaded.find(({ register }) => register === source.register);
  if (!twin) return;
  throw new RefusedFileError(
    `${twin.fileName} and ${source.fileName} are both exports of the ${source.register}: give one file for each register`,
  );
}

/** Guards against an export of a day before that of the one it would replace. */
export function refuseOlder(served: Served | null, source: SourceRecord): void {
  const before = served?.sources.find(({ register }) => register === source.register);
  if (!before || before.demonstration || source.datedOn >= before.datedOn) return;
  throw new RefusedFileError(
    `${source.fileName} is of ${source.datedOn} and the ${source.register} that is served is of ${before.datedOn} (${before.fileName}): an older export would replace a newer one; nothing was changed; if that is meant, or if the day of the served one was mistyped, import it with --allow-older`,
  );
}

/** Guards against a truncated export that is well-formed all the same. */
export function refuseShrink(served: Served | null, source: SourceRecord): void {
  const before = served?.sources.find(({ register }) => register === source.register);
  if (!before || before.demonstration) return;
  if (source.certifications >= before.certifications * (1 - ALLOWED_LOSS)) return;
  const lost = Math.round((1 - source.certifications / before.certifications) * 100);
  throw new RefusedFileError(
    `${source.fileName} has ${source.certifications} fiches and the ${source.register} that is served has ${before.certifications} (${before.fileName}): it lost ${lost} %, and an export that loses more than ${ALLOWED_LOSS * 100} % is most often incomplete; nothing was changed; if the loss is real, import it with --allow-shrink`,
  );
}

/** Of fewer figures the share that is lost says nothing. */
const FEW_FIGURES = 100;

/** Guards against an export whose fiches are there and whose figures are not. */
export function refuseLoss(
  { fileName, register }: SourceRecord,
  figures: { readonly before: number; readonly now: number },
): void {
  const { before, now } = figures;
  if (before < FEW_FIGURES || now >= before * (1 - ALLOWED_LOSS)) return;
  const lost = Math.round((1 - now / before) * 100);
  throw new RefusedFileError(
    `with ${fileName} the cohorts of the ${register} have ${now} figures (numbers of certified and rates), and with what is served ${before}: ${lost} % are lost, and an export that loses more than ${ALLOWED_LOSS * 100} % is most often incomplete; nothing was changed; if the loss is real, import it with --allow-shrink`,
  );
}
