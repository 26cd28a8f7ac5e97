import { parsePlainDate } from '../../domain/calendar.ts';
import type {
  PublicationChoice,
  PublicationRange,
} from '../../snapshot/history/publication-choice.ts';
import { publicationRange } from '../../snapshot/history/publication-choice.ts';
import type { Snapshot } from '../../snapshot/snapshot.ts';
import type { Parameter, ParameterValues } from '../parameter.ts';

/** Changes of which publications: after one, up to another. */
export const RANGE_PARAMETERS: readonly Parameter[] = [
  {
    name: 'since',
    description: {
      fr: 'Seulement les changements des publications après celle-ci\u00a0: son numéro\u00a0; un jour, pour la publication qui était la plus récente à la fin de ce jour\u00a0; ou une durée avant l’autre borne, comme P12M ou P7D. À partir du début de l’historique quand il est plus tardif.',
      en: 'Only changes of publications after this one: its number; a day, for the publication that was the newest at its end; or how long before the other end, as P12M or P7D. From where history begins when that is later.',
    },
    kind: {
      type: 'TEXT',
      pattern: /^(\d{1,9}|\d{4}-\d\d-\d\d|P\d{1,3}[DWMY])$/i,
      accepted: {
        en: 'a number of a publication, a day as YYYY-MM-DD or a length as P12M or P7D',
        fr: 'un numéro de publication, un jour écrit AAAA-MM-JJ ou une durée comme P12M ou P7D',
      },
    },
    ...{ many: false, otherwise: 'P12M', example: 'P7D' },
  },
  {
    name: 'until',
    description: {
      fr: 'Seulement les changements des publications jusqu’à celle-ci\u00a0: son numéro, ou un jour, pour la publication qui était la plus récente à la fin de ce jour. Sans ce paramètre, celle qui répond.',
      en: 'Only changes of publications up to this one: its number, or a day, for the publication that was the newest at its end. The one that answers when it is not given.',
    },
    kind: {
      type: 'TEXT',
      pattern: /^(\d{1,9}|\d{4}-\d\d-\d\d)$/,
      accepted: {
        en: 'a number of a publication or a day as YYYY-MM-DD',
        fr: 'un numéro de publication ou un jour écrit AAAA-MM-JJ',
      },
    },
    ...{ many: false, example: '2026-09-01' },
  },
];

/**
 * The publications that the parameters mean.
 *
 * - Throws `BadUserInputError` as `publicationRange` does.
 */
export function rangeOf(snapshot: Snapshot, values: ParameterValues): PublicationRange {
  const choice = (name: string) => {
    const given = values[name];
    return typeof given === 'string' ? choiceOf(given) : null;
  };
  return publicationRange(snapshot, { since: choice('since'), until: choice('until') });
}

const UNITS = {
  D: (count: number) => ({ daysBefore: count }),
  W: (count: number) => ({ daysBefore: 7 * count }),
  M: (count: number) => ({ monthsBefore: count }),
  Y: (count: number) => ({ monthsBefore: 12 * count }),
} as const;

function choiceOf(text: string): PublicationChoice {
  if (/^\d+$/.test(text)) return { number: Number(text) };
  const length = /^P(\d+)([DWMY])$/i.exec(text);
  const unit = length?.[2]?.toUpperCase() as keyof typeof UNITS | undefined;
  return unit ? UNITS[unit](Number(length?.[1])) : { knownOn: parsePlainDate(text) };
}
