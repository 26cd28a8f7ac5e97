import { alike, type Bilingual } from '../bilingual.ts';

/** The source of a measure that a section of the page about surveys defines. */
export function surveySection(name: string): Bilingual {
  return alike(`docs/surveys.md#${name}`);
}

/** Of what may be suppressed. */
export const SUPPRESSED: Bilingual = {
  fr: 'absent quand il n’y a pas d’enquête, ou que le chiffre est masqué\u00a0: le statut dit pourquoi',
  en: 'absent when there is no survey, or the figure is suppressed: the status says why',
};

/** Of what also needs somebody in the base. */
export const NO_BASE: Bilingual = {
  fr: 'absent quand personne n’est dans le dénominateur, quand il n’y a pas d’enquête, ou que le chiffre est masqué',
  en: 'absent when nobody is in the denominator, when there is no survey, or the figure is suppressed',
};

/** Of what is for readers who see all of a survey. */
export const IN_FULL: Bilingual = {
  fr: 'absent pour qui ne lit pas l’enquête entière, et quand personne n’est dans le dénominateur',
  en: 'absent for who does not read the survey in full, and when nobody is in the denominator',
};
