import { parsePlainDate } from '../../domain/calendar.ts';
import { parseRegisterCode, type RegisterCode } from '../../domain/certification/register-code.ts';
import { CHANGE_KINDS, type ChangeKind } from '../../domain/changes/change.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import { parseSiren } from '../../domain/nomenclature/siret.ts';
import type { CertificationFilter, PublicationChoice } from '../operations.ts';
import { readChoice } from '../parameters.ts';

export const LEVELS = ['1', '2', '3', '4', '5', '6', '7', '8'] as const;

/** State of the page: all of it is in the address. */
export interface ChangesState {
  /**
   * A publication by its number or a day; `debut` = from where history begins; null = from the
   * publication before the one that answers, or from the beginning where `jusque` is given.
   */
  readonly depuis: string | null;
  /** A publication by its number or a day; null = up to the one that answers. */
  readonly jusque: string | null;
  /** Kinds of changes; none = all of them. */
  readonly nature: readonly ChangeKind[];
  readonly niveau: string | null;
  readonly siren: string | null;
  readonly code: RegisterCode | null;
}

/** Reads the address; throws `BadUserInputError` for a value that is not accepted. */
export function readState(query: URLSearchParams): ChangesState {
  const [siren, code] = [query.get('siren')?.trim(), query.get('code')?.trim()];
  const kinds = query.getAll('nature').map((text) => readChoice('nature', text, CHANGE_KINDS));
  return {
    depuis: readPublication('depuis', query.get('depuis'), [BEGINNING]),
    jusque: readPublication('jusque', query.get('jusque')),
    nature: CHANGE_KINDS.filter((kind) => kinds.includes(kind)),
    niveau: readChoice('niveau', query.get('niveau'), LEVELS),
    siren: siren ? parseSiren(siren) : null,
    code: code ? parseRegisterCode(code) : null,
  };
}

/** All of history, as the address says it. */
export const BEGINNING = 'debut';

const NUMBER = /^[1-9]\d{0,8}$/;

function readPublication(
  name: string,
  given: string | null,
  words: readonly string[] = [],
): string | null {
  const text = given?.trim();
  if (!text) return null;
  if (NUMBER.test(text) || words.includes(text)) return text;
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return parsePlainDate(text);
  const [alsoEn, alsoFr] = words.map((word) => [` nor ${word}`, ` ni ${word}`])[0] ?? ['', ''];
  throw new BadUserInputError({
    en: `${name}: ${JSON.stringify(text)} is neither a day as 2026-09-01 nor the number of a publication${alsoEn}`,
    fr: `${name} : ${JSON.stringify(text)} n’est ni un jour comme 2026-09-01 ni le numéro d’une publication${alsoFr}`,
  });
}

/** The publication since which changes are shown: by default the one before; null = all of history. */
export function sinceOf(
  { depuis, jusque }: ChangesState,
  before: { readonly number: number } | null,
): string | null {
  if (depuis === BEGINNING) return null;
  return depuis ?? (jusque === null && before !== null ? String(before.number) : null);
}

/** A publication as operations name it: by its number, or as known at the end of a day. */
export function choiceOf(text: string | null): PublicationChoice | null {
  if (text === null) return null;
  return NUMBER.test(text) ? { number: Number(text) } : { knownOn: text };
}

/** Which certifications are asked for. */
export function filterOf({ niveau, siren, code }: ChangesState): CertificationFilter {
  return {
    ...(niveau !== null && { levels: [Number(niveau)] }),
    ...(siren !== null && { certifiers: [siren] }),
    ...(code !== null && { codes: [code] }),
  };
}
