import type { Bilingual } from '../../domain/bilingual.ts';
import { builder } from '../core/builder.ts';

export const NoticeRef = builder.objectRef<Bilingual>('Notice').implement({
  description: 'A notice to readers, in both languages.',
  fields: (t) => ({
    fr: t.exposeString('fr', { description: 'In French.' }),
    en: t.exposeString('en', { description: 'In English.' }),
  }),
});
