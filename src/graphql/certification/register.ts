import { builder } from '../core/builder.ts';

export const Register = builder.enumType('Register', {
  description: 'A register of France compétences.',
  values: {
    RNCP: {
      description: 'Répertoire national des certifications professionnelles: whole occupations.',
    },
    RS: { description: 'Répertoire spécifique: complementary skills and authorisations.' },
  },
});

export const RegistrationType = builder.enumType('RegistrationType', {
  description: 'How a certification came to the register (type d’enregistrement).',
  values: {
    BY_LAW: { description: 'Enregistrement de droit: state diplomas and the like.' },
    ON_REQUEST: { description: 'Enregistrement sur demande of the certifying body.' },
  },
});
