import type { CONTRACTS } from '../../domain/contracts.ts';
import { builder } from '../core/builder.ts';

export const ContractsRef = builder.objectRef<typeof CONTRACTS>('Contracts').implement({
  description:
    'Numbers of what this server promises to those who read it, major.minor.patch: wording raises the last, additions the second, what breaks readers the first (docs/contracts.md).',
  fields: (t) => ({
    schema: t.exposeString('schema', { description: 'That of this schema.' }),
    datasets: t.exposeString('datasets', {
      description: 'That of reports and their files, and of the rows of the field report.',
    }),
    bi: t.exposeString('bi', { description: 'That of the tables of the schema bi.' }),
  }),
});
