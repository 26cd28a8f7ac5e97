import {
  type CertificationRow,
  certificationSortKeys,
  certifications,
  countCertifications,
} from '../db/certifications.ts';
import { readPage } from '../db/paging.ts';
import { isActiveOn } from '../domain/activity.ts';
import type { PlainDate } from '../domain/calendar.ts';
import { AS_OF, asOfDay } from './as-of.ts';
import { builder } from './builder.ts';
import { CertificationFilter, filterOf } from './certification-filter.ts';
import { CertificationOrder, ordersOf } from './certification-order.ts';
import { connectionOf, pageComplexity } from './connection.ts';
import type { RequestContext } from './context.ts';
import { Register, RegistrationType } from './register.ts';

/** A certification seen on a day: `asOf` reaches every figure below it. */
export interface CertificationModel extends CertificationRow {
  readonly asOf: PlainDate;
}

/** The certification of a code, seen on a day; null when the register lacks it. */
export async function loadCertification(
  { loaders }: RequestContext,
  code: string,
  asOf: PlainDate,
): Promise<CertificationModel | null> {
  const row = await loaders.certification.load(code);
  return row && { ...row, asOf };
}

export const CertificationRef = builder.objectRef<CertificationModel>('Certification');

builder.node(CertificationRef, {
  description: 'A certification (fiche) of the RNCP or the RS.',
  id: { resolve: ({ code }) => code, description: 'Opaque identifier: give it back to `node`.' },
  loadManyWithoutCache: (codes, context) =>
    Promise.all(codes.map((code) => loadCertification(context, code, context.today))),
  fields: (t) => ({
    code: t.field({
      type: 'RegisterCode',
      description: 'Numéro de fiche.',
      resolve: ({ code }) => code,
    }),
    register: t.expose('register', { type: Register, description: 'Register of the fiche.' }),
    number: t.exposeInt('number', {
      description: 'Number of the fiche in its register, without prefix.',
    }),
    sheetId: t.exposeInt('sheetId', {
      nullable: true,
      description:
        'Technical number (ID_FICHE). Absent when only a fiche page or figures are known.',
    }),
    title: t.exposeString('title', { description: 'Intitulé.' }),
    abbreviation: t.exposeString('abbreviationCode', {
      nullable: true,
      description: 'Abrégé: TP, BTS, MASTER… as typed. Absent when the fiche has none.',
    }),
    abbreviationLabel: t.exposeString('abbreviationLabel', {
      nullable: true,
      description: 'Libellé of the abbreviation. Absent with it.',
    }),
    editorialState: t.exposeString('editorialState', {
      nullable: true,
      description:
        'État de la fiche, editorial: not whether it is active. Absent when not published.',
    }),
    active: t.boolean({
      description:
        'Whether the registration is active on the as-of day: up to and including its end date; without one, as the register’s flag says.',
      resolve: (certification) => isActiveOn(certification, certification.asOf),
    }),
    activeFlag: t.exposeBoolean('activeFlag', {
      nullable: true,
      description:
        'ACTIF as the feed publishes it, on the day of the export. Absent outside the feed.',
    }),
    level: t.exposeInt('level', {
      nullable: true,
      description:
        'Niveau de qualification, 1 to 8 (European framework). Absent on the RS and for AUCUN or REPRISE.',
    }),
    levelCode: t.exposeString('levelCode', {
      nullable: true,
      description: 'Niveau as published: NIV6, AUCUN, REPRISE. Absent when not published.',
    }),
    levelLabel: t.exposeString('levelLabel', {
      nullable: true,
      description: 'Libellé of the level as published. Absent when not published.',
    }),
    registrationType: t.expose('registrationType', {
      type: RegistrationType,
      nullable: true,
      description: 'Type d’enregistrement. Absent when not published.',
    }),
    decisionOn: t.expose('decisionOn', {
      type: 'Date',
      nullable: true,
      description: 'Date de décision. Absent when not published.',
    }),
    effectiveOn: t.expose('effectiveOn', {
      type: 'Date',
      nullable: true,
      description: 'Date d’effet. Absent when not published.',
    }),
    validFrom: t.field({
      type: 'Date',
      nullable: true,
      description: 'Start of validity: date d’effet, else date de décision. Absent without either.',
      resolve: ({ effectiveOn, decisionOn }) => effectiveOn ?? decisionOn,
    }),
    registrationEndsOn: t.expose('registrationEndsOn', {
      type: 'Date',
      nullable: true,
      description:
        'Date d’échéance de l’enregistrement: the last active day. Absent on many old fiches.',
    }),
    publishedOn: t.expose('publishedOn', {
      type: 'Date',
      nullable: true,
      description: 'Date de publication of the fiche. Absent when not published.',
    }),
    lastJournalOn: t.expose('lastJournalOn', {
      type: 'Date',
      nullable: true,
      description: 'Date du dernier Journal officiel. Absent when not published.',
    }),
    deliveryLimitOn: t.expose('deliveryLimitOn', {
      type: 'Date',
      nullable: true,
      description: 'Date limite de délivrance. Absent when not published.',
    }),
    registrationYears: t.exposeInt('registrationYears', {
      nullable: true,
      description: 'Years. Durée d’enregistrement. Absent when not published.',
    }),
    validityYears: t.exposeInt('validityYears', {
      nullable: true,
      description: 'Years. Durée de validité of an RS certification. Absent when not published.',
    }),
    partnersMayExist: t.exposeBoolean('partnersMayExist', {
      nullable: true,
      description: 'Existence de partenaires: they may exist. Absent outside the feed.',
    }),
    newCaledonia: t.exposeBoolean('newCaledonia', {
      nullable: true,
      description: 'Inscrite au cadre de la Nouvelle-Calédonie. Absent when not published.',
    }),
    frenchPolynesia: t.exposeBoolean('frenchPolynesia', {
      nullable: true,
      description: 'Inscrite au cadre de la Polynésie française. Absent when not published.',
    }),
    descriptionLink: t.exposeString('descriptionLink', {
      nullable: true,
      description:
        'Lien internet vers le descriptif: free text, not always an address. Absent when empty.',
    }),
    levelYears: t.exposeIntList('levelYears', {
      description:
        'Années des promotions auxquelles le niveau est accordé: not the cohorts that have statistics.',
    }),
    partialValidation: t.exposeBoolean('partialValidation', {
      nullable: true,
      description: 'Validation partielle, RS. Absent when not published.',
    }),
    distinctBlockPrerequisites: t.exposeBoolean('distinctBlockPrerequisites', {
      nullable: true,
      description:
        'Prérequis distincts pour les blocs de compétences. Absent outside the fiche page.',
    }),
  }),
});

export const CertificationConnection = builder.connectionObject(
  {
    type: CertificationRef,
    name: 'CertificationConnection',
    description: 'A page of certifications.',
  },
  { name: 'CertificationEdge', description: 'A certification in a list.' },
);

builder.queryFields((t) => ({
  certification: t.field({
    type: CertificationRef,
    nullable: true,
    description: 'One certification. Absent when neither register has it.',
    args: {
      code: t.arg({
        type: 'RegisterCode',
        required: true,
        description: 'Its number, in any written form.',
      }),
      asOf: t.arg({ type: 'Date', description: AS_OF }),
    },
    resolve: (_root, { code, asOf }, context) =>
      loadCertification(context, code, asOfDay(asOf, context.today)),
  }),
  certifications: t.connection(
    {
      type: CertificationRef,
      description: 'Certifications of a filter; by relevance when it searches, else by code.',
      complexity: pageComplexity,
      args: {
        filter: t.arg({ type: CertificationFilter, description: 'Which certifications.' }),
        orderBy: t.arg({ type: [CertificationOrder], description: 'Their order.' }),
        asOf: t.arg({ type: 'Date', description: AS_OF }),
      },
      resolve: async (_root, args, context) => {
        const { db, today } = context;
        const asOf = asOfDay(args.asOf, today);
        const filter = await filterOf(args.filter, context, asOf);
        const orders = await ordersOf(args.orderBy, filter, context, asOf);
        const keys = certificationSortKeys(orders, filter);
        const page = await readPage(certifications(db, filter, asOf, orders), keys, args);
        return connectionOf(
          page,
          (row) => ({ ...row, asOf }),
          () => countCertifications(db, filter, asOf).executeTakeFirstOrThrow(),
        );
      },
    },
    CertificationConnection,
  ),
}));
