import type { AccessRouteKind as Route } from '../domain/access-route.ts';
import { type PlainDate, parsePlainDate } from '../domain/calendar.ts';
import type {
  Dimension,
  CertificationDimension as OfCertifications,
  CohortDimension as OfCohorts,
} from '../domain/dimension.ts';
import type { Register as RegisterName } from '../domain/register-code.ts';
import { AccessRouteKind } from './access-route.ts';
import { builder } from './builder.ts';
import { CertificationRef, loadCertification } from './certification.ts';
import { CertifierRef, loadCertifier } from './certifier.ts';
import { CertificationDimension, CohortDimension, Language } from './dimension.ts';
import { FormacodeRef, loadFormacode } from './formacode.ts';
import { groupLabel } from './group-label.ts';
import { loadOccupation, OccupationRef } from './occupation.ts';
import { Register, RegistrationType } from './register.ts';
import { loadSpeciality, SpecialityRef } from './speciality.ts';

/** The keys of a group: one for each dimension it was grouped by, seen on a day. */
export interface GroupKeyModel<D extends Dimension = Dimension> {
  readonly dimensions: readonly D[];
  /** null = not known. */
  readonly keys: readonly (string | null)[];
  readonly asOf: PlainDate;
}

/** The key of one dimension; null when it is not known, or the group is not by it. */
function keyOf({ dimensions, keys }: GroupKeyModel, dimension: Dimension): string | null {
  return keys[dimensions.indexOf(dimension)] ?? null;
}

const OTHERWISE =
  'Absent when groups are not by it, and in the group of those whose value is not known.';

type KeyFields<D extends Dimension> = PothosSchemaTypes.ObjectFieldBuilder<
  typeof builder.$inferSchemaTypes,
  GroupKeyModel<D>
>;

function sharedFields<D extends Dimension>(t: KeyFields<D>) {
  const number = (dimension: Dimension) => (key: GroupKeyModel<D>) => {
    const text = keyOf(key, dimension);
    return text === null ? null : Number(text);
  };
  const speciality = (dimension: Dimension, what: string) =>
    t.field({
      type: SpecialityRef,
      nullable: true,
      description: `${what} ${OTHERWISE}`,
      resolve: (key, _args, context) => {
        const code = keyOf(key, dimension);
        return code === null ? null : loadSpeciality(context, code, key.asOf);
      },
    });
  const occupation = (dimension: Dimension, what: string) =>
    t.field({
      type: OccupationRef,
      nullable: true,
      description: `${what} ${OTHERWISE}`,
      resolve: (key, _args, context) => {
        const code = keyOf(key, dimension);
        return code === null ? null : loadOccupation(context, code, key.asOf);
      },
    });
  return {
    register: t.field({
      type: Register,
      nullable: true,
      description: `Register. ${OTHERWISE}`,
      resolve: (key) => keyOf(key, 'REGISTER') as RegisterName | null,
    }),
    level: t.int({
      nullable: true,
      description: `Niveau de qualification. ${OTHERWISE}`,
      resolve: number('LEVEL'),
    }),
    registrationType: t.field({
      type: RegistrationType,
      nullable: true,
      description: `Type d’enregistrement. ${OTHERWISE}`,
      resolve: (key) => keyOf(key, 'REGISTRATION_TYPE') as 'BY_LAW' | 'ON_REQUEST' | null,
    }),
    abbreviation: t.string({
      nullable: true,
      description: `Abrégé, as it is most often typed. ${OTHERWISE}`,
      resolve: async (key, _args, { loaders }) => {
        const text = keyOf(key, 'ABBREVIATION');
        return text === null ? null : ((await loaders.abbreviation.load(text))?.code ?? text);
      },
    }),
    active: t.boolean({
      nullable: true,
      description: `Whether the certifications are active on the as-of day. ${OTHERWISE}`,
      resolve: (key) => {
        const text = keyOf(key, 'ACTIVE');
        return text === null ? null : text === 'true';
      },
    }),
    specialityDomain: speciality('SPECIALITY_DOMAIN', 'Domaine NSF, one digit.'),
    specialitySubdomain: speciality('SPECIALITY_SUBDOMAIN', 'Sous-domaine NSF, two digits.'),
    speciality: speciality(
      'SPECIALITY',
      'Groupe de spécialités NSF, three digits; a shorter code where fiches give no more.',
    ),
    occupationDomain: occupation(
      'OCCUPATION_DOMAIN',
      'Domaine professionnel of the ROME, three characters.',
    ),
    occupation: occupation('OCCUPATION', 'Métier ROME.'),
    formacode: t.field({
      type: FormacodeRef,
      nullable: true,
      description: `Formacode. ${OTHERWISE}`,
      resolve: (key, _args, context) => {
        const code = keyOf(key, 'FORMACODE');
        return code === null ? null : loadFormacode(context, code, key.asOf);
      },
    }),
    certifier: t.field({
      type: CertifierRef,
      nullable: true,
      description: `Certificateur in force, by SIREN. ${OTHERWISE}`,
      resolve: (key, _args, context) => {
        const siren = keyOf(key, 'CERTIFIER');
        return siren === null ? null : loadCertifier(context, siren, key.asOf);
      },
    }),
    accessRoute: t.field({
      type: AccessRouteKind,
      nullable: true,
      description: `Open voie d’accès. ${OTHERWISE}`,
      resolve: (key) => keyOf(key, 'ACCESS_ROUTE') as Route | null,
    }),
    label: t.string({
      description:
        'What the group is called: the labels of its keys, and words where a value is not known.',
      args: {
        language: t.arg({
          type: Language,
          required: true,
          defaultValue: 'FR',
          description: 'In which language.',
        }),
      },
      resolve: (key, { language }, context) => groupLabel(key, language, context),
    }),
  };
}

export const InsertionGroupKeyRef = builder
  .objectRef<GroupKeyModel<OfCohorts>>('InsertionGroupKey')
  .implement({
    description: 'What the cohorts of a group have in common.',
    fields: (t) => ({
      year: t.int({
        nullable: true,
        description: `Année d’obtention. ${OTHERWISE}`,
        resolve: (key) => {
          const text = keyOf(key, 'YEAR');
          return text === null ? null : Number(text);
        },
      }),
      certification: t.field({
        type: CertificationRef,
        nullable: true,
        description: `The certification. ${OTHERWISE}`,
        resolve: (key, _args, context) => {
          const code = keyOf(key, 'CERTIFICATION');
          return code === null ? null : loadCertification(context, code, key.asOf);
        },
      }),
      ...sharedFields(t),
      unknown: t.field({
        type: [CohortDimension],
        description: 'Dimensions whose value is not known: the group is of those without one.',
        resolve: ({ dimensions, keys }) =>
          dimensions.filter((_, index) => (keys[index] ?? null) === null),
      }),
    }),
  });

export const CertificationGroupKeyRef = builder
  .objectRef<GroupKeyModel<OfCertifications>>('CertificationGroupKey')
  .implement({
    description: 'What the certifications of a group have in common.',
    fields: (t) => ({
      registrationYears: t.int({
        nullable: true,
        description: `Years. Durée d’enregistrement. ${OTHERWISE}`,
        resolve: (key) => {
          const text = keyOf(key, 'REGISTRATION_YEARS');
          return text === null ? null : Number(text);
        },
      }),
      registrationEndMonth: t.field({
        type: 'Date',
        nullable: true,
        description: `First day of the month in which the registration ends. ${OTHERWISE}`,
        resolve: (key) => {
          const month = keyOf(key, 'REGISTRATION_END_MONTH');
          return month === null ? null : parsePlainDate(`${month}-01`);
        },
      }),
      ...sharedFields(t),
      unknown: t.field({
        type: [CertificationDimension],
        description: 'Dimensions whose value is not known: the group is of those without one.',
        resolve: ({ dimensions, keys }) =>
          dimensions.filter((_, index) => (keys[index] ?? null) === null),
      }),
    }),
  });
