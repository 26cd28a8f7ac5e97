import { PARTNER_ROLE_LABELS } from '../../domain/code-labels.ts';
import type { Work } from '../../domain/work.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { certificationColumns } from '../certification-columns.ts';
import { dimension, figure } from '../columns.ts';
import { dataset } from '../dataset.ts';
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
  description:
    'How many partners each certification has licensed to train or to assess, by role and state. A certification without partners has no row.',
  grain: 'one row for each certification, role and state that occurs',
  key: ['certification_code', 'partner_role', 'partner_state'],
  nullableKey: ['partner_role', 'partner_state'],
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
      'Habilitation',
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
      'État de l’habilitation',
      {
        label: 'State of the licence',
        description: 'State of the licence as published; absent where it is not',
      },
      ({ counts }, { snapshot }) => snapshot.partners.state[counts],
    ),
    dimension<Item>(
      'partner_active',
      'BOOLEAN',
      'Habilitation en vigueur',
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
      'Rows. Lines of « Partenaires » of the fiche.',
      ({ counts }, { snapshot }) => snapshot.partners.rows[counts],
    ),
    figure<Item>(
      'establishments',
      'INTEGER',
      null,
      { fr: 'Établissements', en: 'Establishments' },
      'Establishments. Each SIRET once; those without one by name.',
      ({ counts }, { snapshot }) => snapshot.partners.establishments[counts],
    ),
    figure<Item>(
      'legal_units',
      'INTEGER',
      null,
      { fr: 'Unités légales', en: 'Legal units' },
      'Legal units. Each SIREN once; those without one by name.',
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
