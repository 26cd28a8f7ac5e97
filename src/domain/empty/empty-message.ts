import type { Bilingual } from '../bilingual.ts';
import { INDICATOR_LABELS, STATUS_LABELS } from '../code-labels.ts';
import type { RateSource } from '../rate/rate-source.ts';
import type { EmptyAnswer, EmptyCondition, EmptyFigure, ListNoun } from './empty-answer.ts';

interface NounText {
  readonly one: string;
  readonly many: string;
}

interface NounTexts {
  readonly en: NounText;
  readonly fr: NounText & { readonly none: 'aucun' | 'aucune' };
}

const noun = (en: NounText, none: 'aucun' | 'aucune', fr: NounText): NounTexts => ({
  ...{ en, fr: { ...fr, none } },
});

const NOUNS: Readonly<Record<ListNoun, NounTexts>> = {
  CERTIFICATIONS: noun({ one: 'certification', many: 'certifications' }, 'aucune', {
    ...{ one: 'certification', many: 'certifications' },
  }),
  COHORTS: noun({ one: 'cohort', many: 'cohorts' }, 'aucune', {
    ...{ one: 'promotion', many: 'promotions' },
  }),
  BLOCKS: noun({ one: 'block', many: 'blocks' }, 'aucun', { one: 'bloc', many: 'blocs' }),
  CERTIFIERS: noun({ one: 'certifying body', many: 'certifying bodies' }, 'aucun', {
    ...{ one: 'certificateur', many: 'certificateurs' },
  }),
  CODES: noun({ one: 'code', many: 'codes' }, 'aucun', { one: 'code', many: 'codes' }),
  FINDINGS: noun({ one: 'finding', many: 'findings' }, 'aucune', {
    ...{ one: 'anomalie', many: 'anomalies' },
  }),
  GROUPS: noun({ one: 'group', many: 'groups' }, 'aucun', { one: 'groupe', many: 'groupes' }),
  PARTNERS: noun({ one: 'partner', many: 'partners' }, 'aucun', {
    ...{ one: 'partenaire', many: 'partenaires' },
  }),
};

/** Conditions, and sets of conditions, that a message tells of. */
const MOST_TOLD = 3;

/** What a message is made of. */
type MessageParts = Omit<EmptyAnswer, 'message'> & {
  /** Conditions whose source was not imported. */
  readonly away: readonly Away[];
};

/** The reason in words: what is empty, what excludes all, and what remains without it. */
export function emptyMessage(parts: MessageParts): Bilingual {
  const { reason, of, rows, conditions } = parts;
  const { en, fr } = NOUNS[of];
  if (reason === 'SOURCE_AWAY') {
    return joined(parts.away.map(awayText), { en: '; ', fr: ' ; ' });
  }
  if (rows === 0) {
    const day = conditions.find(isDay);
    if (reason === 'HIDDEN_UNDER_AS_OF' && day) {
      return {
        en: `no ${en.one} had begun by ${day.given}`,
        fr: `${fr.none} ${fr.one} n’avait commencé au ${day.given}`,
      };
    }
    return {
      en: `there are no ${en.many} here, whatever is asked`,
      fr: `il n’y a ici ${fr.none} ${fr.one}, quoi qu’on demande`,
    };
  }
  const texts = leftOutTexts(parts);
  const none = {
    en: `none of ${rows} ${rows === 1 ? en.one : en.many} meets all conditions`,
    fr: `${fr.none} ${rows === 1 ? fr.one : `des ${rows} ${fr.many}`} ne remplit toutes les conditions`,
  };
  if (texts.length === 0) return none;
  const rest = joined(texts, { en: '; ', fr: ' ; ' });
  return { en: `${none.en}: ${rest.en}`, fr: `${none.fr} : ${rest.fr}` };
}

/** A condition whose source was not imported; null for the list itself. */
export interface Away {
  readonly condition: { readonly condition: string; readonly given: unknown } | null;
  readonly text: Bilingual;
}

function awayText({ condition, text }: Away): Bilingual {
  if (!condition) return text;
  const of = `${condition.condition} (${givenText(condition.given)})`;
  return { en: `${of}: ${text.en}`, fr: `${of} : ${text.fr}` };
}

/** The day that was asked for is a condition of its own, under the name each door has for it. */
function isDay({ condition }: EmptyCondition): boolean {
  return condition === 'asOf' || condition === 'as_of';
}

function leftOutTexts({ leaveOut, conditions }: Pick<MessageParts, 'leaveOut' | 'conditions'>) {
  const known = new Map(conditions.map((each) => [each.condition, each]));
  return leaveOut.slice(0, MOST_TOLD).map(({ conditions: names, remaining }): Bilingual => {
    const of = names.flatMap((name) => known.get(name) ?? []);
    const list = of.map((each) => `${each.condition} (${givenText(each.given)})`);
    const [only] = of;
    const having = only && of.length === 1 ? havingText(only) : { en: '', fr: '' };
    const remain = remaining === 1 ? 'remains' : 'remain';
    return {
      en: `without ${list.join(' and ')}, ${remaining} ${remain}${having.en}`,
      fr: `sans ${list.join(' ni ')}, il en reste ${remaining}${having.fr}`,
    };
  });
}

/** What those that remain have in place of what was given. */
function havingText({ condition, nearest, exists }: EmptyCondition): Bilingual {
  const name = condition.split('.').at(-1);
  if (exists) {
    const { from, to } = exists;
    if (from === to) return { en: ` (with ${name} ${from})`, fr: ` (avec ${name} ${from})` };
    return { en: ` (with ${name} ${from} to ${to})`, fr: ` (avec ${name} ${from} à ${to})` };
  }
  if (nearest.length === 0) return { en: '', fr: '' };
  const list = nearest.join(', ');
  return { en: ` (with ${name} ${list})`, fr: ` (avec ${name} ${list})` };
}

function givenText(given: unknown): string {
  if (Array.isArray(given)) return given.map(givenText).join(', ');
  if (typeof given !== 'object' || given === null) return String(given);
  return Object.entries(given)
    .map(([name, value]) => `${name} ${givenText(value)}`)
    .join(', ');
}

function joined(texts: readonly Bilingual[], between: Bilingual): Bilingual {
  const unique = (language: keyof Bilingual) => [...new Set(texts.map((text) => text[language]))];
  return { en: unique('en').join(between.en), fr: unique('fr').join(between.fr) };
}

/** Why there is no rate, by what was asked for. */
const NO_RATE: Readonly<Record<RateSource, Bilingual>> = {
  REGISTER: {
    en: 'there are rows, and none has a rate that can be pooled, which one of the RNCP with a number of certified can',
    fr: 'il y a des lignes, et aucune n’a de taux qui puisse être regroupé, ce que peut celui du RNCP avec un nombre de certifiés',
  },
  SURVEY: {
    en: 'there are rows, and no survey of them with a rate that everybody may see. What the register says',
    fr: 'il y a des lignes, et aucune enquête dont le taux peut être vu de tous. Ce que dit le répertoire',
  },
  BEST: {
    en: 'there are rows, and no rate: none that is published can be pooled, which one of the RNCP with a number of certified can, and no survey has one that everybody may see',
    fr: 'il y a des lignes, et aucun taux : aucun de ceux qui sont publiés ne peut être regroupé, ce que peut celui du RNCP avec un nombre de certifiés, et aucune enquête n’en a un qui peut être vu de tous',
  },
};

/** Rows whose rates are all absent, and why: cohorts by status. */
export function noFigure(
  of: ListNoun,
  { rows, figures, source }: Pick<EmptyAnswer, 'rows' | 'figures'> & { source: RateSource },
): EmptyAnswer {
  const why = NO_RATE[source];
  return {
    ...{ reason: 'NO_FIGURE', of, rows, figures, conditions: [], leaveOut: [] },
    message: {
      en: `${why.en}: ${figures.map((each) => figureText(each, 'en')).join('; ')}`,
      fr: `${why.fr} : ${figures.map((each) => figureText(each, 'fr')).join(' ; ')}`,
    },
  };
}

/** Nothing of what a list is of, though what it belongs to is there. */
export function nothingThere(of: ListNoun): EmptyAnswer {
  const answer = {
    ...{ reason: 'NOTHING_THERE' as const, of, rows: 0, conditions: [], leaveOut: [], figures: [] },
  };
  return { ...answer, message: emptyMessage({ ...answer, away: [] }) };
}

/** No cohort of a certification is published. */
export function noCohorts(code: string): EmptyAnswer {
  return {
    ...nothingThere('COHORTS'),
    message: {
      en: `no cohort of ${code} is published`,
      fr: `aucune promotion de ${code} n’est publiée`,
    },
  };
}

function figureText({ indicator, statuses }: EmptyFigure, language: keyof Bilingual): string {
  const counts = statuses.map(
    ({ status, cohorts }) => `${STATUS_LABELS[status][language]} ${cohorts}`,
  );
  const none = { en: 'no cohort', fr: 'aucune promotion' };
  const name = INDICATOR_LABELS[indicator][language];
  return `${name} (${counts.length === 0 ? none[language] : counts.join(', ')})`;
}
