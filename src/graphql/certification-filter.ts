import type { CertificationFilter as Filter } from '../db/certification-filter.ts';
import type { CertificationOrderField as OrderField } from '../db/certifications.ts';
import {
  parseFormacode,
  parseLevel,
  parseOccupationCode,
  parseSpecialityCode,
} from '../domain/nomenclature.ts';
import { AccessRouteKind } from './access-route.ts';
import { builder } from './builder.ts';
import { orderInput } from './connection.ts';
import { Indicator } from './insertion-indicator.ts';
import { DateRange, IntRange } from './ranges.ts';
import { Register, RegistrationType } from './register.ts';
import { textArgument } from './text-argument.ts';

export const CertificationFilter = builder.inputType('CertificationFilter', {
  description:
    'Which certifications. An absent field restricts nothing; lists mean "any of", ranges include both ends. `cohortYear`, `certified`, `has` and `lacks` are met by one and the same cohort.',
  fields: (t) => ({
    register: t.field({ type: Register, description: 'Of one register.' }),
    active: t.boolean({ description: 'Active on the as-of day, or not.' }),
    codes: t.field({ type: ['RegisterCode'], description: 'Numbers of fiches.' }),
    levels: t.intList({ description: 'Niveaux de qualification, 1 to 8.' }),
    specialities: t.stringList({
      description: 'NSF codes, or their first characters: `32` means all that starts with 32.',
    }),
    occupations: t.stringList({
      description: 'ROME codes, or their first characters: `M18` means all that starts with M18.',
    }),
    formacodes: t.stringList({ description: 'Formacodes, whole.' }),
    certifiers: t.field({
      type: ['Siren'],
      description: 'SIREN of certifying bodies in force; former ones do not count.',
    }),
    registrationTypes: t.field({
      type: [RegistrationType],
      description: 'Types d’enregistrement.',
    }),
    registrationEnds: t.field({
      type: DateRange,
      description: 'End date between two days; a fiche without an end date is left out.',
    }),
    abbreviations: t.stringList({ description: 'Abrégés (TP, BTS…), in any case.' }),
    accessRoutes: t.field({ type: [AccessRouteKind], description: 'Open access routes.' }),
    cohortYear: t.field({ type: IntRange, description: 'Has a cohort of these years.' }),
    certified: t.field({ type: IntRange, description: 'Has a cohort with so many certified.' }),
    has: t.field({
      type: [Indicator],
      description: 'Has a cohort that publishes all these rates.',
    }),
    lacks: t.field({
      type: [Indicator],
      description: 'Has a cohort that publishes none of these rates.',
    }),
    search: t.string({
      description:
        'French full text over title, occupations, blocks and skills, whatever the accents, the case and the endings; "quoted phrases", `or` and `-without` are understood. When no certification has the words, titles that are written alike.',
    }),
  }),
});

/** The filter of an argument, its codes checked; an empty one when it was not given. */
export function filterOf(input: typeof CertificationFilter.$inferInput | null | undefined): Filter {
  const filter = input ?? {};
  return {
    ...filter,
    levels: filter.levels?.map(parseLevel),
    specialities: filter.specialities?.map(parseSpecialityCode),
    occupations: filter.occupations?.map(parseOccupationCode),
    formacodes: filter.formacodes?.map(parseFormacode),
    abbreviations: filter.abbreviations?.map((code) => textArgument('abbreviations', code) ?? ''),
    search: textArgument('search', filter.search),
  };
}

const CertificationOrderField = builder.enumType('CertificationOrderField', {
  description: 'What certifications are ordered by.',
  values: {
    CODE: { description: 'Register, then number.' },
    TITLE: { description: 'Intitulé, whatever the accents and the case.' },
    LEVEL: { description: 'Niveau de qualification.' },
    ABBREVIATION: { description: 'Abrégé.' },
    REGISTRATION_ENDS_ON: { description: 'Date d’échéance de l’enregistrement.' },
    VALID_FROM: { description: 'Date d’effet, else date de décision.' },
    PUBLISHED_ON: { description: 'Date de publication.' },
    LAST_COHORT_YEAR: { description: 'Year of the newest cohort with statistics.' },
    RELEVANCE: { description: 'How well the search is answered; without a search, nothing.' },
  } satisfies Record<OrderField, { description: string }>,
});

export const CertificationOrder = orderInput(
  'CertificationOrder',
  CertificationOrderField,
  'One thing to order by; ties are broken by register and number.',
);
