import { parseRegisterCode, type Register } from '../../domain/certification/register-code.ts';
import { INDICATOR_LABELS, REGISTER_LABELS } from '../../domain/code-labels.ts';
import { NOTE_KIND_LABELS, NOTE_KINDS, type Note, type NoteKind } from '../../domain/notes/note.ts';
import { INSERTION_INDICATORS, type InsertionIndicator } from '../../domain/rate/indicator.ts';
import { done } from '../../domain/work.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { filteredNotes, type NoteFilter } from '../../snapshot/notes/notes.ts';
import { dimension } from '../columns.ts';
import { dataset } from '../declared-dataset.ts';
import {
  AS_OF,
  CERTIFICATION_PARAMETERS,
  YEAR_PARAMETERS,
  yearRange,
} from '../filter-parameters.ts';
import type { Parameter, ParameterValues } from '../parameter.ts';

const KIND: Parameter = {
  name: 'kind',
  description: { fr: 'Notes, ou ruptures de série.', en: 'Notes, or breaks in series.' },
  kind: { type: 'CHOICE', of: NOTE_KINDS },
  ...{ many: true, example: 'BREAK_IN_SERIES' },
};

const INDICATOR: Parameter = {
  name: 'indicator',
  description: {
    fr: 'Notes sur ce taux, y compris celles sur tous les taux.',
    en: 'Notes about this rate, those about all of them included.',
  },
  kind: { type: 'CHOICE', of: INSERTION_INDICATORS },
  ...{ many: false, example: 'GLOBAL_6_MONTHS' },
};

/** Notes are about figures of one register, or of one certification. */
const SCOPE = CERTIFICATION_PARAMETERS.filter(
  ({ name }) => name === 'code' || name === 'register',
).map((parameter) => ({ ...parameter, many: false }));

export const notes = dataset<Note>({
  name: 'notes',
  title: { fr: 'Notes', en: 'Notes' },
  description: {
    fr: 'Ce que l’exploitant de ce serveur dit de chiffres, par numéro, et les ruptures de série, qui arrêtent les évolutions annuelles. Les notes sur tous les répertoires, certifications, indicateurs ou années portent sur chacun d’eux.',
    en: 'What the operator of this server says of figures, by number, and breaks in series, which stop yearly changes. Notes about all registers, certifications, indicators or years are about each of them.',
  },
  grain: {
    fr: 'une ligne par note montrée à la date de référence',
    en: 'one row for each note that is shown on the day',
  },
  key: ['note_number'],
  parameters: [KIND, ...SCOPE, INDICATOR, ...YEAR_PARAMETERS, AS_OF],
  items: (view: DayView, values) => done(filteredNotes(view, filterOf(view, values))),
  columns: () => [
    dimension<Note>(
      'note_number',
      'INTEGER',
      { label: 'Numéro de la note', description: 'Numéro de la note, croissant' },
      { label: 'Number of the note', description: 'Number of the note, growing' },
      ({ id }) => id,
    ),
    dimension<Note>(
      'kind',
      'TEXT',
      {
        label: 'Nature de la note',
        description:
          'NOTE\u00a0: montrée à côté des chiffres qu’elle touche\u00a0; BREAK_IN_SERIES\u00a0: elle arrête aussi les évolutions annuelles à travers son année',
      },
      {
        label: 'Kind of note',
        description:
          'NOTE: shown beside the figures that it touches; BREAK_IN_SERIES: it also stops yearly changes across its year',
      },
      ({ kind }) => kind,
      NOTE_KIND_LABELS,
    ),
    dimension<Note>(
      'register',
      'TEXT',
      {
        label: 'Répertoire',
        description: 'Répertoire sur lequel elle porte\u00a0; vide quand elle porte sur les deux',
      },
      { label: 'Register', description: 'Register that it is about; absent when about both' },
      ({ register }) => register,
      REGISTER_LABELS,
    ),
    dimension<Note>(
      'certification_code',
      'TEXT',
      {
        label: 'Numéro de fiche',
        description:
          'Numéro de la fiche sur laquelle elle porte\u00a0; vide quand elle porte sur toutes',
      },
      {
        label: 'Code of the certification',
        description: 'Code of the certification that it is about; absent when about all',
      },
      ({ certificationCode }) => certificationCode,
    ),
    dimension<Note>(
      'indicator',
      'TEXT',
      {
        label: 'Indicateur',
        description:
          'Celui des trois taux sur lequel elle porte\u00a0; vide quand elle porte sur tous et sur les nombres de certifiés',
      },
      {
        label: 'Indicator',
        description:
          'Which of the three rates it is about; absent when about all of them and the numbers of certified',
      },
      ({ indicator }) => indicator,
      INDICATOR_LABELS,
    ),
    dimension<Note>(
      'year_from',
      'INTEGER',
      {
        label: 'Première année d’obtention',
        description:
          'Année civile des premières promotions sur lesquelles elle porte, pour une rupture la première de la nouvelle série\u00a0; vide sans borne',
      },
      {
        label: 'First year of cohorts',
        description:
          'Calendar year of the first cohorts that it is about, of a break the first of the new series; absent when open',
      },
      ({ yearFrom }) => yearFrom,
    ),
    dimension<Note>(
      'year_to',
      'INTEGER',
      {
        label: 'Dernière année d’obtention',
        description:
          'Année civile des dernières promotions sur lesquelles elle porte\u00a0; vide sans borne',
      },
      {
        label: 'Last year of cohorts',
        description: 'Calendar year of the last cohorts that it is about; absent when open',
      },
      ({ yearTo }) => yearTo,
    ),
    dimension<Note>(
      'shown_from',
      'DATE',
      {
        label: 'Montrée à partir du',
        description: 'Premier jour où elle est montrée\u00a0; vide sans borne',
      },
      { label: 'Shown from', description: 'First day on which it is shown; absent when open' },
      ({ startsOn }) => startsOn,
    ),
    dimension<Note>(
      'shown_until',
      'DATE',
      {
        label: 'Montrée jusqu’au',
        description: 'Dernier jour où elle est montrée\u00a0; vide sans borne',
      },
      { label: 'Shown until', description: 'Last day on which it is shown; absent when open' },
      ({ endsOn }) => endsOn,
    ),
    dimension<Note>(
      'text_fr',
      'TEXT',
      { label: 'Texte', description: 'Ce qu’elle dit, en français' },
      { label: 'Text in French', description: 'What it says, in French' },
      ({ text }) => text.fr,
    ),
    dimension<Note>(
      'text_en',
      'TEXT',
      {
        label: 'Texte en anglais',
        description:
          'Ce qu’elle dit, en anglais\u00a0; en français là où il n’y a pas de texte anglais',
      },
      {
        label: 'Text',
        description: 'What it says, in English; in French where there is no English text',
      },
      ({ text }) => text.en,
    ),
  ],
});

/**
 * - Throws `BadUserInputError` for a code that is malformed, and years that end before they begin.
 */
function filterOf(view: DayView, values: ParameterValues): NoteFilter {
  const code = values['code'] as string | undefined;
  return {
    kinds: values['kind'] as readonly NoteKind[] | undefined,
    register: values['register'] as Register | undefined,
    // It need not be known: notes stay when a certification goes.
    certification: code === undefined ? null : parseRegisterCode(code),
    indicator: values['indicator'] as InsertionIndicator | undefined,
    cohortYear: yearRange(view, values),
  };
}
