import type { CodeLabels } from '../bilingual.ts';

/**
 * Who reads an answer, with what they may see of surveys beside what everybody may: a certifying body its
 * own in full, an examiner the certifications assigned to it, an operator all. Source: docs/operations.md#roles.
 */
export type Reader =
  | { readonly role: 'PUBLIC' }
  | { readonly role: 'BODY'; readonly siren: string; readonly name: string }
  | { readonly role: 'EXAMINER'; readonly name: string }
  | { readonly role: 'OPERATOR'; readonly name: string };

export type ReaderRole = Reader['role'];

export const READER_ROLE_LABELS: CodeLabels<Exclude<ReaderRole, 'PUBLIC'>> = {
  BODY: { fr: 'Certificateur', en: 'Certifying body' },
  EXAMINER: { fr: 'Instructeur', en: 'Examiner' },
  OPERATOR: { fr: 'Exploitant', en: 'Operator' },
};

/** Who has no role: with a key or token, or without. */
export const PUBLIC: Reader = { role: 'PUBLIC' };

/**
 * Tells readers apart: role, SIREN of a body, name. Empty for PUBLIC, who all read the same. It is part of
 * what answers are kept under.
 */
export function readerKey(reader: Reader): string {
  switch (reader.role) {
    case 'PUBLIC':
      return '';
    case 'BODY':
      return `BODY ${reader.siren} ${reader.name}`;
    case 'EXAMINER':
    case 'OPERATOR':
      return `${reader.role} ${reader.name}`;
  }
}
