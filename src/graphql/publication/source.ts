import type { Snapshot, Source } from '../../snapshot/snapshot.ts';
import { CertificationRef } from '../certification/certification.ts';
import { Register } from '../certification/register.ts';
import { builder } from '../core/builder.ts';
import { SourceKind } from './provenance.ts';

/** The sources of the given numbers, in their order. */
export function sourcesOf({ sources }: Snapshot, ids: readonly number[]): Source[] {
  return ids.map((id) => {
    const source = sources.get(id);
    if (!source) throw new Error(`source ${id} is not there`);
    return source;
  });
}

interface UnknownElement {
  readonly path: string;
  readonly count: number;
}

const UnknownElementRef = builder.objectRef<UnknownElement>('UnknownElement').implement({
  description: 'An element of an export that its published layout does not have.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'Path of the element in the file.' }),
    count: t.exposeInt('count', { description: 'Times. How often it was met.' }),
  }),
});

export const SourceRef = builder.objectRef<Source>('Source').implement({
  description: 'A file that was imported, and what it brought in.',
  fields: (t) => ({
    kind: t.expose('kind', { type: SourceKind, description: 'Kind of source.' }),
    register: t.expose('register', {
      type: Register,
      nullable: true,
      description: 'Register that an export is of. Absent for a fiche page or a statistics file.',
    }),
    fileName: t.exposeString('fileName', { description: 'Name of the file.' }),
    sha256: t.exposeString('sha256', { description: 'SHA-256 of the file, in hexadecimal.' }),
    bytes: t.exposeFloat('bytes', { description: 'Bytes. Size of the file as it was given.' }),
    flowVersion: t.exposeString('flowVersion', {
      nullable: true,
      description: 'Version du flux (VERSION_FLUX). Absent for what is no export.',
    }),
    datedOn: t.expose('datedOn', { type: 'Date', description: 'Day the data are of.' }),
    importedAt: t.expose('importedAt', { type: 'DateTime', description: 'When it was imported.' }),
    demonstration: t.exposeBoolean('demonstration', {
      description: 'Whether it is a part of the demonstration register, which is fictitious.',
    }),
    certifications: t.exposeInt('certifications', {
      description: 'Certifications. Those that it brought in.',
    }),
    blocks: t.exposeInt('blocks', { description: 'Blocks. Those that it brought in.' }),
    cohorts: t.exposeInt('cohorts', { description: 'Cohorts. Those that it brought in.' }),
    certifiers: t.exposeInt('certifiers', {
      description: 'Rows. Lines of « Certificateurs » that it brought in.',
    }),
    partners: t.exposeInt('partners', {
      description: 'Rows. Lines of « Partenaires » that it brought in.',
    }),
    refusedFiches: t.exposeInt('refusedFiches', {
      description: 'Fiches. Those that could not be read; each is a finding.',
    }),
    refusedValues: t.exposeInt('refusedValues', {
      description: 'Values. Those that could not be read; each is a finding.',
    }),
    unknownElements: t.field({
      type: [UnknownElementRef],
      description:
        'Elements that the published layout does not have, by path; none is dropped unseen.',
      resolve: ({ unknownElements }) =>
        Object.entries(unknownElements)
          .map(([path, count]) => ({ path, count }))
          .toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    }),
  }),
});

builder.objectField(CertificationRef, 'sources', (t) =>
  t.field({
    type: [SourceRef],
    description:
      'Where the certification was read: the export or the page that gives the fiche, and the supplements that speak of it; oldest first.',
    resolve: ({ view: { snapshot }, row }) => {
      const { sourceId, supplements } = snapshot.certifications;
      const ids = new Set([sourceId[row] ?? 0, ...(supplements.get(row) ?? [])]);
      return sourcesOf(
        snapshot,
        [...ids].sort((a, b) => a - b),
      );
    },
  }),
);
