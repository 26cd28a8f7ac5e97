import type { Bilingual } from '../../domain/bilingual.ts';
import { measureDescription } from '../../domain/measures/measure-catalogue.ts';
import { CONTRACT_CODES, RESPONSE_STATUSES } from '../../domain/survey/codes.ts';
import type { SurveyCount, SurveyCounts } from '../../domain/survey/counts.ts';
import { SITUATIONS } from '../../domain/survey/situation.ts';
import { percentOf } from '../../domain/survey/survey-rates.ts';
import { builder } from '../core/builder.ts';
import { labelField, textIn } from '../core/language.ts';

interface CodeCount {
  readonly code: string;
  readonly label: Bilingual;
  readonly count: number;
}

const CodeCountRef = builder.objectRef<CodeCount>('SurveyCodeCount').implement({
  description: 'How many holders have a code.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code of the survey’s layout.' }),
    label: labelField(t, 'What the code is called.', ({ label }, language) =>
      textIn(label, language),
    ),
    count: t.exposeInt('count', { description: measureDescription('SURVEY_CODE_COUNT') }),
  }),
});

interface Share {
  readonly part: number;
  readonly base: number;
}

const ShareRef = builder.objectRef<Share>('SurveyShare').implement({
  description: 'A share of the employed, on a base of its own.',
  fields: (t) => ({
    value: t.field({
      type: 'Percentage',
      nullable: true,
      description: measureDescription('SURVEY_SHARE'),
      resolve: ({ part, base }) => percentOf(part, base),
    }),
    base: t.exposeInt('base', { description: measureDescription('SURVEY_SHARE_BASE') }),
  }),
});

type Counted<Code extends string> = Readonly<Partial<Record<Code, SurveyCount>>>;

const SITUATION_COUNTS: Counted<keyof typeof SITUATIONS> = {
  RECHERCHE: 'searching',
  INACTIF: 'inactive',
  STAGE_VOLONTARIAT: 'interning',
  POURSUITE_ETUDES: 'studying',
  ALTERNANCE: 'workStudy',
  INCAPACITE: 'unable',
  HORS_FRANCE: 'abroad',
  EMPLOI: 'employed',
};

const CONTRACT_COUNTS: Counted<keyof typeof CONTRACT_CODES> = {
  CDI: 'permanent',
  CDD: 'fixedTerm',
  INTERIM: 'temporary',
  FONCTION_PUBLIQUE: 'civilServant',
  CONTRACTUEL_PUBLIC: 'publicContract',
  INDEPENDANT: 'selfEmployed',
  AUTRE: 'otherContract',
};

const STATUS_COUNTS: Counted<keyof typeof RESPONSE_STATUSES> = {
  REPONDU: 'respondents',
  INJOIGNABLE: 'unreachable',
  REFUS: 'refused',
  NON_ENQUETE: 'notAsked',
};

function codeCounts<Code extends string>(
  counts: SurveyCounts,
  labels: Readonly<Record<Code, Bilingual>>,
  counted: Counted<Code>,
): CodeCount[] {
  return (Object.keys(labels) as Code[]).flatMap((code) => {
    const name = counted[code];
    return name === undefined ? [] : [{ code, label: labels[code], count: counts[name] }];
  });
}

export const SurveyDetailsRef = builder.objectRef<SurveyCounts>('SurveyDetails').implement({
  description: 'Details for readers who see the survey in full.',
  fields: (t) => ({
    answers: t.field({
      type: [CodeCountRef],
      description: 'Holders by status of their answer.',
      resolve: (counts) => codeCounts(counts, RESPONSE_STATUSES, STATUS_COUNTS),
    }),
    situations: t.field({
      type: [CodeCountRef],
      description:
        'Respondents by situation. Employed abroad counts as employed where the certification is flagged as international.',
      resolve: (counts) => codeCounts(counts, SITUATIONS, SITUATION_COUNTS),
    }),
    contracts: t.field({
      type: [CodeCountRef],
      description: 'Employed respondents by contract, where it is known.',
      resolve: (counts) => codeCounts(counts, CONTRACT_CODES, CONTRACT_COUNTS),
    }),
    stable: t.field({
      type: ShareRef,
      description:
        'In stable employment: permanent, civil servant, fixed term of more than 6 months, or self-employed.',
      resolve: ({ stable: part, stableBase: base }) => ({ part, base }),
    }),
    fullTime: t.field({
      type: ShareRef,
      description: 'Full time.',
      resolve: ({ fullTime: part, fullTimeBase: base }) => ({ part, base }),
    }),
    managers: t.field({
      type: ShareRef,
      description: 'Cadres; those of whom a category makes no sense are not in the base.',
      resolve: ({ managers: part, managersBase: base }) => ({ part, base }),
    }),
    outsideRegion: t.field({
      type: ShareRef,
      description: 'With a job outside the region of the training.',
      resolve: ({ outsideRegion: part, outsideRegionBase: base }) => ({ part, base }),
    }),
    targetUnknown: t.exposeInt('targetUnknown', {
      description: `${measureDescription('SURVEY_CODE_COUNT')} Employed respondents of whom it is not known whether the job is in the target occupation.`,
    }),
  }),
});
