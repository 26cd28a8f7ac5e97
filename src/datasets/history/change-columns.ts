import type { ChangeRow, RemovedRow } from '../../db/queries/changes.ts';
import { registerOf } from '../../domain/certification/register-code.ts';
import { CHANGE_FIELD_LABELS, FIGURE_FIELDS } from '../../domain/changes/change-field.ts';
import { CHANGE_KIND_LABELS, changeText } from '../../domain/changes/change-text.ts';
import { REGISTER_LABELS } from '../../domain/code-labels.ts';
import { intOf, NONE } from '../../snapshot/columns.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { publicationOf } from '../../snapshot/history/history.ts';
import { notesOfChange } from '../../snapshot/notes/notes.ts';
import { certifierColumns } from '../certifier-columns.ts';
import { dimension, figure, remembered } from '../columns.ts';
import type { Column } from '../dataset.ts';
import { notesColumn } from '../notes/note-columns.ts';

/** A change as a row of a report. */
export interface ChangeItem {
  readonly change: ChangeRow;
  /** Row of the certification; −1 when the registers have it no longer. */
  readonly row: number;
  /** What it last was, when they have it no longer. */
  readonly removed: RemovedRow | undefined;
}

type Item = ChangeItem;

/** What a report says of a change. */
export function changeColumns(): Column<Item>[] {
  const publication = remembered(({ change }: Item, { snapshot }: DayView) =>
    publicationOf(snapshot, change.publicationId),
  );
  return [
    dimension<Item>(
      'publication_number',
      'INTEGER',
      'Publication',
      { label: 'Publication', description: 'Number of the publication that has it so' },
      ({ change }) => change.publicationId,
    ),
    dimension<Item>(
      'position',
      'INTEGER',
      'Rang dans la publication',
      {
        label: 'Place in the publication',
        description: 'Place among the changes of the publication, from 1 on',
      },
      ({ change }) => change.position,
    ),
    dimension<Item>(
      'dated_on',
      'DATE',
      'Jour de la publication',
      {
        label: 'Day of the publication',
        description:
          'Day that the publication stands for: of its publishing, or of exports that were imported later, as history',
      },
      (item, view) => publication(item, view).datedOn,
    ),
    dimension<Item>(
      'published_at',
      'DATETIME',
      'Moment de la publication',
      { label: 'Moment of the publication', description: 'When it became visible' },
      (item, view) => publication(item, view).publishedAt.toISOString(),
    ),
    dimension<Item>(
      'kind',
      'TEXT',
      'Nature du changement',
      { label: 'Kind of change', description: 'What happened' },
      ({ change }) => change.kind,
      CHANGE_KIND_LABELS,
    ),
    dimension<Item>(
      'certification_code',
      'TEXT',
      'Numéro de fiche',
      'Code of the certification',
      ({ change }) => change.certificationCode,
    ),
    dimension<Item>(
      'register',
      'TEXT',
      'Répertoire',
      'Register',
      ({ change }) => registerOf(change.certificationCode),
      REGISTER_LABELS,
    ),
    dimension<Item>(
      'title',
      'TEXT',
      'Intitulé',
      {
        label: 'Title',
        description: 'Title as it is, or of a certification that is gone as it last was',
      },
      ({ row, removed }, { snapshot }) => snapshot.certifications.title[row] ?? removed?.title,
    ),
    dimension<Item>(
      'level',
      'INTEGER',
      'Niveau de qualification',
      {
        label: 'Level of qualification',
        description: 'Level of qualification, 1 to 8, as it is or last was',
      },
      ({ row, removed }, { snapshot }) =>
        removed ? removed.level : intOf(snapshot.certifications.level[row]),
    ),
    dimension<Item>(
      'active',
      'BOOLEAN',
      'Active',
      {
        label: 'Active',
        description:
          'Whether it is known to be active on the day; absent when the registers have it no longer',
      },
      ({ row }, view) => (row === NONE ? null : view.active[row] === 1),
    ),
    ...certifierColumns<Item>(({ row }) => row),
    dimension<Item>(
      'year',
      'INTEGER',
      'Année d’obtention',
      {
        label: 'Calendar year of the cohort',
        description: 'Calendar year of the cohort of a figure; absent for all else',
      },
      ({ change }) => change.cohortYear,
    ),
    dimension<Item>(
      'field',
      'TEXT',
      'Objet du changement',
      {
        label: 'Object of the change',
        description:
          'What of the fiche has changed; absent when it is new, back or gone as a whole',
      },
      ({ change }) => change.field,
      CHANGE_FIELD_LABELS,
    ),
    dimension<Item>(
      'item',
      'TEXT',
      'Élément de la liste',
      {
        label: 'Item of the list',
        description:
          'Which one of several, as the code of a block or the SIRET of a body; absent where there is one',
      },
      ({ change }) => change.item,
    ),
    dimension<Item>(
      'value_before',
      'TEXT',
      'Ancienne valeur',
      {
        label: 'Value before',
        description:
          'What it was, of a text past 500 characters the part that differs; absent when there was none',
      },
      ({ change }) => change.before,
    ),
    dimension<Item>(
      'value_after',
      'TEXT',
      'Nouvelle valeur',
      { label: 'Value after', description: 'What it is, likewise; absent when there is none' },
      ({ change }) => change.after,
    ),
    figure<Item>(
      'figure_before',
      'NUMBER',
      null,
      { fr: 'Ancien chiffre', en: 'Figure before' },
      'Of a figure what it was, in heads or percent, as field says. Absent for all else, and when it was not published.',
      ({ change }) => figureOf(change, change.before),
    ),
    figure<Item>(
      'figure_after',
      'NUMBER',
      null,
      { fr: 'Nouveau chiffre', en: 'Figure after' },
      'Of a figure what it is, likewise. Absent for all else, and when it is published no longer.',
      ({ change }) => figureOf(change, change.after),
    ),
    dimension<Item>(
      'source_file',
      'TEXT',
      'Fichier source',
      {
        label: 'Source file',
        description:
          'File that gives a figure, or a fiche that is new; absent for all else, and for what is gone',
      },
      ({ change }, { snapshot }) =>
        change.sourceId === null ? null : snapshot.sources.get(change.sourceId)?.fileName,
    ),
    dimension<Item>(
      'message',
      'TEXT',
      'Description en anglais',
      { label: 'Description', description: 'All of it in one line, in English' },
      ({ change }) => changeText(change, 'en'),
    ),
    dimension<Item>(
      'message_fr',
      'TEXT',
      'Description en français',
      { label: 'Description in French', description: 'The same in French' },
      ({ change }) => changeText(change, 'fr'),
    ),
    notesColumn<Item>(({ change }, { snapshot, day }) => notesOfChange(snapshot, change, day)),
  ];
}

/** A value of a figure as a number; null for anything else. */
function figureOf({ field }: ChangeRow, value: string | null): number | null {
  return value !== null && FIGURE_FIELDS.some((each) => each === field) ? Number(value) : null;
}
