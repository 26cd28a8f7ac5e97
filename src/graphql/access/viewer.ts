import type { Reader, ReaderRole as Role } from '../../domain/access/reader.ts';
import { builder } from '../core/builder.ts';

const ReaderRole = builder.enumType('ReaderRole', {
  description: 'What a reader may see of surveys beside what everybody may.',
  values: {
    PUBLIC: { description: 'Nothing: who gave neither key nor token, or one without a role.' },
    BODY: {
      description: 'The surveys of its own SIREN: a certifying body (organisme certificateur).',
    },
    EXAMINER: { description: 'Those of the certifications assigned to it (instructeur).' },
    OPERATOR: { description: 'All: whoever runs the server.' },
  } satisfies Record<Role, { description: string }>,
});

const ViewerRef = builder.objectRef<Reader>('Viewer').implement({
  description: 'Who asks, as this server sees it.',
  fields: (t) => ({
    role: t.expose('role', { type: ReaderRole, description: 'What it may see.' }),
    name: t.string({
      nullable: true,
      description: 'Name of its key, or subject of its token. Absent of who has no role.',
      resolve: (reader) => (reader.role === 'PUBLIC' ? null : reader.name),
    }),
    siren: t.field({
      type: 'Siren',
      nullable: true,
      description: 'SIREN of a certifying body. Absent of all others.',
      resolve: (reader) => (reader.role === 'BODY' ? reader.siren : null),
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerRef,
    description:
      'Who asks, as this server sees it, by key or token. An answer with it is for that reader alone.',
    resolve: (_root, _args, { access }) => access.reader,
  }),
);
