import {
  type SurveyAccessPlace,
  type SurveyAccessRow,
  surveyAccessAfter,
} from '../../db/queries/survey-access.ts';
import { READER_ROLE_LABELS } from '../../domain/access/reader.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { addDays, parisMidnight, parsePlainDate } from '../../domain/calendar.ts';
import { parseRegisterCode } from '../../domain/certification/register-code.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { dimension } from '../columns.ts';
import type { BatchMaking } from '../dataset.ts';
import { storedDataset } from '../declared-dataset.ts';
import { AS_OF, CERTIFICATION_PARAMETERS } from '../filter-parameters.ts';
import type { Parameter, ParameterValues } from '../parameter.ts';

const day = (name: string, description: Bilingual): Parameter => ({
  ...{ name, description, many: false, example: '2026-09-01' },
  kind: { type: 'DATE' },
});

const READ_FROM = day('read_from', {
  fr: 'Seulement les lectures de ce jour, à Paris, et des suivants.',
  en: 'Only reads of this day, in Paris, and later ones.',
});
const READ_TO = day('read_to', {
  fr: 'Seulement les lectures de ce jour, à Paris, et des précédents.',
  en: 'Only reads of this day, in Paris, and earlier ones.',
});

const CODES = CERTIFICATION_PARAMETERS.filter(({ name }) => name === 'code');

type Item = SurveyAccessRow;

export const surveyAccess = storedDataset<Item>({
  name: 'survey-access',
  title: { fr: 'Accès aux enquêtes', en: 'Access to surveys' },
  description: {
    fr: 'Qui a lu des chiffres réservés d’enquêtes, le plus récent d’abord, quelle que soit la publication\u00a0: pour l’exploitant seul, et aucune ligne pour les autres.',
    en: 'Who read restricted figures of surveys, newest first, whatever the publication: for the operator alone, and no rows for others.',
  },
  grain: {
    fr: 'une ligne par lecture et certification lue',
    en: 'one row for each read and certification that was read',
  },
  key: ['access_number', 'certification_code'],
  dependsOnReader: true,
  parameters: [READ_FROM, READ_TO, ...CODES, AS_OF],
  pages: pagesOf,
  columns: () => [
    dimension<Item>(
      'access_number',
      'INTEGER',
      { label: 'Numéro de la lecture', description: 'Numéro de la lecture dans le journal' },
      { label: 'Number of the read', description: 'Number of the read in the log' },
      ({ id }) => id,
    ),
    dimension<Item>(
      'read_at',
      'DATETIME',
      { label: 'Moment de la lecture', description: 'Moment juste avant l’envoi des chiffres' },
      { label: 'Moment of the read', description: 'Moment just before the figures were sent' },
      ({ readAt }) => readAt.toISOString(),
    ),
    dimension<Item>(
      'request_id',
      'TEXT',
      {
        label: 'Identifiant de la requête',
        description: 'Identifiant de la requête, comme dans le journal du serveur',
      },
      {
        label: 'Identifier of the request',
        description: 'Identifier of the request, as in the log of the server',
      },
      ({ requestId }) => requestId,
    ),
    dimension<Item>(
      'role',
      'TEXT',
      { label: 'Rôle', description: 'À quel titre les chiffres ont été lus' },
      { label: 'Role', description: 'In what role the figures were read' },
      ({ role }) => role,
      READER_ROLE_LABELS,
    ),
    dimension<Item>(
      'reader',
      'TEXT',
      { label: 'Lecteur', description: 'Nom de la clé, ou sujet du jeton' },
      { label: 'Reader', description: 'Name of the key, or subject of the token' },
      ({ reader }) => reader,
    ),
    dimension<Item>(
      'siren',
      'TEXT',
      {
        label: 'SIREN du lecteur',
        description: 'SIREN du certificateur qui a lu\u00a0; vide pour les autres rôles',
      },
      {
        label: 'SIREN of the reader',
        description: 'SIREN of the certifying body that read; absent of other roles',
      },
      ({ siren }) => siren,
    ),
    dimension<Item>(
      'operation',
      'TEXT',
      {
        label: 'Opération',
        description: 'Nom de l’opération ou du rapport\u00a0; vide quand elle n’en a pas',
      },
      {
        label: 'Operation',
        description: 'Name of the operation or report; absent when it has none',
      },
      ({ operation }) => operation,
    ),
    dimension<Item>(
      'certification_code',
      'TEXT',
      {
        label: 'Numéro de fiche',
        description: 'Numéro de la fiche dont des chiffres réservés ont été lus',
      },
      {
        label: 'Code of the certification',
        description: 'Code of the certification of which restricted figures were read',
      },
      ({ certificationCode }) => certificationCode,
    ),
  ],
});

/** Rows of the log that are read at a time. */
const PAGE = 2_000;

async function* pagesOf(
  _view: DayView,
  values: ParameterValues,
  { access, read }: BatchMaking,
): AsyncGenerator<readonly Item[]> {
  const question = questionOf(values);
  if (access.reader.role !== 'OPERATOR') return;
  let after: SurveyAccessPlace | null = null;
  for (;;) {
    const place: SurveyAccessPlace | null = after;
    const rows: Item[] = await read((db) => surveyAccessAfter(db, question, place, PAGE));
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last;
  }
}

/**
 * - Throws `BadUserInputError` for a code that is malformed, and days that end before they begin.
 */
function questionOf(values: ParameterValues) {
  const dayOf = ({ name }: Parameter) => {
    const given = values[name];
    return typeof given === 'string' ? parsePlainDate(given) : null;
  };
  const [from, to] = [dayOf(READ_FROM), dayOf(READ_TO)];
  if (from !== null && to !== null && from > to) {
    throw new BadUserInputError({
      en: `read_from ${from} is after read_to ${to}: give a read_from that is not after read_to`,
      fr: `read_from ${from} est après read_to ${to}\u00a0: donnez un read_from qui n’est pas après read_to`,
    });
  }
  const codes = values['code'] as readonly string[] | undefined;
  return {
    // They need not be known: the log stays when a certification goes.
    codes: codes?.map(parseRegisterCode) ?? null,
    from: from && parisMidnight(from),
    before: to && parisMidnight(addDays(to, 1)),
  };
}
