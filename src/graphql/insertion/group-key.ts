import type {
  CertificationDimension as OfCertifications,
  CohortDimension as OfCohorts,
} from '../../domain/insertion/dimension.ts';
import { groupLabel } from '../../snapshot/group/group-label.ts';
import { AccessRouteKind } from '../certification/access-route-kind.ts';
import { CertificationRef } from '../certification/certification.ts';
import { Register, RegistrationType } from '../certification/register.ts';
import { CertifierRef } from '../certifier/certifier.ts';
import { builder } from '../core/builder.ts';
import { labelField } from '../core/language.ts';
import { FormacodeRef } from '../nomenclature/formacode.ts';
import { OccupationRef } from '../nomenclature/occupation.ts';
import { SpecialityRef } from '../nomenclature/speciality.ts';
import { CertificationDimension, CohortDimension } from './dimension.ts';
import type { GroupKeyModel } from './group-key-model.ts';

const ABSENT =
  'Absent when groups are not by it, and in the group of those whose value is not known.';

type KeyFields = PothosSchemaTypes.ObjectFieldBuilder<
  typeof builder.$inferSchemaTypes,
  GroupKeyModel
>;

function sharedFields(t: KeyFields) {
  return {
    register: t.expose('register', {
      type: Register,
      nullable: true,
      description: `Register. ${ABSENT}`,
    }),
    level: t.exposeInt('level', {
      nullable: true,
      description: `Niveau de qualification. ${ABSENT}`,
    }),
    registrationType: t.expose('registrationType', {
      type: RegistrationType,
      nullable: true,
      description: `Type d’enregistrement. ${ABSENT}`,
    }),
    abbreviation: t.exposeString('abbreviation', {
      nullable: true,
      description: `Abrégé, as it is most often typed. ${ABSENT}`,
    }),
    active: t.exposeBoolean('active', {
      nullable: true,
      description: `Whether the certifications are active on the as-of day. ${ABSENT}`,
    }),
    specialityDomain: t.field({
      type: SpecialityRef,
      nullable: true,
      description: `Domaine NSF, one digit. ${ABSENT}`,
      resolve: ({ specialityDomain }) => specialityDomain,
    }),
    specialitySubdomain: t.field({
      type: SpecialityRef,
      nullable: true,
      description: `Sous-domaine NSF, two digits. ${ABSENT}`,
      resolve: ({ specialitySubdomain }) => specialitySubdomain,
    }),
    speciality: t.field({
      type: SpecialityRef,
      nullable: true,
      description: `Groupe de spécialités NSF, three digits; a shorter code where fiches give no more. ${ABSENT}`,
      resolve: ({ speciality }) => speciality,
    }),
    occupationDomain: t.field({
      type: OccupationRef,
      nullable: true,
      description: `Domaine professionnel of the ROME, three characters. ${ABSENT}`,
      resolve: ({ occupationDomain }) => occupationDomain,
    }),
    occupation: t.field({
      type: OccupationRef,
      nullable: true,
      description: `Métier ROME. ${ABSENT}`,
      resolve: ({ occupation }) => occupation,
    }),
    formacode: t.field({
      type: FormacodeRef,
      nullable: true,
      description: `Formacode. ${ABSENT}`,
      resolve: ({ formacode }) => formacode,
    }),
    certifier: t.field({
      type: CertifierRef,
      nullable: true,
      description: `Certificateur in force, by SIREN. ${ABSENT}`,
      resolve: ({ certifier }) => certifier,
    }),
    accessRoute: t.expose('accessRoute', {
      type: AccessRouteKind,
      nullable: true,
      description: `Open voie d’accès. ${ABSENT}`,
    }),
    label: labelField(
      t,
      'What the group is called: the labels of its keys, and words where a value is not known.',
      groupLabel,
    ),
  };
}

export const InsertionGroupKeyRef = builder
  .objectRef<GroupKeyModel<OfCohorts>>('InsertionGroupKey')
  .implement({
    description: 'What the cohorts of a group have in common.',
    fields: (t) => ({
      year: t.exposeInt('year', {
        nullable: true,
        description: `Année d’obtention. ${ABSENT}`,
      }),
      certification: t.field({
        type: CertificationRef,
        nullable: true,
        description: `The certification. ${ABSENT}`,
        resolve: ({ certification }) => certification,
      }),
      ...sharedFields(t as unknown as KeyFields),
      unknown: t.field({
        type: [CohortDimension],
        description: 'Dimensions whose value is not known: the group is of those without one.',
        resolve: ({ unknown }) => unknown,
      }),
    }),
  });

export const CertificationGroupKeyRef = builder
  .objectRef<GroupKeyModel<OfCertifications>>('CertificationGroupKey')
  .implement({
    description: 'What the certifications of a group have in common.',
    fields: (t) => ({
      registrationYears: t.exposeInt('registrationYears', {
        nullable: true,
        description: `Years. Durée d’enregistrement. ${ABSENT}`,
      }),
      registrationEndMonth: t.expose('registrationEndMonth', {
        type: 'Date',
        nullable: true,
        description: `First day of the month in which the registration ends. ${ABSENT}`,
      }),
      ...sharedFields(t as unknown as KeyFields),
      unknown: t.field({
        type: [CertificationDimension],
        description: 'Dimensions whose value is not known: the group is of those without one.',
        resolve: ({ unknown }) => unknown,
      }),
    }),
  });
