import type { Bilingual } from '../../domain/bilingual.ts';
import type { PlainDate } from '../../domain/calendar.ts';
import { type AnswerFault, answerFault } from '../../domain/survey/answer-checks.ts';
import type {
  AnswerSourceCode,
  CategoryCode,
  ContractCode,
  ResponseStatus,
  TargetOccupationCode,
  WorkingTimeCode,
} from '../../domain/survey/codes.ts';
import type { Horizon } from '../../domain/survey/layout.ts';
import type { SituationCode } from '../../domain/survey/situation.ts';
import type { AnswerTable, ReadAnswer } from './answer-table.ts';
import type { HolderTable } from './holder-table.ts';
import { isNotCertified } from './roster-rows.ts';
import type { RowReader, RowValues } from './row-reader.ts';

export interface SituationsOf {
  readonly holders: HolderTable;
  readonly answers: AnswerTable;
  readonly today: PlainDate;
  readonly keepJobTitles: boolean;
}

/** A row at one horizon. */
export interface SituationRow {
  readonly line: number;
  readonly at: Horizon | null;
  readonly holder: number | undefined;
  /** Whether a cell of the row says something of the situation, and not only when or how it is known. */
  readonly isTold: boolean;
}

/** Reads the situation of one row at one horizon, whose cells could all be read. */
export function readSituation(
  reader: RowReader,
  values: RowValues,
  row: SituationRow,
  of: SituationsOf,
): void {
  const { line, at, isTold } = row;
  // In a wide file an empty horizon is no row.
  if (!isTold && (at !== null || reader.isRoster)) return;
  const fault = addSituation(reader, values, row, of);
  if (!fault) return;
  const { field, text } = fault;
  reader.refuse(line, reader.headerOf(field, field === 'id_titulaire' ? null : at), text);
}

/** Adds a situation to the answers, unless something is wrong with it. */
function addSituation(
  reader: RowReader,
  values: RowValues,
  { at, holder }: SituationRow,
  { holders, answers, today, keepJobTitles }: SituationsOf,
): AnswerFault | null {
  const horizon = at ?? (values['horizon'] as Horizon | null);
  const situation = values['situation'] as SituationCode | null;
  const status = reader.has('statut_reponse', at)
    ? (values['statut_reponse'] as ResponseStatus | null)
    : statusFrom(situation);
  if (horizon === null) return { field: 'horizon', text: EMPTY };
  if (status === null) return { field: 'statut_reponse', text: EMPTY };
  if (holder === undefined) return { field: 'id_titulaire', text: NO_HOLDER };
  if (isNotCertified(holder)) return { field: 'id_titulaire', text: NOT_CERTIFIED };
  if (answers.has(holder, horizon)) return { field: 'id_titulaire', text: TWICE };
  // Without spreading: there are millions.
  const answer: ReadAnswer = {
    horizon,
    status,
    situation,
    target: values['metier_vise'] as TargetOccupationCode | null,
    contract: values['contrat'] as ContractCode | null,
    contractMonths: values['duree_contrat_mois'] as number | null,
    workingTime: values['temps_travail'] as WorkingTimeCode | null,
    quota: values['quotite'] as number | null,
    category: values['categorie'] as CategoryCode | null,
    pay: values['remuneration_brute_annuelle'] as number | null,
    jobRegion: values['region_emploi'] as string | null,
    jobCountry: values['pays_emploi'] as string | null,
    observedOn: values['date_observation'] as PlainDate | null,
    source: values['source'] as AnswerSourceCode | null,
    title: keepJobTitles ? (values['intitule_poste'] as string | null) : null,
  };
  const fault = answerFault(answer, { obtainedOn: holders.obtainedOn(holder), today });
  if (!fault) answers.add(holder, answer);
  return fault;
}

/** In a file without the status who has a situation answered, and of the others nothing is known. */
function statusFrom(situation: SituationCode | null): ResponseStatus {
  return situation === null ? 'NON_ENQUETE' : 'REPONDU';
}

const EMPTY: Bilingual = {
  fr: 'est vide\u00a0: chaque ligne la donne',
  en: 'is empty: each row gives it',
};

const NO_HOLDER: Bilingual = {
  fr: 'ce titulaire n’est pas dans la liste des titulaires de la certification\u00a0: donnez-la avec les situations, ou importez-la d’abord',
  en: 'this holder is not in the roster of the certification: give it with the situations, or import it first',
};

const NOT_CERTIFIED: Bilingual = {
  fr: 'ce titulaire n’a pas obtenu la certification (resultat)\u00a0: une situation n’est acceptée que de qui l’a obtenue',
  en: 'this holder did not obtain the certification (resultat): a situation is accepted of who obtained it alone',
};

const TWICE: Bilingual = {
  fr: 'ce titulaire a deux situations au même horizon\u00a0: une seule est acceptée',
  en: 'this holder has two situations at the same horizon: one is accepted',
};
