import type {
  FindingRule as Rule,
  FindingSeverity as Severity,
} from '../../domain/findings/finding.ts';
import { builder } from '../core/builder.ts';

export const FindingRule = builder.enumType('FindingRule', {
  description: 'What is wrong with the data; docs/method.md#findings explains each.',
  values: {
    REFUSED_FICHE: { description: 'ERROR. A fiche that could not be read, and is not served.' },
    REFUSED_VALUE: { description: 'ERROR. A value that could not be read, and is left empty.' },
    INVALID_RATE: {
      description: 'ERROR. A rate that is no number from 0 to 100, and is left empty.',
    },
    DUPLICATE_FICHE: { description: 'ERROR. A fiche that is given twice: the first is served.' },
    DUPLICATE_COHORT_YEAR: {
      description: 'ERROR. A cohort (promotion) that a fiche gives twice: the first is served.',
    },
    INVALID_SIRET: {
      description: 'WARNING. A SIRET whose check digit is wrong: it is served as given.',
    },
    MISSING_ACCESS_ROUTE: {
      description:
        'WARNING. A fiche page whose table of access routes (voies d’accès) lacks one of them.',
    },
    SOURCES_DISAGREE: {
      description: 'WARNING. Two sources give different figures: the stronger one is served.',
    },
    RATE_ON_RS: {
      description: 'WARNING. An insertion rate (taux d’insertion) on a certification of the RS.',
    },
    TARGET_ABOVE_GLOBAL: {
      description:
        'WARNING. A rate in the target occupation (métier visé) above the global one at 6 months.',
    },
    RATE_WITHOUT_HOLDER: {
      description: 'WARNING. A rate on a cohort of which nobody was certified.',
    },
    IMPOSSIBLE_RATES: {
      description:
        'INFORMATION. Rates that no whole numbers of persons among the certified can give.',
    },
    VAE_ABOVE_CERTIFIED: { description: 'WARNING. More certified through VAE than certified.' },
    IMPLAUSIBLE_COHORT_YEAR: {
      description: 'WARNING. A cohort of a year before 1970, or after that of the data.',
    },
    PUBLISHED_BEFORE_OBSERVABLE: {
      description: 'WARNING. A rate that was published before it could be observed.',
    },
    ACTIVE_FLAG_CONTRADICTS_END: {
      description: 'WARNING. A flag (ACTIF) that says other than the end date (date d’échéance).',
    },
    UNKNOWN_LEVEL: {
      description:
        'WARNING. A level that is not in the vocabulary, or none on an active one of the RNCP.',
    },
    DUPLICATE_BLOCK_CODE: {
      description: 'WARNING. Two blocks (blocs de compétences) of one fiche with the same code.',
    },
    MISSING_CERTIFIER: {
      description: 'WARNING. An active certification without a certifier (certificateur) in force.',
    },
    PERFECT_RATE_ON_LARGE_COHORT: {
      description: 'INFORMATION. A rate of 100 on a cohort of 100 certified or more.',
    },
    REPEATED_RATES: {
      description: 'INFORMATION. Three cohorts in a row, or more, with the same rates.',
    },
    FIGURE_CHANGED: {
      description:
        'INFORMATION. A number of certified or a rate that changed after it was published.',
    },
    END_DATE_MISMATCH: {
      description: 'INFORMATION. An end date that is not the decision and the duration together.',
    },
    TOO_FEW_USABLE_COHORTS: {
      description:
        'INFORMATION. Fewer than two cohorts with a global rate in the last year before the end.',
    },
    STATISTICS_NOT_UPDATED: {
      description:
        'INFORMATION. An active certification on request (sur demande) of which no figure changed in any publication of the last 24 months: statistics are due every two years (art. R. 6113-15).',
    },
    STATISTICS_LIKELY_STALE: {
      description:
        'INFORMATION. An active certification on request (sur demande) whose newest global rate is of a cohort of more than four years ago: statistics are due every two years (art. R. 6113-15).',
    },
    MISSING_COHORT_YEARS: {
      description:
        'INFORMATION. Years without a cohort, between two or since the newest, on an active certification on request (sur demande), whose rate at 6 months would be overdue.',
    },
    MALFORMED_BLOCK_CODE: {
      description: 'INFORMATION. A block whose code is not of the form RNCP35746BC01.',
    },
    MISSING_SIRET: { description: 'INFORMATION. A certifier in force without a SIRET.' },
    DANGLING_LINEAGE: {
      description: 'INFORMATION. A link to a certification that the registers do not have.',
    },
    ONE_SIDED_LINEAGE: {
      description: 'INFORMATION. A link to a certification that does not link back.',
    },
    LINK_NOT_URL: {
      description: 'INFORMATION. A link to the description that is not the address of a web page.',
    },
  } satisfies Record<Rule, { description: string }>,
});

export const FindingSeverity = builder.enumType('FindingSeverity', {
  description: 'How grave a finding is.',
  values: {
    ERROR: { description: 'Data are lost.' },
    WARNING: { description: 'Data are served and are doubtful.' },
    INFORMATION: { description: 'Data are served and are worth a look.' },
  } satisfies Record<Severity, { description: string }>,
});
