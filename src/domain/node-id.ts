import { BadUserInputError } from './errors.ts';

/** The types that `node` finds. A test holds the list to the schema. */
export const NODE_TYPES = [
  'Block',
  'Certification',
  'Certifier',
  'Cohort',
  'Finding',
  'Formacode',
  'Note',
  'Occupation',
  'Publication',
  'Speciality',
] as const;

const NODE_ID = new RegExp(`^(${NODE_TYPES.join('|')}):([^\\0]+)$`);

/** The identifier of an object, as the `id` field gives it. */
export function nodeId(typename: (typeof NODE_TYPES)[number], id: string): string {
  return Buffer.from(`${typename}:${id}`).toString('base64');
}

/**
 * Reads an identifier that the `id` field of an object gave.
 *
 * - Throws `BadUserInputError` for anything else.
 */
export function parseNodeId(text: string): { typename: string; id: string } {
  const match = NODE_ID.exec(Buffer.from(text, 'base64').toString('utf8'));
  if (match?.[1] && match[2]) return { typename: match[1], id: match[2] };
  throw new BadUserInputError({
    en: `"${text}" is not an identifier: give the id of an object as a query answered it`,
    fr: `« ${text} » n’est pas un identifiant : donnez l’id d’un objet tel qu’une requête l’a rendu`,
  });
}
