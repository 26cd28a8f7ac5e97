import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import type { Language } from '../../datasets/labels.ts';
import { hintOf, shown } from '../tools/given-values.ts';

/** Kinds of what a message names. */
const KINDS = {
  tool: { en: 'tool', fr: 'd’outil' },
  prompt: { en: 'prompt', fr: 'd’invite' },
  resource: { en: 'resource', fr: 'de ressource' },
};

/** The one of a name; throws an error of the protocol that names those that there are. */
export function named<Item extends { readonly name: string }>(
  kind: 'tool' | 'prompt',
  items: readonly Item[],
  name: string,
  language: Language,
): Item {
  const found = items.find((each) => each.name === name);
  if (found) return found;
  const names = items.map((each) => each.name);
  throw new ProtocolError(ProtocolErrorCode.InvalidParams, notKnown(kind, name, names, language));
}

/** The message about a name that there is not: it lists those that there are, and the nearest. */
export function notKnown(
  kind: keyof typeof KINDS,
  given: string,
  names: readonly string[],
  language: Language,
): string {
  const hint = hintOf(given, names)[language];
  const list = names.join(', ');
  return language === 'fr'
    ? `il n’y a pas ${KINDS[kind].fr} ${shown(given)}\u00a0: il y a ${list}${hint}`
    : `there is no ${KINDS[kind].en} ${shown(given)}: there are ${list}${hint}`;
}
