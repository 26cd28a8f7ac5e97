import type { ChangeRow, RemovedRow } from '../../db/queries/changes.ts';
import { registerOf } from '../../domain/certification/register-code.ts';
import { CHANGE_KIND_LABELS, changeText } from '../../domain/changes/change-text.ts';
import { REGISTER_LABELS } from '../../domain/code-labels.ts';
import { intOf, NONE } from '../../snapshot/columns.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { publicationOf } from '../../snapshot/history/history.ts';
import { notesOfChange } from '../../snapshot/notes/notes.ts';
import { certifierColumns } from '../certifier-columns.ts';
import { dimension, remembered } from '../columns.ts';
import type { Column } from '../dataset.ts';
import { notesColumn } from '../notes/note-columns.ts';
import { changeValueColumns } from './change-value-columns.ts';

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
      { label: 'Publication', description: 'Numéro de la publication où le changement apparaît' },
      { label: 'Publication', description: 'Number of the publication that has it so' },
      ({ change }) => change.publicationId,
    ),
    dimension<Item>(
      'position',
      'INTEGER',
      {
        label: 'Rang dans la publication',
        description: 'Rang parmi les changements de la publication, à partir de 1',
      },
      {
        label: 'Place in the publication',
        description: 'Place among the changes of the publication, from 1 on',
      },
      ({ change }) => change.position,
    ),
    dimension<Item>(
      'dated_on',
      'DATE',
      {
        label: 'Jour de la publication',
        description:
          'Jour que la publication représente\u00a0: celui où elle a été publiée, ou celui d’exports importés plus tard, comme historique',
      },
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
      { label: 'Moment de la publication', description: 'Moment où elle est devenue visible' },
      { label: 'Moment of the publication', description: 'When it became visible' },
      (item, view) => publication(item, view).publishedAt.toISOString(),
    ),
    dimension<Item>(
      'kind',
      'TEXT',
      { label: 'Nature du changement', description: 'Ce qui s’est passé' },
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
      {
        label: 'Intitulé',
        description: 'Intitulé actuel, ou le dernier qu’a eu une certification retirée',
      },
      {
        label: 'Title',
        description: 'Title as it is, or of a certification that is gone as it last was',
      },
      ({ row, removed }, { snapshot }) => snapshot.certifications.title[row] ?? removed?.title,
    ),
    dimension<Item>(
      'level',
      'INTEGER',
      {
        label: 'Niveau de qualification',
        description: 'Niveau de qualification, de 1 à 8, actuel ou dernier',
      },
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
      {
        label: 'Active',
        description:
          'Si l’on sait qu’elle est active à la date de référence\u00a0; vide quand les répertoires ne l’ont plus',
      },
      {
        label: 'Active',
        description:
          'Whether it is known to be active on the day; absent when the registers have it no longer',
      },
      ({ row }, view) => (row === NONE ? null : view.active[row] === 1),
    ),
    ...certifierColumns<Item>(({ row }) => row),
    ...changeValueColumns(),
    dimension<Item>(
      'source_file',
      'TEXT',
      {
        label: 'Fichier source',
        description:
          'Fichier qui donne un chiffre, ou une fiche nouvelle\u00a0; vide pour tout le reste, et pour ce qui est retiré',
      },
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
      { label: 'Description en anglais', description: 'Le tout en une ligne, en anglais' },
      { label: 'Description', description: 'All of it in one line, in English' },
      ({ change }) => changeText(change, 'en'),
    ),
    dimension<Item>(
      'message_fr',
      'TEXT',
      { label: 'Description en français', description: 'La même chose en français' },
      { label: 'Description in French', description: 'The same in French' },
      ({ change }) => changeText(change, 'fr'),
    ),
    notesColumn<Item>(({ change }, { snapshot, day }) => notesOfChange(snapshot, change, day)),
  ];
}
