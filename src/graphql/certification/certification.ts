import { filteredCertifications } from '../../snapshot/list/certification-list.ts';
import { CertificationRow } from '../../snapshot/rows/certification-row.ts';
import { certificationOf } from '../../snapshot/rows/lookup.ts';
import { KNOWN_ON, PUBLICATION } from '../core/asked-publication.ts';
import { builder } from '../core/builder.ts';
import { connectionOf } from '../core/connection.ts';
import { AS_OF, viewOf } from '../core/context.ts';
import { andThen } from '../core/maybe.ts';
import { lookedUp, ofCertifications, pages } from '../cost/lists.ts';
import { isEmptyList, noteEmpty, noteUnknown } from '../empty/empty-answers.ts';
import { explainCertifications } from '../empty/filter-parts.ts';
import { CertificationFilter, filterOf } from './certification-filter.ts';
import { CertificationOrder, ordersOf } from './certification-order.ts';
import { Register, RegistrationType } from './register.ts';

export const CertificationRef = builder.objectRef<CertificationRow>('Certification');

builder.node(CertificationRef, {
  description: 'A certification (fiche) of the RNCP or the RS.',
  id: {
    resolve: ({ code }) => code,
    description: 'Opaque identifier: give it back to `node`.',
  },
  loadManyWithoutCache: (codes, context) =>
    codes.map((code) => certificationOf(viewOf(context), code)),
  fields: (t) => ({
    code: t.expose('code', {
      type: 'RegisterCode',
      description: 'Numéro de fiche.',
    }),
    register: t.expose('register', {
      type: Register,
      description: 'Register of the fiche.',
    }),
    number: t.exposeInt('number', {
      description: 'Number of the fiche in its register, without prefix.',
    }),
    sheetId: t.exposeInt('sheetId', {
      nullable: true,
      description:
        'Technical number (ID_FICHE). Absent when only a fiche page or figures are known.',
    }),
    title: t.exposeString('title', {
      description: 'Intitulé.',
    }),
    abbreviation: t.exposeString('abbreviation', {
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
    active: t.exposeBoolean('active', {
      description:
        'Whether the registration is active on the as-of day: up to and including its end date; without one, as the register’s flag says; false as well where neither is known, which `activeFlag` and `registrationEndsOn` tell.',
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
    validFrom: t.expose('validFrom', {
      type: 'Date',
      nullable: true,
      description: 'Start of validity: date d’effet, else date de décision. Absent without either.',
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
    ...lookedUp,
    nullable: true,
    description: 'One certification. Absent when neither register has it.',
    args: {
      code: t.arg({
        type: 'RegisterCode',
        required: true,
        description: 'Its number, in any written form.',
      }),
      asOf: t.arg({ type: 'Date', description: AS_OF }),
      publication: t.arg(PUBLICATION),
      knownOn: t.arg(KNOWN_ON),
    },
    resolve: (_root, { code, asOf }, context, info) => {
      const view = viewOf(context, asOf);
      const found = certificationOf(view, code);
      if (!found) noteUnknown(context, info, 'certification', ['code', code]);
      return found;
    },
  }),
  certifications: t.connection(
    {
      type: CertificationRef,
      description: 'Certifications of a filter; by relevance when it searches, else by code.',
      ...pages(ofCertifications),
      args: {
        filter: t.arg({ type: CertificationFilter, description: 'Which certifications.' }),
        orderBy: t.arg({ type: [CertificationOrder], description: 'Their order.' }),
        asOf: t.arg({ type: 'Date', description: AS_OF }),
        publication: t.arg(PUBLICATION),
        knownOn: t.arg(KNOWN_ON),
      },
      resolve: (_root, args, context, info) => {
        const view = viewOf(context, args.asOf);
        return andThen(filterOf(args.filter, context, view), (found) =>
          andThen(ordersOf(args.orderBy, found, context, view), (orders) =>
            andThen(context.run(filteredCertifications(view, found.filter, orders)), (list) => {
              const connection = connectionOf(list, args, (row) => new CertificationRow(view, row));
              if (isEmptyList(connection)) {
                noteEmpty(context, info, () =>
                  explainCertifications(args, { found, view, context }),
                );
              }
              return { ...connection, comparisons: found.comparisons };
            }),
          ),
        );
      },
    },
    CertificationConnection,
  ),
}));
