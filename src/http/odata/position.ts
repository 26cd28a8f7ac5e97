import { type PlainDate, plainDate } from '../../domain/calendar.ts';
import { BadUserInputError } from '../../domain/errors.ts';

/** Where a page begins: all pages of one reading are of one publication and one day. */
export interface PagePosition {
  readonly publication: number;
  /** When it was published, in milliseconds: another database may have another of its number. */
  readonly publishedAt: number;
  readonly day: PlainDate;
  /** Rows that the pages before had. */
  readonly offset: number;
}

const TOKEN = /^(\d{1,9})\.(\d{1,15})\.(\d{4})-(\d\d)-(\d\d)\.(\d{1,9})$/;

export function positionText({ publication, publishedAt, day, offset }: PagePosition): string {
  return `${publication}.${publishedAt}.${day}.${offset}`;
}

/** - Throws `BadUserInputError` for what no answer gave. */
export function parsePosition(text: string): PagePosition {
  const parts = TOKEN.exec(text);
  const day = parts && plainDate(Number(parts[3]), Number(parts[4]), Number(parts[5]));
  if (parts && day) {
    const [publication, publishedAt, offset] = [parts[1], parts[2], parts[6]].map(Number);
    return {
      ...{ publication: publication ?? 0, publishedAt: publishedAt ?? 0 },
      ...{ day, offset: offset ?? 0 },
    };
  }
  throw new BadUserInputError({
    en: `is ${JSON.stringify(text)}: take it from @odata.nextLink of the page before`,
    fr: `vaut ${JSON.stringify(text)}\u00a0: prenez-le dans @odata.nextLink de la page précédente`,
  });
}
