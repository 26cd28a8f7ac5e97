import type { Bilingual } from '../../domain/bilingual.ts';
import { parsePlainDate } from '../../domain/calendar.ts';
import { parseRegisterCode } from '../../domain/certification/register-code.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import { parseSiren } from '../../domain/nomenclature/siret.ts';
import { roundPercentage } from '../../domain/rounding.ts';
import { parseYearSelection } from '../../domain/year-selection.ts';
import { builder } from './builder.ts';

builder.scalarType('Date', {
  description: 'A day in Paris, `YYYY-MM-DD`.',
  serialize: (day) => day,
  parseValue: (value) => parsePlainDate(text({ en: 'a day', fr: 'un jour' }, value)),
});

builder.scalarType('DateTime', {
  description: 'An instant, ISO 8601 in UTC.',
  serialize: (instant) => instant.toISOString(),
  parseValue: () => {
    throw new BadUserInputError({
      en: 'an instant is only ever answered, not asked for',
      fr: 'un instant se lit dans une réponse et ne se donne pas',
    });
  },
});

builder.scalarType('Percentage', {
  description:
    'Percent, 0 to 100. Rounded to two decimals, half away from zero, after every decision was taken on the unrounded value.',
  serialize: (value) => roundPercentage(value),
  parseValue: (value) => {
    if (typeof value === 'number' && value >= 0 && value <= 100) return value;
    throw new BadUserInputError({
      en: `${JSON.stringify(value)} is not a percentage: give 0 to 100`,
      fr: `${JSON.stringify(value)} n’est pas un pourcentage : donnez 0 à 100`,
    });
  },
});

builder.scalarType('YearSelection', {
  description:
    'Years of cohorts: `latest(3)`, the newest three years that there are cohorts of; `from(2019)`, `to(2021)`, `range(2019,2021)`, both ends included; or one year, `2021`.',
  serialize: (selection) => selection,
  parseValue: (value) => {
    const given = text({ en: 'a selection of years', fr: 'une sélection d’années' }, value);
    parseYearSelection('YearSelection', given);
    return given;
  },
});

builder.scalarType('RegisterCode', {
  description:
    'The number of a fiche (numéro de fiche): `RNCP35746`, `RS6232`. Asked for, it may also be written `35746` (RNCP is meant), `rncp 35746`, `RNCP-35746`, or as the address of the public page.',
  serialize: (code) => code,
  parseValue: (value) =>
    parseRegisterCode(
      typeof value === 'number'
        ? String(value)
        : text({ en: 'a register code', fr: 'un numéro de fiche' }, value),
    ),
});

builder.scalarType('Siren', {
  description:
    'SIREN, the nine digits of a legal unit (unité légale). Asked for, it may hold spaces.',
  serialize: (siren) => siren,
  parseValue: (value) => parseSiren(text({ en: 'a SIREN', fr: 'un SIREN' }, value)),
});

function text(what: Bilingual, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new BadUserInputError({
    en: `${JSON.stringify(value)} is not ${what.en}: give it as text`,
    fr: `${JSON.stringify(value)} n’est pas ${what.fr} : donnez un texte`,
  });
}
