import { REGISTER_LABELS, REGISTRATION_TYPE_LABELS } from './code-labels.ts';
import { dimension, measure } from './columns.ts';
import type { Column } from './report.ts';

interface CertificationCells {
  readonly code: string;
  readonly register: string;
  readonly title: string;
  readonly level: number | null;
  readonly registrationType: string | null;
  readonly active: boolean;
  readonly registrationEndsOn: string | null;
}

/** What a row says of its certification, in every report that has one certification a row. */
export function certificationColumns<Item>(of: (item: Item) => CertificationCells): Column<Item>[] {
  return [
    dimension<Item>(
      'certification_code',
      'TEXT',
      'Numéro de fiche',
      'Code of the certification',
      (item) => of(item).code,
    ),
    dimension<Item>(
      'register',
      'TEXT',
      'Répertoire',
      'Register',
      (item) => of(item).register,
      REGISTER_LABELS,
    ),
    dimension<Item>('title', 'TEXT', 'Intitulé', 'Title', (item) => of(item).title),
    dimension<Item>(
      'level',
      'INTEGER',
      'Niveau de qualification',
      'Level of qualification, 1 to 8',
      (item) => of(item).level,
    ),
    dimension<Item>(
      ...(['registration_type', 'TEXT', 'Type d’enregistrement', 'Kind of registration'] as const),
      (item) => of(item).registrationType,
      REGISTRATION_TYPE_LABELS,
    ),
    dimension<Item>(
      'active',
      'BOOLEAN',
      'Active',
      'Whether it is active on the day',
      (item) => of(item).active,
    ),
    dimension<Item>(
      ...([
        'registration_ends_on',
        'DATE',
        'Fin d’enregistrement',
        'Last day of the registration',
      ] as const),
      (item) => of(item).registrationEndsOn,
    ),
  ];
}

interface CohortCells {
  readonly certification: CertificationCells;
  readonly year: number;
  readonly certified: number | null;
  readonly certifiedThroughVae: number | null;
}

/** What a row says of its cohort. */
export function cohortColumns<Item>(of: (item: Item) => CohortCells): Column<Item>[] {
  return [
    ...certificationColumns<Item>((item) => of(item).certification),
    dimension<Item>(
      'year',
      'INTEGER',
      'Année d’obtention',
      'Calendar year of the cohort',
      (item) => of(item).year,
    ),
    measure<Item>('certified', 'INTEGER', 'CERTIFIED', (item) => of(item).certified),
    measure<Item>(
      'certified_through_vae',
      'INTEGER',
      'CERTIFIED_THROUGH_VAE',
      (item) => of(item).certifiedThroughVae,
    ),
  ];
}
