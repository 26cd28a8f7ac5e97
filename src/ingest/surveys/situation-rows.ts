import type { Bilingual } from '../../domain/bilingual.ts';
import type { PlainDate } from '../../domain/calendar.ts';
import { answerFault } from '../../domain/survey/answer-checks.ts';
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

/** Reads the situation of one row at one horizon, whose cells could all be read. */
export function readSituation(
  reader: RowReader,
  values: RowValues,
  given: {
    readonly line: number;
    readonly at: Horizon | null;
    readonly holder: number | undefined;
    /** Whether a cell of the row says something of the situation, and not only when or how it is known. */
    readonly isTold: boolean;
  },
  { holders, answers, today, keepJobTitles }: SituationsOf,
): void {
  const { line, at, holder, isTold } = given;
  // In a wide file an empty horizon is no row.
  if (!isTold && (at !== null || reader.isRoster)) return;
  const refuse = (field: string, text: Bilingual) =>
    reader.refuse(line, reader.headerOf(field, field === 'id_titulaire' ? null : at), text);
  const answer = answerOf(reader, values, at);
  if (answer.horizon === null || answer.status === null) {
    refuse(answer.horizon === null ? 'horizon' : 'statut_reponse', EMPTY);
    return;
  }
  if (holder === undefined) {
    refuse('id_titulaire', NO_HOLDER);
    return;
  }
  if (isNotCertified(holder)) {
    refuse('id_titulaire', NOT_CERTIFIED);
    return;
  }
  const checked = { ...answer, horizon: answer.horizon, status: answer.status };
  if (answers.has(holder, checked.horizon)) {
    refuse('id_titulaire', TWICE);
    return;
  }
  const fault = answerFault(checked, { obtainedOn: holders.obtainedOn(holder), today });
  if (fault) refuse(fault.field, fault.text);
  else answers.add(holder, keepJobTitles ? checked : { ...checked, title: null });
}

type MaybeAnswer = Omit<ReadAnswer, 'horizon' | 'status'> & {
  readonly horizon: Horizon | null;
  readonly status: ResponseStatus | null;
};

function answerOf(reader: RowReader, values: RowValues, at: Horizon | null): MaybeAnswer {
  const situation = values['situation'] as SituationCode | null;
  const hasStatus = reader.has('statut_reponse', at);
  const status = hasStatus
    ? (values['statut_reponse'] as ResponseStatus | null)
    : (statusFrom(situation) satisfies ResponseStatus);
  return {
    horizon: at ?? (values['horizon'] as Horizon | null),
    ...{ status, situation },
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
    title: values['intitule_poste'] as string | null,
  };
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
