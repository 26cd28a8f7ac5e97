import { LEVELS, type Level } from '../../domain/certification/level.ts';
import { builder } from '../core/builder.ts';

const LevelRef = builder.objectRef<Level>('Level').implement({
  description:
    'A level of qualification (niveau de qualification) of the national framework (cadre national des certifications professionnelles).',
  fields: (t) => ({
    level: t.exposeInt('level', {
      description: '1 to 8, the same number in the European framework (CEC).',
    }),
    code: t.exposeString('code', { description: 'Code in NOMENCLATURE_EUROPE: NIV6.' }),
    label: t.exposeString('labelFr', { description: 'Libellé.' }),
    usualDiplomas: t.exposeString('usualDiplomasFr', {
      nullable: true,
      description: 'Diplômes usuels. Absent where the RNCP has none of note.',
    }),
    formerLevel: t.exposeString('formerLevel', {
      nullable: true,
      description: 'Niveau in the nomenclature of 1969. Absent where it had none.',
    }),
  }),
});

builder.queryField('levels', (t) =>
  t.field({
    type: [LevelRef],
    description: 'All levels of qualification, lowest first.',
    resolve: () => LEVELS,
  }),
);
