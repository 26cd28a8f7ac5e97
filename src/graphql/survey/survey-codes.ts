import type { PerturbedRateStatus } from '../../domain/survey/disclosure/perturbed-rate.ts';
import type { SuppressionReason } from '../../domain/survey/disclosure/suppression.ts';
import { SUPPRESSION_LABELS } from '../../domain/survey/disclosure/suppression.ts';
import type { Horizon } from '../../domain/survey/layout.ts';
import type { SurveyStatus as Status } from '../../domain/survey/public-survey.ts';
import type {
  SurveyGroupDimension as OfGroup,
  HolderDimension as OfHolder,
} from '../../domain/survey/survey-grouping.ts';
import { builder } from '../core/builder.ts';

const HORIZON_OF = { MONTHS_6: 6, MONTHS_12: 12, MONTHS_24: 24 } as const satisfies Readonly<
  Record<string, Horizon>
>;
type HorizonName = keyof typeof HORIZON_OF;

export const SurveyHorizon = builder.enumType('SurveyHorizon', {
  description: 'Months after the award at which holders are asked.',
  values: {
    MONTHS_6: { description: '6 months, as the register’s rates.' },
    MONTHS_12: { description: '12 months: in none of the register’s rates.' },
    MONTHS_24: { description: '24 months, as the register’s rate at 2 years.' },
  } satisfies Record<HorizonName, { description: string }>,
});

/** The horizon of a name. */
export function horizonOf(name: HorizonName): Horizon {
  return HORIZON_OF[name];
}

/** The name of a horizon. */
export function horizonName(horizon: Horizon): HorizonName {
  return `MONTHS_${horizon}`;
}

export const SurveyStatus = builder.enumType('SurveyStatus', {
  description: 'Whether a figure of a survey is given.',
  values: {
    SHOWN: { description: 'It is given.' },
    SUPPRESSED: { description: 'It is not, so that nobody’s answer is told: `reason` says why.' },
    NOT_SURVEYED: { description: 'There is no survey at this horizon.' },
    OFF: { description: 'This server serves no surveys.' },
  } satisfies Record<Status, { description: string }>,
});

export const SurveySuppression = builder.enumType('SurveySuppression', {
  description: 'Why a figure of a survey is suppressed.',
  values: {
    SMALL_BASE: { description: `${SUPPRESSION_LABELS.SMALL_BASE.en}: under 20 eligible.` },
    COMPLEMENTARY: { description: `${SUPPRESSION_LABELS.COMPLEMENTARY.en}.` },
    WINDOW: { description: `${SUPPRESSION_LABELS.WINDOW.en}.` },
    OTHER_HORIZON: { description: `${SUPPRESSION_LABELS.OTHER_HORIZON.en}.` },
    FEW_CERTIFICATIONS: { description: `${SUPPRESSION_LABELS.FEW_CERTIFICATIONS.en}: under 3.` },
    FEW_BODIES: { description: `${SUPPRESSION_LABELS.FEW_BODIES.en}: under 2.` },
    NEAR_CERTAIN: { description: `${SUPPRESSION_LABELS.NEAR_CERTAIN.en}.` },
  } satisfies Record<SuppressionReason, { description: string }>,
});

export const SurveyRateStatus = builder.enumType('SurveyRateStatus', {
  description: 'How a rate of a group, with noise, is given.',
  values: {
    SHOWN: { description: 'In whole percent.' },
    UNDER_5_PERCENT: { description: 'Too close to 0: it is under 5 %.' },
    OVER_95_PERCENT: { description: 'Too close to 100: it is over 95 %.' },
    SUPPRESSED: { description: 'Not given.' },
  } satisfies Record<PerturbedRateStatus, { description: string }>,
});

const OF_HOLDERS = {
  ROUTE: { description: 'Voie d’accès of the holder.' },
  SEX: { description: 'Sexe.' },
  AGE_BAND: { description: 'Age at the award: under 26, 26–29, 30–39, 40–49, 50 and over.' },
  REGION: { description: 'Région of the training (INSEE).' },
} as const satisfies Record<OfHolder, { description: string }>;

export const HolderDimension = builder.enumType('HolderDimension', {
  description: 'What holders of a certification are told apart by.',
  values: OF_HOLDERS,
});

export const SurveyGroupDimension = builder.enumType('SurveyGroupDimension', {
  description: 'What surveys are grouped by across certifications.',
  values: {
    YEAR: { description: 'Année d’obtention.' },
    REGISTER: { description: 'Répertoire.' },
    LEVEL: { description: 'Niveau de qualification.' },
    SPECIALITY_DOMAIN: { description: 'NSF, one digit; a certification may have several.' },
    OCCUPATION_DOMAIN: { description: 'ROME domain; a certification may have several.' },
    ...OF_HOLDERS,
  } satisfies Record<OfGroup, { description: string }>,
});
