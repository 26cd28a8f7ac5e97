/** One level of qualification (niveau de qualification). */
export interface Level {
  /** 1 to 8: the same number in the European Qualifications Framework (EQF, « CEC »). */
  readonly level: number;
  /** As in NOMENCLATURE_EUROPE / NIVEAU. */
  readonly code: string;
  readonly labelFr: string;
  /** The usual French diplomas of the level; null where the RNCP has none of note. */
  readonly usualDiplomasFr: string | null;
  /** The level in the nomenclature of 1969, that older texts still use; null = it had none. */
  readonly formerLevel: string | null;
}

/**
 * The national framework of professional certifications (cadre national des certifications
 * professionnelles, art. D. 6113-19 of the code du travail): its numbers are those of the EQF.
 * The RNCP registers levels 3 to 8, and few at 1 and 2.
 */
export const LEVELS: readonly Level[] = [
  { level: 1, code: 'NIV1', labelFr: 'Niveau 1', usualDiplomasFr: null, formerLevel: null },
  { level: 2, code: 'NIV2', labelFr: 'Niveau 2', usualDiplomasFr: null, formerLevel: null },
  { level: 3, code: 'NIV3', labelFr: 'Niveau 3', usualDiplomasFr: 'CAP, BEP', formerLevel: 'V' },
  {
    level: 4,
    code: 'NIV4',
    labelFr: 'Niveau 4',
    usualDiplomasFr: 'Baccalauréat, brevet professionnel (BP)',
    formerLevel: 'IV',
  },
  {
    level: 5,
    code: 'NIV5',
    labelFr: 'Niveau 5',
    usualDiplomasFr: 'BTS, DEUST, anciennement DUT',
    formerLevel: 'III',
  },
  {
    level: 6,
    code: 'NIV6',
    labelFr: 'Niveau 6',
    usualDiplomasFr: 'Licence, licence professionnelle, BUT',
    formerLevel: 'II',
  },
  {
    level: 7,
    code: 'NIV7',
    labelFr: 'Niveau 7',
    usualDiplomasFr: 'Master, titre d’ingénieur',
    formerLevel: 'I',
  },
  { level: 8, code: 'NIV8', labelFr: 'Niveau 8', usualDiplomasFr: 'Doctorat', formerLevel: 'I' },
];

/** In the vocabulary without being a level: none, and taken over from the former register. */
const CODES_WITHOUT_LEVEL: readonly string[] = ['AUCUN', 'REPRISE'];

/**
 * The level of a feed code: `NIV6` gives 6.
 *
 * - null for anything else, and that is no fault: `AUCUN` (no level) and `REPRISE` (taken over
 *   from the former register) are in the vocabulary.
 */
export function levelOf(code: string | null): number | null {
  const written = code?.trim().toUpperCase();
  return LEVELS.find((level) => level.code === written)?.level ?? null;
}

/** Whether a code is in the vocabulary of levels: `NIV1` to `NIV8`, `AUCUN` or `REPRISE`. */
export function isLevelCode(code: string): boolean {
  return levelOf(code) !== null || CODES_WITHOUT_LEVEL.includes(code.trim().toUpperCase());
}
