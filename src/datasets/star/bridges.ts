import type { Bilingual } from '../../domain/bilingual.ts';
import { ACCESS_ROUTE_LABELS } from '../../domain/code-labels.ts';
import { done, type Work } from '../../domain/work.ts';
import { listsOf } from '../../snapshot/build/list-builder.ts';
import type { Lists } from '../../snapshot/columns.ts';
import { occupationLabel, specialityLabel } from '../../snapshot/group/group-label.ts';
import type { Nomenclature, Snapshot } from '../../snapshot/snapshot.ts';
import { type ColumnWords, dimension } from '../columns.ts';
import type { Column, Dataset } from '../dataset.ts';
import { dataset } from '../declared-dataset.ts';
import { AS_OF } from '../filter-parameters.ts';
import { codeOf, OF_CERTIFICATION } from './keys.ts';

/** A certification and one of the values that it has several of. */
interface Link {
  readonly row: number;
  readonly value: number;
}

interface BridgeParts {
  readonly name: string;
  readonly title: Bilingual;
  readonly what: Bilingual;
  readonly key: string;
  /** What each certification has several of. */
  readonly linkedBy: (snapshot: Snapshot) => Work<Lists>;
  readonly columns: () => readonly Column<Link>[];
}

/** A bridge from certifications to what they have several of. */
function bridge({ name, title, what, key, linkedBy, columns }: BridgeParts): Dataset {
  return dataset<Link>({
    ...{ name, title, parameters: [AS_OF] },
    description: {
      fr: `${what.fr} Une certification peut en avoir plusieurs, et compte avec chaque valeur\u00a0: les totaux par valeur ne s’additionnent pas.`,
      en: `${what.en} A certification may have several, and counts with each: totals over them do not add up.`,
    },
    grain: {
      fr: `une ligne par certification et valeur de la colonne ${key}`,
      en: `one row for each certification and ${key}`,
    },
    key: ['certification_code', key],
    references: [OF_CERTIFICATION],
    items: function* ({ snapshot }) {
      return linksOf(yield* linkedBy(snapshot));
    },
    columns: () => [codeOf<Link>(({ row }) => row), ...columns()],
  });
}

function* linksOf({ offset, value }: Lists): Generator<Link> {
  for (let row = 0; row + 1 < offset.length; row++) {
    for (let at = offset[row] ?? 0; at < (offset[row + 1] ?? 0); at++) {
      yield { row, value: value[at] ?? 0 };
    }
  }
}

const text = (
  name: string,
  fr: ColumnWords,
  en: ColumnWords,
  of: Column<Link>['value'],
): Column<Link> => dimension(name, 'TEXT', fr, en, of);

/** Bridges to what certifications have several of. */
export const BRIDGES: readonly Dataset[] = [
  bridge({
    name: 'certification_occupation',
    title: { fr: 'Métiers ROME (étoile)', en: 'ROME occupations (star)' },
    what: {
      fr: 'Métiers auxquels une certification mène.',
      en: 'Occupations that a certification leads to.',
    },
    key: 'occupation',
    linkedBy: ({ occupations }) => done(occupations.ofCertification),
    columns: () => [
      text('occupation', 'Code ROME', 'ROME code', ({ value }, { snapshot }) =>
        codeIn(snapshot.occupations, value),
      ),
      text(
        'occupation_label',
        {
          label: 'Libellé du métier',
          description:
            'Nom du métier, en français\u00a0; vide quand ni la fiche ni la nomenclature ne le disent',
        },
        {
          label: 'Occupation (label)',
          description:
            'What the occupation is called, in French; absent when neither fiche nor nomenclature says',
        },
        ({ value }, { snapshot }) => occupationLabel(snapshot, codeIn(snapshot.occupations, value)),
      ),
      text(
        'occupation_domain',
        {
          label: 'Domaine professionnel ROME',
          description: 'Domaine professionnel ROME, trois caractères',
        },
        { label: 'ROME domain', description: 'ROME domain, three characters' },
        ({ value }, { snapshot }) => codeIn(snapshot.occupations, value).slice(0, 3),
      ),
    ],
  }),
  bridge({
    name: 'certification_speciality',
    title: { fr: 'Spécialités NSF (étoile)', en: 'NSF specialities (star)' },
    what: {
      fr: 'Codes NSF que porte une certification.',
      en: 'NSF codes that a certification carries.',
    },
    key: 'speciality',
    linkedBy: ({ specialities }) => done(specialities.ofCertification),
    columns: () => [
      text('speciality', 'Code NSF', 'NSF code', ({ value }, { snapshot }) =>
        codeIn(snapshot.specialities, value),
      ),
      text(
        'speciality_label',
        {
          label: 'Libellé de la spécialité',
          description:
            'Nom de la spécialité, en français\u00a0; vide quand ni la fiche ni la nomenclature ne le disent',
        },
        {
          label: 'Speciality (label)',
          description:
            'What the speciality is called, in French; absent when neither fiche nor nomenclature says',
        },
        ({ value }, { snapshot }) =>
          specialityLabel(snapshot, codeIn(snapshot.specialities, value)),
      ),
      text(
        'speciality_group',
        {
          label: 'Groupe de spécialités NSF',
          description:
            'Groupe de spécialités NSF, trois chiffres\u00a0; plus court là où les fiches n’en donnent pas plus',
        },
        {
          label: 'NSF group',
          description: 'NSF group, three digits; shorter where fiches give no more',
        },
        ({ value }, { snapshot }) => codeIn(snapshot.specialities, value).slice(0, 3),
      ),
    ],
  }),
  bridge({
    name: 'certification_formacode',
    title: { fr: 'Formacodes (étoile)', en: 'Formacodes (star)' },
    what: {
      fr: 'Formacodes que porte une certification.',
      en: 'Formacodes that a certification carries.',
    },
    key: 'formacode',
    linkedBy: ({ formacodes }) => done(formacodes.ofCertification),
    columns: () => [
      text('formacode', 'Formacode', 'Formacode', ({ value }, { snapshot }) =>
        codeIn(snapshot.formacodes, value),
      ),
      text(
        'formacode_label',
        {
          label: 'Libellé du Formacode',
          description: 'Nom du Formacode, en français\u00a0; vide quand aucune fiche ne le dit',
        },
        {
          label: 'Formacode (label)',
          description: 'What the Formacode is called, in French; absent when no fiche says',
        },
        ({ value }, { snapshot }) => snapshot.formacodes.label[value] ?? null,
      ),
    ],
  }),
  bridge({
    name: 'certification_certifier',
    title: { fr: 'Certificateurs (étoile)', en: 'Certifying bodies (star)' },
    what: {
      fr: 'Certificateurs en vigueur connus par leur SIREN.',
      en: 'Certifying bodies in force that are known by SIREN.',
    },
    key: 'certifier_siren',
    linkedBy: ({ bodies }) => done(bodies.ofCertification),
    columns: () => [
      text(
        'certifier_siren',
        'SIREN du certificateur',
        'SIREN of the certifying body',
        ({ value }, { snapshot }) => snapshot.bodies.siren[value] ?? null,
      ),
      text(
        'certifier_name',
        {
          label: 'Certificateur',
          description: 'Nom du certificateur, celui qu’il a le plus souvent',
        },
        {
          label: 'Certifying body',
          description: 'Name of the certifying body, the one it most often has',
        },
        ({ value }, { snapshot }) => snapshot.bodies.name[value] ?? null,
      ),
    ],
  }),
  bridge({
    name: 'certification_access_route',
    title: { fr: 'Voies d’accès ouvertes (étoile)', en: 'Open access routes (star)' },
    what: { fr: 'Voies d’accès ouvertes.', en: 'Access routes that are open.' },
    key: 'access_route',
    linkedBy: openRoutes,
    columns: () => [
      dimension<Link>(
        'access_route',
        'TEXT',
        { label: 'Voie d’accès', description: 'Voie d’accès ouverte' },
        'Access route that is open',
        ({ value }, { snapshot }) => snapshot.routes.route[value] ?? null,
        ACCESS_ROUTE_LABELS,
      ),
    ],
  }),
];

function codeIn({ code }: Nomenclature, row: number): string {
  return code[row] ?? '';
}

/** Rows of the open access routes of each certification. */
function openRoutes({ routes }: Snapshot): Work<Lists> {
  return listsOf(routes.offset.length - 1, (row, own) => {
    for (let at = routes.offset[row] ?? 0; at < (routes.offset[row + 1] ?? 0); at++) {
      if (routes.open[at] === 1) own.push(at);
    }
  });
}
