import type { Session } from '../../db/database.ts';
import type { PublicationRecord, SourceRecord } from '../../db/publications.ts';
import type { PlainDate } from '../../domain/calendar.ts';
import type { ImportProgress } from './progress.ts';

export interface ImportOptions {
  /** Day the data are of, when the names of the files do not say it. */
  readonly date?: PlainDate;
  /** Today in Paris: the day of a supplement for which none was given. */
  readonly today: PlainDate;
  /** Title of the certification of a fiche page. */
  readonly title?: string;
  /** Accept a register that lost more than a tenth of its fiches. */
  readonly allowShrink?: boolean;
  /** The files are the bundled demonstration: a real export replaces them entirely. */
  readonly demonstration?: boolean;
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

/** The day the data of a publication are of: its newest export's, else its newest source's. */
export function dayOf(sources: readonly SourceRecord[]): PlainDate {
  const exports = sources.filter(({ kind }) => kind === 'FEED');
  const days = (exports.length > 0 ? exports : sources).map(({ datedOn }) => datedOn);
  const day = days.toSorted().at(-1);
  if (!day) throw new RangeError('a publication has a source');
  return day;
}
