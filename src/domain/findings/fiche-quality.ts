import { addMonths, type PlainDate } from '../calendar.ts';
import { isActiveOn } from '../certification/activity.ts';
import { isLevelCode } from '../certification/level.ts';
import { registerOf } from '../certification/register-code.ts';
import { USUAL_COHORTS, WATCH_MONTHS } from '../certification/renewal.ts';
import { DEFAULT_CHOICES } from '../method.ts';
import { isWebAddress } from '../nomenclature/web-address.ts';
import { cohortFindings, givesRate } from './cohort-quality.ts';
import { type Finding, findingOf, type Remark } from './finding.ts';
import {
  endDateMismatch,
  flagAgainstEnd,
  type QualityRegistration,
} from './registration-quality.ts';
import {
  missingCohortYears,
  type QualityStatistics,
  statisticsLikelyStale,
  statisticsNotUpdated,
} from './statistics-quality.ts';

/** What the rules look at in one certification, after all sources are merged. */
export interface QualityRecord extends QualityRegistration, QualityStatistics {
  readonly levelCode: string | null;
  readonly descriptionLink: string | null;
  /** In the order of the fiche. */
  readonly blockCodes: readonly string[];
  readonly certifiers: readonly QualityCertifier[];
  /** One for each direction and other certification. */
  readonly lineage: readonly QualityLink[];
}

export interface QualityCertifier {
  readonly name: string;
  readonly siret: string | null;
  /** A SIRET is given and could not be read, which is a finding of its own. */
  readonly siretUnreadable: boolean;
  /** In force, « Actif ». */
  readonly active: boolean;
}

export interface QualityLink {
  readonly direction: 'REPLACES' | 'REPLACED_BY';
  readonly otherCode: string;
  /** Which fiche says it: this one, the other one only, or both. */
  readonly declaredBy: 'OWN' | 'OTHER' | 'BOTH';
  /** Whether the registers have the other certification. */
  readonly otherExists: boolean;
  /** The other fiche, or links of it, were given and could not be read: what it has is not known. */
  readonly otherUnreadable: boolean;
}

/** A rule about one fiche, on the day that the data are of; grace in months. */
type FicheRule = (record: QualityRecord, day: PlainDate, graceMonths: number) => readonly Remark[];

const RULES: readonly FicheRule[] = [
  flagAgainstEnd,
  endDateMismatch,
  unknownLevel,
  tooFewUsableCohorts,
  statisticsNotUpdated,
  statisticsLikelyStale,
  missingCohortYears,
  duplicateBlockCodes,
  malformedBlockCodes,
  missingCertifier,
  missingSirets,
  lineage,
  linkNotUrl,
];

const BLOCK_CODE = /^RNCP\d+BC\d{2,}$/;
const LINEAGE_TAGS = {
  REPLACES: { own: 'ANCIENNES_CERTIFICATIONS', other: 'NOUVELLES_CERTIFICATIONS' },
  REPLACED_BY: { own: 'NOUVELLES_CERTIFICATIONS', other: 'ANCIENNES_CERTIFICATIONS' },
};

/**
 * All derived findings on one certification on the day that the data are of: those on the fiche,
 * then those on its cohorts. No two of them say the same. What changed since the publication
 * before is for `changedFigures` to tell.
 *
 * - `graceMonths`: between the close of observation and the day a rate is due.
 * - Source: docs/method.md#findings.
 */
export function qualityFindings(
  record: QualityRecord,
  day: PlainDate,
  graceMonths: number = DEFAULT_CHOICES.graceMonths,
): Finding[] {
  const remarks = RULES.flatMap((rule) => rule(record, day, graceMonths));
  return [
    ...remarks.map((remark) => findingOf(record.code, null, remark)),
    ...cohortFindings(record.code, record.cohorts, day),
  ];
}

function unknownLevel(record: QualityRecord, day: PlainDate): Remark[] {
  const { code, levelCode, refused } = record;
  const known =
    levelCode === null
      ? registerOf(code) === 'RS' || refused.level || !isActiveOn(record, day)
      : isLevelCode(levelCode);
  if (known) return [];
  const what =
    levelCode === null
      ? 'an active certification of the RNCP has no level'
      : `"${levelCode}" is not a level`;
  return [
    {
      rule: 'UNKNOWN_LEVEL',
      element: 'NOMENCLATURE_EUROPE',
      given: levelCode,
      message: `${what}: NIV1 to NIV8, AUCUN or REPRISE is expected`,
    },
  ];
}

function tooFewUsableCohorts(record: QualityRecord, day: PlainDate): Remark[] {
  const { code, registrationType, registrationEndsOn, cohorts, refused } = record;
  if (registerOf(code) === 'RS' || registrationType === 'BY_LAW') return [];
  if (registrationEndsOn === null || !isActiveOn(record, day)) return [];
  if (registrationEndsOn > addMonths(day, WATCH_MONTHS)) return [];
  const usable = cohorts.filter(({ rates }) => rates.GLOBAL_6_MONTHS.value !== null).length;
  const given = cohorts.filter((cohort) => givesRate(cohort, 'GLOBAL_6_MONTHS')).length;
  if (given >= USUAL_COHORTS || refused.cohort) return [];
  return [
    {
      rule: 'TOO_FEW_USABLE_COHORTS',
      element: 'STATISTIQUES_PROMOTIONS',
      given: usable,
      message: `the registration ends on ${registrationEndsOn}, and cohorts with a published global rate at 6 months: ${usable}. A request for renewal usually shows ${USUAL_COHORTS}`,
    },
  ];
}

function duplicateBlockCodes({ blockCodes }: QualityRecord): Remark[] {
  return [...Map.groupBy(blockCodes, (code) => code)]
    .filter(([, blocks]) => blocks.length > 1)
    .map(([code, blocks]) => ({
      rule: 'DUPLICATE_BLOCK_CODE',
      element: 'BLOCS_COMPETENCES',
      given: code,
      message: `${blocks.length} blocks of this fiche have the code "${code}": each is expected to have one of its own`,
    }));
}

function malformedBlockCodes({ blockCodes }: QualityRecord): Remark[] {
  return [...new Set(blockCodes)]
    .filter((code) => !BLOCK_CODE.test(code))
    .map((code) => ({
      rule: 'MALFORMED_BLOCK_CODE',
      element: 'BLOCS_COMPETENCES',
      given: code,
      message: `"${code}" is not the code of a block: RNCP, a number, BC and two digits or more are expected, for example RNCP35746BC01`,
    }));
}

function missingCertifier(record: QualityRecord, day: PlainDate): Remark[] {
  const { certifiers, refused } = record;
  if (!isActiveOn(record, day) || refused.certifier) return [];
  if (certifiers.some(({ active }) => active)) return [];
  const only = certifiers.length > 0 ? ' (former ones only)' : '';
  return [
    {
      rule: 'MISSING_CERTIFIER',
      element: 'CERTIFICATEURS',
      given: null,
      message: `an active certification has no certifying body in force${only}: at least one is expected`,
    },
  ];
}

function missingSirets({ certifiers }: QualityRecord): Remark[] {
  const without = certifiers.filter(
    ({ active, siret, siretUnreadable }) => active && siret === null && !siretUnreadable,
  );
  return [...Map.groupBy(without, ({ name }) => name)].flatMap(([name, rows]) =>
    rows.map((_, index) => ({
      rule: 'MISSING_SIRET' as const,
      element: 'CERTIFICATEURS',
      given: name,
      // Rows of one name are told apart, since no two findings may say the same.
      message: `the certifying body "${name}"${index > 0 ? ` (row ${index + 1} of this name)` : ''} has no SIRET: 14 digits are expected of a body in force`,
    })),
  );
}

function lineage({ code, lineage: links }: QualityRecord): Remark[] {
  return links.flatMap(({ direction, otherCode, declaredBy, otherExists, otherUnreadable }) => {
    if (otherUnreadable) return [];
    const tags = LINEAGE_TAGS[direction];
    const remark = { element: tags.own, given: otherCode };
    if (!otherExists) {
      const message = `${otherCode} is not in the registers: the code of another certification is expected`;
      return { ...remark, rule: 'DANGLING_LINEAGE' as const, message };
    }
    if (declaredBy !== 'OWN') return [];
    const message = `this fiche names ${otherCode}, which does not name it back: ${code} is expected in its ${tags.other}`;
    return { ...remark, rule: 'ONE_SIDED_LINEAGE' as const, message };
  });
}

function linkNotUrl({ descriptionLink }: QualityRecord): Remark[] {
  if (descriptionLink === null || isWebAddress(descriptionLink)) return [];
  return [
    {
      rule: 'LINK_NOT_URL',
      element: 'LIEN_URL_DESCRIPTION',
      given: descriptionLink,
      message:
        'not the address of a web page: one address with http:// or https:// and no spaces is expected, for example https://www.example.org/page',
    },
  ];
}
