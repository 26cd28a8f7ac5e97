import { REGISTER_LABELS, REGISTRATION_TYPE_LABELS } from '../domain/code-labels.ts';
import { REGISTRATION_TYPES } from '../snapshot/build/certifications.ts';
import { dayOf, intOf } from '../snapshot/columns.ts';
import { registerOfRow } from '../snapshot/figures.ts';
import { dimension } from './columns.ts';
import type { Column, ValueOf } from './dataset.ts';

/** What a row says of its certification, in every dataset that has one certification a row. */
export function certificationColumns<Item>(rowOf: ValueOf<Item, number>): Column<Item>[] {
  return [
    dimension<Item>(
      'certification_code',
      'TEXT',
      'Numéro de fiche',
      'Code of the certification',
      (item, view) => view.snapshot.certifications.code[rowOf(item, view)],
    ),
    dimension<Item>(
      'register',
      'TEXT',
      'Répertoire',
      'Register',
      (item, view) => registerOfRow(view.snapshot, rowOf(item, view)),
      REGISTER_LABELS,
    ),
    dimension<Item>(
      'title',
      'TEXT',
      'Intitulé',
      'Title',
      (item, view) => view.snapshot.certifications.title[rowOf(item, view)],
    ),
    dimension<Item>(
      'level',
      'INTEGER',
      { label: 'Niveau de qualification', description: 'Niveau de qualification, de 1 à 8' },
      { label: 'Level of qualification', description: 'Level of qualification, 1 to 8' },
      (item, view) => intOf(view.snapshot.certifications.level[rowOf(item, view)]),
    ),
    dimension<Item>(
      'registration_type',
      'TEXT',
      'Type d’enregistrement',
      'Kind of registration',
      (item, view) =>
        REGISTRATION_TYPES[view.snapshot.certifications.registrationType[rowOf(item, view)] ?? -1],
      REGISTRATION_TYPE_LABELS,
    ),
    dimension<Item>(
      'active',
      'BOOLEAN',
      { label: 'Active', description: 'Si l’on sait qu’elle est active à la date de référence' },
      { label: 'Active', description: 'Whether it is known to be active on the day' },
      (item, view) => view.active[rowOf(item, view)] === 1,
    ),
    dimension<Item>(
      'registration_ends_on',
      'DATE',
      { label: 'Fin d’enregistrement', description: 'Dernier jour de l’enregistrement' },
      'Last day of the registration',
      (item, view) => dayOf(view.snapshot.certifications.registrationEndsOn[rowOf(item, view)]),
    ),
  ];
}
