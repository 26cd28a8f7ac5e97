import type { Bilingual } from '../../domain/bilingual.ts';
import type { PayFigures, SurveyDimension } from '../../domain/survey/cohort-figures.ts';
import type { SurveyCount, SurveyCounts } from '../../domain/survey/counts.ts';
import { percentOf } from '../../domain/survey/survey-rates.ts';
import { measure } from '../columns.ts';
import type { Column } from '../dataset.ts';
import { type SurveyItem, shownOf } from './survey-columns.ts';

/** Counts by the reason of not answering, by situation and by contract. */
const COUNTS: readonly (readonly [column: string, count: SurveyCount, label: Bilingual])[] = [
  ['unreachable', 'unreachable', { fr: 'Injoignables', en: 'Could not be reached' }],
  ['refused', 'refused', { fr: 'Refus de répondre', en: 'Refused to answer' }],
  ['not_asked', 'notAsked', { fr: 'Non interrogés', en: 'Were not asked' }],
  ['studying', 'studying', { fr: 'Poursuite d’études', en: 'Further studies' }],
  ['work_study', 'workStudy', { fr: 'Alternance', en: 'Work-study contract' }],
  ['unable', 'unable', { fr: 'Impossibilité de travailler', en: 'Unable to work' }],
  [
    'abroad',
    'abroad',
    { fr: 'Emploi hors du marché français', en: 'Employed outside the French market' },
  ],
  ['searching', 'searching', { fr: 'En recherche d’emploi', en: 'Looking for a job' }],
  ['inactive', 'inactive', { fr: 'Sans emploi, n’en cherchent pas', en: 'Not looking for a job' }],
  ['interning', 'interning', { fr: 'Stage ou volontariat', en: 'Internship or volunteering' }],
  [
    'target_unknown',
    'targetUnknown',
    { fr: 'En emploi, métier visé non précisé', en: 'Employed, target occupation not known' },
  ],
  ['permanent', 'permanent', { fr: 'En CDI', en: 'Permanent contract' }],
  ['fixed_term', 'fixedTerm', { fr: 'En CDD', en: 'Fixed-term contract' }],
  ['temporary', 'temporary', { fr: 'En intérim', en: 'Temporary agency work' }],
  ['civil_servant', 'civilServant', { fr: 'Fonctionnaires', en: 'Civil servants' }],
  [
    'public_contract',
    'publicContract',
    { fr: 'Contractuels de la fonction publique', en: 'Public contract agents' },
  ],
  ['self_employed', 'selfEmployed', { fr: 'Indépendants', en: 'Self-employed' }],
  ['other_contract', 'otherContract', { fr: 'Autre contrat', en: 'Another contract' }],
];

/** Shares of the employed, each on its own base. */
const SHARES: readonly {
  readonly column: string;
  readonly part: SurveyCount;
  readonly base: SurveyCount;
  readonly label: Bilingual;
}[] = [
  {
    ...{ column: 'stable_share', part: 'stable', base: 'stableBase' },
    label: { fr: 'Part en emploi stable', en: 'Share in stable employment' },
  },
  {
    ...{ column: 'full_time_share', part: 'fullTime', base: 'fullTimeBase' },
    label: { fr: 'Part à temps plein', en: 'Share full time' },
  },
  {
    ...{ column: 'managers_share', part: 'managers', base: 'managersBase' },
    label: { fr: 'Part des cadres', en: 'Share of executives (cadres)' },
  },
  {
    ...{ column: 'outside_region_share', part: 'outsideRegion', base: 'outsideRegionBase' },
    label: { fr: 'Part hors de la région', en: 'Share outside the region' },
  },
];

/**
 * What is told of a class of holders to who reads the survey in full, and pay, of which everybody sees what
 * enough values give.
 */
export function outcomeDetails<
  Item extends SurveyItem & { readonly dimension: SurveyDimension },
>(): Column<Item>[] {
  const details = <Value>(of: (counts: SurveyCounts) => Value) => {
    return (item: Item): Value | null => {
      const shown = shownOf(item);
      return shown?.inFull ? of(shown.counts) : null;
    };
  };
  return [
    ...COUNTS.map(([column, count, label]) =>
      measure<Item>(
        column,
        'INTEGER',
        'SURVEY_CODE_COUNT',
        details((counts) => counts[count]),
        label,
      ),
    ),
    ...SHARES.flatMap(({ column, part, base, label }) => [
      measure<Item>(
        column,
        'NUMBER',
        'SURVEY_SHARE',
        details((counts) => percentOf(counts[part], counts[base])),
        label,
      ),
      measure<Item>(
        `${column}_base`,
        'INTEGER',
        'SURVEY_SHARE_BASE',
        details((counts) => counts[base]),
        { fr: `${label.fr} : effectif`, en: `${label.en}: base` },
      ),
    ]),
    ...payColumns<Item>(),
  ];
}

function payColumns<
  Item extends SurveyItem & { readonly dimension: SurveyDimension },
>(): Column<Item>[] {
  const pay = (of: (figures: PayFigures) => number) => (item: Item) => {
    const figures = shownOf(item)?.pay ?? null;
    return figures && of(figures);
  };
  const base = pay((figures) => figures.base);
  return [
    measure<Item>(
      'pay_lower',
      'NUMBER',
      'SURVEY_PAY_LOWER',
      pay(({ lower }) => lower),
    ),
    measure<Item>(
      'pay_median',
      'NUMBER',
      'SURVEY_PAY_MEDIAN',
      pay(({ median }) => median),
    ),
    measure<Item>(
      'pay_upper',
      'NUMBER',
      'SURVEY_PAY_UPPER',
      pay(({ upper }) => upper),
    ),
    // Bases of classes would tell those of suppressed ones.
    measure<Item>('pay_base', 'INTEGER', 'SURVEY_PAY_BASE', (item) =>
      shownOf(item)?.inFull || item.dimension === 'ALL' ? base(item) : null,
    ),
  ];
}
