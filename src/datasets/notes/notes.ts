import { parseRegisterCode, type Register } from '../../domain/certification/register-code.ts';
import { INDICATOR_LABELS, REGISTER_LABELS } from '../../domain/code-labels.ts';
import { NOTE_KIND_LABELS, NOTE_KINDS, type Note, type NoteKind } from '../../domain/notes/note.ts';
import { INSERTION_INDICATORS, type InsertionIndicator } from '../../domain/rate/indicator.ts';
import { done } from '../../domain/work.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { filteredNotes, type NoteFilter } from '../../snapshot/notes/notes.ts';
import { dimension } from '../columns.ts';
import { dataset } from '../dataset.ts';
import {
  AS_OF,
  CERTIFICATION_PARAMETERS,
  YEAR_PARAMETERS,
  yearRange,
} from '../filter-parameters.ts';
import type { Parameter, ParameterValues } from '../parameter.ts';

const KIND: Parameter = {
  name: 'kind',
  description: 'Notes, or breaks in series.',
  kind: { type: 'CHOICE', of: NOTE_KINDS },
  ...{ many: true, example: 'BREAK_IN_SERIES' },
};

const INDICATOR: Parameter = {
  name: 'indicator',
  description: 'Notes about this rate, those about all of them included.',
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
  description:
    'What the operator of this server says of figures, by number, and breaks in series, which stop yearly changes. Notes about all registers, certifications, indicators or years are about each of them.',
  grain: 'one row for each note that is shown on the day',
  key: ['note_number'],
  parameters: [KIND, ...SCOPE, INDICATOR, ...YEAR_PARAMETERS, AS_OF],
  items: (view: DayView, values) => done(filteredNotes(view, filterOf(values))),
  columns: () => [
    dimension<Note>(
      'note_number',
      'INTEGER',
      'Numéro de la note',
      { label: 'Number of the note', description: 'Number of the note, growing' },
      ({ id }) => id,
    ),
    dimension<Note>(
      'kind',
      'TEXT',
      'Nature de la note',
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
      'Répertoire',
      { label: 'Register', description: 'Register that it is about; absent when about both' },
      ({ register }) => register,
      REGISTER_LABELS,
    ),
    dimension<Note>(
      'certification_code',
      'TEXT',
      'Numéro de fiche',
      {
        label: 'Code of the certification',
        description: 'Code of the certification that it is about; absent when about all',
      },
      ({ certificationCode }) => certificationCode,
    ),
    dimension<Note>(
      'indicator',
      'TEXT',
      'Indicateur',
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
      'Première année d’obtention',
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
      'Dernière année d’obtention',
      {
        label: 'Last year of cohorts',
        description: 'Calendar year of the last cohorts that it is about; absent when open',
      },
      ({ yearTo }) => yearTo,
    ),
    dimension<Note>(
      'shown_from',
      'DATE',
      'Montrée à partir du',
      { label: 'Shown from', description: 'First day on which it is shown; absent when open' },
      ({ startsOn }) => startsOn,
    ),
    dimension<Note>(
      'shown_until',
      'DATE',
      'Montrée jusqu’au',
      { label: 'Shown until', description: 'Last day on which it is shown; absent when open' },
      ({ endsOn }) => endsOn,
    ),
    dimension<Note>(
      'text_fr',
      'TEXT',
      'Texte',
      { label: 'Text in French', description: 'What it says, in French' },
      ({ text }) => text.fr,
    ),
    dimension<Note>(
      'text_en',
      'TEXT',
      'Texte en anglais',
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
function filterOf(values: ParameterValues): NoteFilter {
  const code = values['code'] as string | undefined;
  return {
    kinds: values['kind'] as readonly NoteKind[] | undefined,
    register: values['register'] as Register | undefined,
    // It need not be known: notes stay when a certification goes.
    certification: code === undefined ? null : parseRegisterCode(code),
    indicator: values['indicator'] as InsertionIndicator | undefined,
    cohortYear: yearRange(values),
  };
}
