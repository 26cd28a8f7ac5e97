import { SUPPORTED_PROTOCOL_VERSIONS } from '@modelcontextprotocol/server';
import type { Bilingual } from '../../domain/bilingual.ts';
import { shown } from '../tools/given-values.ts';

/** The revision in which each message says all that it needs. */
export const MODERN = '2026-07-28';

/** Those before it, of clients that begin by `initialize`. */
export const FORMER: ReadonlySet<string> = new Set(SUPPORTED_PROTOCOL_VERSIONS);

/** The error of a header with a revision that is none of these; null when it is. */
export function revisionProblem(given: string | null): Bilingual | null {
  if (given === null || given === MODERN || FORMER.has(given)) return null;
  const accepted = [MODERN, ...FORMER].join(', ');
  return {
    en: `the header MCP-Protocol-Version is ${shown(given)}: ${accepted} are accepted`,
    fr: `l’en-tête MCP-Protocol-Version vaut ${shown(given)}\u00a0: ${accepted} sont acceptés`,
  };
}
