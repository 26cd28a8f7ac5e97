import type { Session } from '../../db/database.ts';
import type { PublicationRecord, SourceRecord } from '../../db/publications.ts';
import type { PlainDate } from '../../domain/calendar.ts';
import type { MethodChoices } from '../../domain/method.ts';
import type { ImportProgress } from './progress.ts';

export interface ImportOptions {
  /** Day the data are of, whatever the names of the files say. */
  readonly date?: PlainDate;
  /** Today in Paris: no data are of a later day. */
  readonly today: PlainDate;
  /** The day that the publication stands for, when it is not today: it is imported as history. */
  readonly knownOn?: PlainDate;
  /** The publication is not served yet: it waits until somebody publishes or withdraws it. */
  readonly hold?: boolean;
  /** Title of the certification of a fiche page. */
  readonly title?: string;
  /** Accept a register that lost more than a tenth of its fiches, or of its figures. */
  readonly allowShrink?: boolean;
  /** Accept an export that is older than the one it replaces. */
  readonly allowOlder?: boolean;
  /** The files are the bundled demonstration: a real export replaces them entirely. */
  readonly demonstration?: boolean;
  /** What findings are judged by; by what docs/method.md says when absent. */
  readonly method?: MethodChoices | undefined;
  readonly onProgress?: ImportProgress;
}

/** What is served before an import. */
export interface Served {
  readonly publication: PublicationRecord;
  readonly sources: readonly SourceRecord[];
}

/** An import under way, on the connection that holds the right to import. */
export interface Import {
  readonly session: Session;
  readonly publicationId: number;
  readonly served: Served | null;
  readonly options: ImportOptions;
}

/** The served sources that are these very files on another day, each with the source it becomes. */
export function redatedSources(
  served: Served | null,
  added: readonly SourceRecord[],
): { readonly old: SourceRecord; readonly now: SourceRecord }[] {
  return (served?.sources ?? []).flatMap((old) => {
    const now = added.find(
      (each) =>
        each.sha256 === old.sha256 &&
        each.kind === old.kind &&
        each.demonstration === old.demonstration,
    );
    return now ? { old, now } : [];
  });
}

/** The day the data of a publication are of: its newest export's, else its newest source's. */
export function dayOf(sources: readonly SourceRecord[]): PlainDate {
  const exports = sources.filter(({ kind }) => kind === 'FEED');
  const days = (exports.length > 0 ? exports : sources).map(({ datedOn }) => datedOn);
  const day = days.toSorted().at(-1);
  if (!day) throw new RangeError('a publication has a source');
  return day;
}
