import { type Note, noteLine } from '../../domain/notes/note.ts';
import { dimension, joined } from '../columns.ts';
import type { Column, ValueOf } from '../dataset.ts';

/** The notes that touch a figure of a row: in every dataset that has figures, last. */
export function notesColumn<Item>(of: ValueOf<Item, readonly Note[]>): Column<Item> {
  return dimension(
    'notes',
    'TEXT',
    {
      label: 'Notes',
      description:
        'Notes de l’exploitant sur des chiffres de la ligne, en français, séparées par «\u00a0;\u00a0», une rupture de série étant nommée comme telle\u00a0; vide sans note',
    },
    {
      label: 'Notes',
      description:
        'What the operator notes of figures of the row, in French, between « ; », a break in series named as such; absent without a note',
    },
    (item, view) => joined(of(item, view).map((note) => noteLine(note, 'fr'))),
  );
}
