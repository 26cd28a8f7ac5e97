/** Limits of one operation: the largest of schema/operations fits ten times over. */
export const OPERATION_LIMITS = {
  depth: 15,
  breadth: 500,
  /** Bytes of an answer, estimated before the operation is executed. */
  answerBytes: 33_554_432,
} as const;

/** What is measured of a selection, in French, with its article. */
export const MEASURES_FR = { depth: 'la profondeur', breadth: 'la largeur' } as const;
