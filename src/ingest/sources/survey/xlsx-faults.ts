import type { Bilingual } from '../../../domain/bilingual.ts';

/** What no spreadsheet writes. */
export const DAMAGED: Bilingual = {
  en: 'the file is damaged; save it again',
  fr: 'le fichier est abîmé\u00a0; enregistrez-le à nouveau',
};

/** Characters that a cell can have. */
export const LONGEST_CELL = 32_767;

/** What is wrong with a cell, after its place. */
export const CELL_FAULTS = {
  formula: {
    en: 'holds a formula: copy the column and paste it as values',
    fr: 'contient une formule\u00a0: copiez la colonne et collez-la comme valeurs',
  },
  tooLong: {
    en: `has more than ${LONGEST_CELL} characters, which no spreadsheet writes`,
    fr: `a plus de ${LONGEST_CELL} caractères, ce qu’aucun tableur n’écrit`,
  },
  withoutHeader: {
    en: 'has a value and its column no header: name the column, or empty it',
    fr: 'a une valeur et sa colonne pas d’en-tête\u00a0: nommez la colonne, ou videz-la',
  },
  withoutText: {
    en: `refers to a text that is missing: ${DAMAGED.en}`,
    fr: `renvoie à un texte qui manque\u00a0: ${DAMAGED.fr}`,
  },
  noType: {
    en: `is of no known type: ${DAMAGED.en}`,
    fr: `n’est d’aucun type connu\u00a0: ${DAMAGED.fr}`,
  },
  noNumber: {
    en: `is stored as a number and is none: ${DAMAGED.en}`,
    fr: `est enregistrée comme un nombre et n’en est pas un\u00a0: ${DAMAGED.fr}`,
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** - given: the error as the spreadsheet shows it; empty when it shows another text. */
export function errorFault(given: string): Bilingual {
  return {
    en: `holds an error${given}: correct it, or empty the cell`,
    fr: `contient une erreur${given}\u00a0: corrigez-la, ou videz la cellule`,
  };
}
