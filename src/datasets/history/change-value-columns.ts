import type { ChangeRow } from '../../db/queries/changes.ts';
import { CHANGE_FIELD_LABELS, FIGURE_FIELDS } from '../../domain/changes/change-field.ts';
import { dimension, figure } from '../columns.ts';
import type { Column } from '../dataset.ts';

/** What a report says that a change is of, as it was and as it is. */
export function changeValueColumns<Item extends { readonly change: ChangeRow }>(): Column<Item>[] {
  return [
    dimension<Item>(
      'year',
      'INTEGER',
      {
        label: 'Année d’obtention',
        description: 'Année civile de la promotion d’un chiffre\u00a0; vide pour tout le reste',
      },
      {
        label: 'Calendar year of the cohort',
        description: 'Calendar year of the cohort of a figure; absent for all else',
      },
      ({ change }) => change.cohortYear,
    ),
    dimension<Item>(
      'field',
      'TEXT',
      {
        label: 'Objet du changement',
        description:
          'Ce qui a changé dans la fiche\u00a0; vide quand elle est nouvelle, revenue ou retirée tout entière',
      },
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
      {
        label: 'Élément de la liste',
        description:
          'Lequel parmi plusieurs, comme le code d’un bloc ou le SIRET d’un organisme\u00a0; vide là où il n’y en a qu’un',
      },
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
      {
        label: 'Ancienne valeur',
        description:
          'Ce que c’était, d’un texte de plus de 500 caractères la partie qui diffère\u00a0; vide quand il n’y avait rien',
      },
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
      {
        label: 'Nouvelle valeur',
        description: 'Ce que c’est, de même\u00a0; vide quand il n’y a rien',
      },
      { label: 'Value after', description: 'What it is, likewise; absent when there is none' },
      ({ change }) => change.after,
    ),
    figure<Item>(
      'figure_before',
      'NUMBER',
      null,
      { fr: 'Ancien chiffre', en: 'Figure before' },
      {
        fr: 'Pour un chiffre, ce qu’il était, en personnes ou en pour cent, selon field. Vide pour tout le reste, et quand il n’était pas publié.',
        en: 'Of a figure what it was, in heads or percent, as field says. Absent for all else, and when it was not published.',
      },
      ({ change }) => figureOf(change, change.before),
    ),
    figure<Item>(
      'figure_after',
      'NUMBER',
      null,
      { fr: 'Nouveau chiffre', en: 'Figure after' },
      {
        fr: 'Pour un chiffre, ce qu’il est, de même. Vide pour tout le reste, et quand il n’est plus publié.',
        en: 'Of a figure what it is, likewise. Absent for all else, and when it is published no longer.',
      },
      ({ change }) => figureOf(change, change.after),
    ),
  ];
}

/** A value of a figure as a number; null for anything else. */
function figureOf({ field }: ChangeRow, value: string | null): number | null {
  return value !== null && FIGURE_FIELDS.some((each) => each === field) ? Number(value) : null;
}
