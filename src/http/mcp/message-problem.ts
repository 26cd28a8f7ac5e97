import type { Bilingual } from '../../domain/bilingual.ts';
import { isObject, shown } from '../tools/given-values.ts';

/** What is wrong with a body as one message of JSON-RPC 2.0; null when nothing is. */
export function messageProblem(message: unknown): Bilingual | null {
  if (Array.isArray(message)) return ONE_MESSAGE;
  if (!isObject(message)) return problem('message', message, MESSAGE);
  const { jsonrpc, method, id } = message;
  if (jsonrpc !== '2.0') return problem('jsonrpc', jsonrpc, '"2.0"');
  const isAnswer = method === undefined && ('result' in message || 'error' in message);
  if (!isAnswer && typeof method !== 'string') return problem('method', method, METHODS);
  const isId = id === undefined || typeof id === 'string' || Number.isSafeInteger(id);
  return isId
    ? null
    : problem('id', id, { en: 'a text or an integer', fr: 'un texte ou un entier' });
}

/** The error of a header `Accept` without JSON, which all answers are. */
export function jsonAlone(accept: string): Bilingual {
  const given = shown(accept);
  return {
    en: `the header Accept is ${given}: application/json is accepted, alone or with text/event-stream`,
    fr: `l’en-tête Accept vaut ${given}\u00a0: application/json est accepté, seul ou avec text/event-stream`,
  };
}

const ONE_MESSAGE: Bilingual = {
  en: 'a list of messages was sent: one message in a request is accepted',
  fr: 'une liste de messages est envoyée\u00a0: un message par requête est accepté',
};

const EXAMPLE = '{"jsonrpc":"2.0","id":1,"method":"tools/list"}';
const MESSAGE = { en: `an object as ${EXAMPLE}`, fr: `un objet comme ${EXAMPLE}` };
const METHODS = { en: 'a text as "tools/call"', fr: 'un texte comme "tools/call"' };

function problem(name: string, given: unknown, accepted: Bilingual | string): Bilingual {
  const { en, fr } = typeof accepted === 'string' ? { en: accepted, fr: accepted } : accepted;
  if (given === undefined) {
    return {
      en: `${name} is not given: ${en} is accepted`,
      fr: `${name} n’est pas donné\u00a0: ${fr} est accepté`,
    };
  }
  return {
    en: `${name} is ${shown(given)}: ${en} is accepted`,
    fr: `${name} vaut ${shown(given)}\u00a0: ${fr} est accepté`,
  };
}
