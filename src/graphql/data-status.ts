import { countFindings } from '../db/findings.ts';
import type { PublicationRecord } from '../db/publications.ts';
import { type RegisterCounts, registerCounts } from '../db/register-counts.ts';
import { daysBetween, type PlainDate } from '../domain/calendar.ts';
import { METHOD_VERSION } from '../domain/measure.ts';
import { attribution, demonstrationNotice, LICENCE } from '../domain/provenance.ts';
import { builder } from './builder.ts';
import { PublicationRef } from './publication.ts';
import { Register } from './register.ts';
import { type SourceModel, SourceRef } from './source.ts';

interface RegisterStatusModel extends RegisterCounts {
  readonly source: SourceModel | null;
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

const NoticeRef = builder.objectRef<typeof demonstrationNotice>('Notice').implement({
  description: 'A notice to readers, in both languages.',
  fields: (t) => ({
    fr: t.exposeString('fr', { description: 'In French.' }),
    en: t.exposeString('en', { description: 'In English.' }),
  }),
});

interface DataStatusModel {
  readonly publication: PublicationRecord;
  readonly sources: readonly SourceModel[];
}

/** The newest of some sources; null when there is none. */
function newest(sources: readonly SourceModel[]): SourceModel | null {
  return sources.toSorted((a, b) => (a.datedOn < b.datedOn ? -1 : 1)).at(-1) ?? null;
}

function newestExport({ sources }: DataStatusModel): SourceModel | null {
  return newest(sources.filter(({ kind }) => kind === 'FEED'));
}

function exportedOn(status: DataStatusModel): PlainDate | null {
  return newestExport(status)?.datedOn ?? null;
}

const DataStatusRef = builder.objectRef<DataStatusModel>('DataStatus').implement({
  description: 'What is served now: how fresh, how much, and under what terms.',
  fields: (t) => ({
    publication: t.expose('publication', {
      type: PublicationRef,
      description: 'The publication that answers.',
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
      resolve: (status, _args, { today }) => {
        const day = exportedOn(status);
        return day && daysBetween(day, today);
      },
    }),
    demonstration: t.boolean({
      description: 'Whether the demonstration register is served, which is fictitious.',
      resolve: ({ publication }) => publication.demonstration,
    }),
    notice: t.field({
      type: NoticeRef,
      nullable: true,
      description: 'What every answer must say of the data. Absent when they are the real ones.',
      resolve: ({ publication }) => (publication.demonstration ? demonstrationNotice : null),
    }),
    registers: t.field({
      type: [RegisterStatusRef],
      description: 'Counts per register, RNCP first; both, even when nothing of one was imported.',
      resolve: async ({ sources }, _args, { db, today }) =>
        (await registerCounts(db, today)).map((counts) => ({
          ...counts,
          source: sources.find(({ register }) => register === counts.register) ?? null,
        })),
    }),
    findingCount: t.int({
      description: 'Findings. All that the current publication has.',
      resolve: async (_status, _args, { db }) =>
        (await countFindings(db, {}).executeTakeFirstOrThrow()).count,
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
        'The mention that has to go with the figures, with the day of the newest source.',
      resolve: (status) => {
        const source = newestExport(status) ?? newest(status.sources);
        if (!source) throw new Error(`publication ${status.publication.id} has no source`);
        return attribution(source);
      },
    }),
    methodVersion: t.string({
      description: 'Version of the method that computed figures follow (docs/method.md).',
      resolve: () => METHOD_VERSION,
    }),
  }),
});

builder.queryField('dataStatus', (t) =>
  t.field({
    type: DataStatusRef,
    description: 'What is served now: how fresh, how much, and under what terms.',
    resolve: async (_root, _args, { publication, loaders }) => ({
      publication,
      sources: await loaders.publicationSources.load(publication.id),
    }),
  }),
);
