import { PARTNER_ROLE_LABELS } from '../../domain/code-labels.ts';
import type { Work } from '../../domain/work.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { certificationColumns } from '../certification-columns.ts';
import { dimension, figure } from '../columns.ts';
import { dataset } from '../declared-dataset.ts';
import { emptyCertifications, withRows } from '../empty-rows.ts';
import { AS_OF, CERTIFICATION_PARAMETERS } from '../filter-parameters.ts';
import { certificationsOf } from '../filtered-rows.ts';
import type { ParameterValues } from '../parameter.ts';

interface Item {
  readonly row: number;
  /** Row of the counts of partners. */
  readonly counts: number;
}

export const partners = dataset<Item>({
  name: 'partners',
  title: { fr: 'Partenaires habilités', en: 'Licensed partners' },
  description: {
    fr: 'Nombre de partenaires que chaque certification habilite à former ou à évaluer, par habilitation et par état. Une certification sans partenaire n’a pas de ligne.',
    en: 'How many partners each certification has licensed to train or to assess, by role and state. A certification without partners has no row.',
  },
  grain: {
    fr: 'une ligne par certification, habilitation et état qui se rencontrent',
    en: 'one row for each certification, role and state that occurs',
  },
  key: ['certification_code', 'partner_role', 'partner_state'],
  nullableKey: ['partner_role', 'partner_state'],
  additive: ['rows'],
  parameters: [...CERTIFICATION_PARAMETERS, AS_OF],
  items: counted,
  whyEmpty: emptyCertifications(({ snapshot: { partners } }) => ({
    chosen: [withRows(partners.offset)],
  })),
  columns: () => [
    ...certificationColumns<Item>(({ row }) => row),
    dimension<Item>(
      'partner_role',
      'TEXT',
      {
        label: 'Habilitation',
        description: 'Ce que les partenaires peuvent faire\u00a0; vide là où ce n’est pas publié',
      },
      {
        label: 'Role of the partners',
        description: 'What the partners may do; absent where it is not published',
      },
      ({ counts }, { snapshot }) => snapshot.partners.role[counts],
      PARTNER_ROLE_LABELS,
    ),
    dimension<Item>(
      'partner_state',
      'TEXT',
      {
        label: 'État de l’habilitation',
        description: 'État de l’habilitation tel que publié\u00a0; vide là où il ne l’est pas',
      },
      {
        label: 'State of the licence',
        description: 'State of the licence as published; absent where it is not',
      },
      ({ counts }, { snapshot }) => snapshot.partners.state[counts],
    ),
    dimension<Item>(
      'partner_active',
      'BOOLEAN',
      {
        label: 'Habilitation en vigueur',
        description: 'Si l’habilitation est en vigueur (état «\u00a0Actif\u00a0»)',
      },
      {
        label: 'Licence in force',
        description: 'Whether the licence is in force (état « Actif »)',
      },
      ({ counts }, { snapshot }) => snapshot.partners.active[counts] === 1,
    ),
    figure<Item>(
      'rows',
      'INTEGER',
      null,
      { fr: 'Lignes de partenaires', en: 'Lines of partners' },
      {
        fr: 'Lignes. Celles de «\u00a0Partenaires\u00a0» de la fiche.',
        en: 'Rows. Lines of « Partenaires » of the fiche.',
      },
      ({ counts }, { snapshot }) => snapshot.partners.rows[counts],
    ),
    figure<Item>(
      'establishments',
      'INTEGER',
      null,
      { fr: 'Établissements', en: 'Establishments' },
      {
        fr: 'Établissements. Chaque SIRET une fois\u00a0; ceux qui n’en ont pas, par leur nom.',
        en: 'Establishments. Each SIRET once; those without one by name.',
      },
      ({ counts }, { snapshot }) => snapshot.partners.establishments[counts],
    ),
    figure<Item>(
      'legal_units',
      'INTEGER',
      null,
      { fr: 'Unités légales', en: 'Legal units' },
      {
        fr: 'Unités légales. Chaque SIREN une fois\u00a0; celles qui n’en ont pas, par leur nom.',
        en: 'Legal units. Each SIREN once; those without one by name.',
      },
      ({ counts }, { snapshot }) => snapshot.partners.legalUnits[counts],
    ),
  ],
});

function* counted(view: DayView, values: ParameterValues): Work<Iterable<Item>> {
  return itemsOf(view, yield* certificationsOf(view, values));
}

function* itemsOf({ snapshot }: DayView, certifications: Iterable<number>): Generator<Item> {
  const { offset } = snapshot.partners;
  for (const row of certifications) {
    const to = offset[row + 1] ?? 0;
    for (let counts = offset[row] ?? 0; counts < to; counts++) yield { row, counts };
  }
}
