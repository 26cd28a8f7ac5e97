import type { Bilingual } from '../../domain/bilingual.ts';
import { daysBetween, type PlainDate } from '../../domain/calendar.ts';
import { CONTRACTS } from '../../domain/contracts.ts';
import { FIGURE_LIMITS, type RequestLimit } from '../../domain/limits.ts';
import { methodName } from '../../domain/method.ts';
import { demonstrationNotice, LICENCE } from '../../domain/provenance.ts';
import { attributionOf, citationOf, currentOf, newestExport } from '../../snapshot/provenance.ts';
import { type RegisterCounts, registerCounts } from '../../snapshot/register-counts.ts';
import type { Publication, Source } from '../../snapshot/snapshot.ts';
import { isServed } from '../../snapshot/surveys/survey-reading.ts';
import { Register } from '../certification/register.ts';
import { builder } from '../core/builder.ts';
import { viewOf } from '../core/context.ts';
import { andThen } from '../core/maybe.ts';
import { registersCounted } from '../cost/lists.ts';
import { ContractsRef } from './contracts.ts';
import { MethodRef } from './method.ts';
import { NoticeRef } from './notice.ts';
import { PublicationRef } from './publication.ts';
import { RefreshStatusRef } from './refresh-status.ts';
import { SourceRef } from './source.ts';

interface RegisterStatusModel extends RegisterCounts {
  readonly source: Source | null;
}

const RegisterStatusRef = builder.objectRef<RegisterStatusModel>('RegisterStatus').implement({
  description: 'What is served of one register, supplements included.',
  fields: (t) => ({
    register: t.expose('register', { type: Register, description: 'Which register.' }),
    certifications: t.exposeInt('certifications', { description: 'Certifications. All of them.' }),
    active: t.exposeInt('active', {
      description: 'Certifications. Those that are active today, by their end date.',
    }),
    blocks: t.exposeInt('blocks', { description: 'Blocks. Blocs de compétences.' }),
    cohorts: t.exposeInt('cohorts', { description: 'Cohorts. Promotions that have statistics.' }),
    certifiers: t.exposeInt('certifiers', {
      description: 'Rows. Lines of « Certificateurs », former ones included.',
    }),
    partners: t.exposeInt('partners', {
      description: 'Rows. Lines of « Partenaires », former ones included.',
    }),
    exportedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Day of its export. Absent when no export of it was imported.',
      resolve: ({ source }) => source?.datedOn ?? null,
    }),
    source: t.expose('source', {
      type: SourceRef,
      nullable: true,
      description: 'Its export. Absent when none was imported.',
    }),
  }),
});

const FigureLimitRef = builder
  .objectRef<{ readonly code: string; readonly text: Bilingual }>('FigureLimit')
  .implement({
    description: 'Something that the figures cannot say.',
    fields: (t) => ({
      code: t.exposeString('code', { description: 'Its code, which never changes.' }),
      text: t.expose('text', { type: NoticeRef, description: 'What it is.' }),
    }),
  });

const RequestLimitRef = builder.objectRef<RequestLimit>('RequestLimit').implement({
  description: 'A limit of what may be asked at once.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'Its name: that of the setting, if there is one.',
    }),
    value: t.exposeInt('value', { description: 'The limit, in what its text says.' }),
    text: t.expose('text', { type: NoticeRef, description: 'What it limits.' }),
    code: t.exposeString('code', {
      nullable: true,
      description:
        'Code of the error past it. Absent when there is none: the text says what happens.',
    }),
  }),
});

function exportedOn(publication: Publication): PlainDate | null {
  return newestExport(publication)?.datedOn ?? null;
}

const DataStatusRef = builder.objectRef<Publication>('DataStatus').implement({
  description: 'What is served now: how fresh, how much, and under what terms.',
  fields: (t) => ({
    publication: t.field({
      type: PublicationRef,
      description: 'The publication that answers.',
      resolve: (publication) => publication,
    }),
    exportedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Day of the newest export it holds. Absent when it holds none.',
      resolve: exportedOn,
    }),
    ageDays: t.int({
      nullable: true,
      description: 'Days. From the day of the newest export to today. Absent without an export.',
      resolve: (publication, _args, { today }) => {
        const day = exportedOn(publication);
        return day && daysBetween(day, today);
      },
    }),
    demonstration: t.boolean({
      description: 'Whether the demonstration register is served, which is fictitious.',
      resolve: ({ demonstration }) => demonstration,
    }),
    notice: t.field({
      type: NoticeRef,
      nullable: true,
      description: 'What every answer must say of the data. Absent when they are the real ones.',
      resolve: ({ demonstration }) => (demonstration ? demonstrationNotice : null),
    }),
    registers: t.field({
      type: [RegisterStatusRef],
      ...registersCounted,
      description: 'Counts per register, RNCP first; both, even when nothing of one was imported.',
      resolve: ({ sources }, _args, context) =>
        andThen(context.run(registerCounts(viewOf(context))), (registers) =>
          registers.map((counts) => ({
            ...counts,
            source: sources.find(({ register }) => register === counts.register) ?? null,
          })),
        ),
    }),
    findingCount: t.int({
      description: 'Findings. All that the current publication has.',
      resolve: (_publication, _args, { snapshot }) => snapshot.findings.count,
    }),
    databaseReachable: t.boolean({
      description:
        'Whether the database answers, by what was last seen of it, at most some seconds ago. When it does not, long texts, partners, legal references and searches fail with DATABASE_UNAVAILABLE; all else is answered from memory.',
      resolve: (_publication, _args, { services, access }) => {
        access.ofNow();
        return services.isDatabaseReachable();
      },
    }),
    surveysServed: t.boolean({
      description:
        'Whether surveys of holders are served: the operator has set the secret of this server, and those that are stored were imported with it.',
      resolve: (_publication, _args, { snapshot, services: { surveys } }) =>
        isServed(snapshot.surveys, surveys),
    }),
    refresh: t.field({
      type: RefreshStatusRef,
      nullable: true,
      description:
        'Where the refresh of the registers stands, seen at most some seconds ago. Absent before the first attempt.',
      resolve: (_publication, _args, { services, access }) => {
        access.ofNow();
        return services.refreshStatus();
      },
    }),
    licence: t.string({
      description: 'Licence of the registers of France compétences.',
      resolve: () => LICENCE.name,
    }),
    licenceUrl: t.string({
      description: 'Where the licence can be read.',
      resolve: () => LICENCE.url,
    }),
    attribution: t.string({
      description:
        'The mention that has to go with the figures, with the day of the export of each register.',
      resolve: attributionOf,
    }),
    citation: t.field({
      type: NoticeRef,
      description: 'How to cite the figures: method, publication, source and licence.',
      resolve: (publication, _args, { snapshot }) => citationOf(publication, snapshot.method),
    }),
    limits: t.field({
      type: [FigureLimitRef],
      description: 'What the figures cannot say, for whoever shows them.',
      resolve: () => Object.entries(FIGURE_LIMITS).map(([code, text]) => ({ code, text })),
    }),
    requestLimits: t.field({
      type: [RequestLimitRef],
      description: 'What may be asked of this server at once.',
      resolve: (_publication, _args, { services }) => services.requestLimits,
    }),
    methodVersion: t.string({
      description:
        'Version of the method that computed figures follow (docs/method.md), and what was chosen otherwise than it says.',
      resolve: (_publication, _args, { snapshot }) => methodName(snapshot.method),
    }),
    method: t.field({
      type: MethodRef,
      description: 'What the method leaves to whoever runs the server, as it is chosen here.',
      resolve: (_publication, _args, { snapshot }) => snapshot.method,
    }),
    contracts: t.field({
      type: ContractsRef,
      description: 'Numbers of the contracts that this server keeps.',
      resolve: () => CONTRACTS,
    }),
  }),
});

builder.queryField('dataStatus', (t) =>
  t.field({
    type: DataStatusRef,
    description: 'What is served now: how fresh, how much, and under what terms.',
    resolve: (_root, _args, { snapshot }) => currentOf(snapshot),
  }),
);
