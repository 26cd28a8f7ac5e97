import {
  PROTOCOL_VERSION_META_KEY,
  SUPPORTED_PROTOCOL_VERSIONS,
} from '@modelcontextprotocol/server';
import type { Bilingual } from '../../domain/bilingual.ts';
import { isObject, shown } from '../tools/given-values.ts';

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

/** Whether a message says itself of which revision it is. */
export function namesRevision(message: unknown): boolean {
  const params = isObject(message) ? message['params'] : null;
  const meta = isObject(params) ? params['_meta'] : null;
  return isObject(meta) && PROTOCOL_VERSION_META_KEY in meta;
}
