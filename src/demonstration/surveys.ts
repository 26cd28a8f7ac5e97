import type { RegisterCode } from '../domain/certification/register-code.ts';
import {
  DEMONSTRATION_EXPORTED_ON,
  type DemonstrationFile,
  demonstrationOptions,
} from './demonstration.ts';
import { DRAW, drawOf, type Plan } from './family.ts';
import { planRegister } from './generate.ts';
import { type AnswerDraft, answersOf } from './survey-answers.ts';
import { answerCounts, leaningOf } from './survey-counts.ts';
import { type HolderDraft, holdersOf } from './survey-holders.ts';
import {
  type SurveyedCertification,
  type SurveyedCohort,
  surveyedCertifications,
} from './surveyed.ts';

/**
 * What the surveys of the demonstration are imported with, and noise is drawn with, while no
 * `SURVEY_SECRET` is set and the register that is served is the demonstration. It protects nobody and
 * needs not: the holders are fictitious, and everybody can make their files. Never for another register.
 */
export const DEMONSTRATION_SECRET = 'debouches-demonstration-fictitious-holders';

/** The fictitious surveys of the demonstration. */
export interface DemonstrationSurveys {
  /** The roster, then the situations, with the default names of columns. */
  readonly files: readonly DemonstrationFile[];
  /** Certifications to be imported as international. */
  readonly international: readonly RegisterCode[];
}

/** Columns of both files by field, with their cell. What nothing is computed from is left out. */
const ROSTER_COLUMNS: Readonly<Record<string, (row: RosterRow) => Cell>> = {
  certification: ({ code }) => code,
  id_titulaire: ({ holder }) => holder.id,
  date_obtention: ({ holder, outcome }) => (outcome === 'CERTIFIE' ? holder.obtainedOn : null),
  voie_acces: ({ holder }) => holder.route,
  sexe: ({ holder }) => holder.sex,
  annee_naissance: ({ holder }) => holder.birthYear,
  region_formation: ({ holder }) => holder.region,
  resultat: ({ outcome }) => outcome,
};

const SITUATION_COLUMNS: Readonly<Record<string, (row: SituationRow) => Cell>> = {
  certification: ({ code }) => code,
  id_titulaire: ({ holder }) => holder.id,
  horizon: ({ horizon }) => horizon,
  statut_reponse: ({ status }) => status,
  date_observation: ({ observedOn }) => observedOn,
  source: ({ source }) => source,
  situation: ({ situation }) => situation,
  metier_vise: ({ target }) => target,
  contrat: ({ contract }) => contract,
  duree_contrat_mois: ({ contractMonths }) => contractMonths,
  temps_travail: ({ workingTime }) => workingTime,
  quotite: ({ quota }) => quota,
  categorie: ({ category }) => category,
  remuneration_brute_annuelle: ({ pay }) => pay,
  region_emploi: ({ jobRegion }) => jobRegion,
  pays_emploi: ({ jobCountry }) => jobCountry,
};

type Cell = string | number | null;

interface RosterRow {
  readonly code: RegisterCode;
  readonly holder: HolderDraft;
  readonly outcome: 'CERTIFIE' | 'NON_CERTIFIE' | 'ABSENT';
}

type SituationRow = AnswerDraft & { readonly code: RegisterCode };

/**
 * The surveys of a hundred certifications of the demonstration register, whose rates are those that it
 * publishes but for what is planted (`surveyedCertifications`).
 */
export function demonstrationSurveys(): DemonstrationSurveys {
  const register = planRegister(demonstrationOptions('RNCP'));
  const { plan } = register;
  const certifications = surveyedCertifications(register);
  return {
    files: [
      {
        name: `enquete-titulaires-${DEMONSTRATION_EXPORTED_ON}.csv`,
        chunks: () => table(ROSTER_COLUMNS, cohorts(certifications), (of) => rosterRows(plan, of)),
      },
      {
        name: `enquete-situations-${DEMONSTRATION_EXPORTED_ON}.csv`,
        chunks: () =>
          table(SITUATION_COLUMNS, cohorts(certifications), (of) => situationRows(plan, of)),
      },
    ],
    international: certifications
      .filter(({ international }) => international)
      .map(({ code }) => code),
  };
}

interface OfCohort {
  readonly certification: SurveyedCertification;
  readonly cohort: SurveyedCohort;
}

function cohorts(certifications: readonly SurveyedCertification[]): OfCohort[] {
  return certifications.flatMap((certification) =>
    certification.cohorts.map((cohort) => ({ certification, cohort })),
  );
}

/** A CSV file, the rows of a cohort at a time. No cell of codes, numbers and days needs quotes. */
function* table<Row>(
  columns: Readonly<Record<string, (row: Row) => Cell>>,
  of: readonly OfCohort[],
  rows: (of: OfCohort) => readonly Row[],
): Generator<string> {
  yield `${Object.keys(columns).join(';')}\n`;
  const cells = Object.values(columns);
  for (const each of of) {
    yield rows(each)
      .map((row) => `${cells.map((cell) => cell(row) ?? '').join(';')}\n`)
      .join('');
  }
}

function rosterRows(plan: Plan, { certification, cohort }: OfCohort): RosterRow[] {
  const { code, index } = certification;
  const holders = holdersOf(plan, certification, cohort);
  const random = drawOf(plan, DRAW.SURVEY, index, 3, cohort.year);
  // Those who tried and failed are fellows of the first ones, under identifiers of their own.
  const failed = holders.slice(0, random.int(0, 2)).map((holder) => ({
    ...{ code, holder: { ...holder, id: `${holder.id}-N` } },
    outcome: random.pick(['NON_CERTIFIE', 'NON_CERTIFIE', 'ABSENT'] as const),
  }));
  return [...holders.map((holder) => ({ code, holder, outcome: 'CERTIFIE' as const })), ...failed];
}

function situationRows(plan: Plan, { certification, cohort }: OfCohort): SituationRow[] {
  const { code, index } = certification;
  const holders = holdersOf(plan, certification, cohort);
  const leaning = leaningOf(drawOf(plan, DRAW.SURVEY, index, 4), certification);
  return cohort.horizons.flatMap((horizon) => {
    const random = drawOf(plan, DRAW.SURVEY, index, 5, cohort.year, horizon);
    const of = { certification, cohort, horizon };
    const counts = answerCounts(random, leaning, { ...of, holders: holders.length });
    const { exportedOn } = plan;
    return answersOf(random, { ...of, holders, counts, exportedOn }).map((answer) => ({
      ...{ code, ...answer },
    }));
  });
}
