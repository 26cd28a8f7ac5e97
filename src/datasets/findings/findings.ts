import type { Bilingual } from '../../domain/bilingual.ts';
import { parseRegisterCode } from '../../domain/certification/register-code.ts';
import { SEVERITY_LABELS } from '../../domain/code-labels.ts';
import {
  FINDING_RULES,
  type FindingRule,
  type FindingSeverity,
} from '../../domain/findings/finding.ts';
import { parseSiren } from '../../domain/nomenclature/siret.ts';
import { done, type Work } from '../../domain/work.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { explainFindings } from '../../snapshot/empty/findings.ts';
import { checkKnown } from '../../snapshot/filter/known-codes.ts';
import { type FindingFilter, findingMask } from '../../snapshot/findings.ts';
import { findingList } from '../../snapshot/list/lists.ts';
import { rowsOfList } from '../../snapshot/list/page.ts';
import { dataset } from '../declared-dataset.ts';
import {
  AS_OF,
  CERTIFICATION_PARAMETERS,
  YEAR_PARAMETERS,
  yearRange,
} from '../filter-parameters.ts';
import type { Parameter, ParameterValues } from '../parameter.ts';
import { findingColumns } from './finding-columns.ts';

const oneOf = (name: string, description: Bilingual, of: readonly string[], example: string) =>
  ({
    ...{ name, description, example, many: true },
    kind: { type: 'CHOICE', of },
  }) satisfies Parameter;

const RULE = oneOf(
  'rule',
  { fr: 'Ce qui ne va pas.', en: 'What is wrong.' },
  Object.keys(FINDING_RULES),
  'PUBLISHED_BEFORE_OBSERVABLE',
);
const SEVERITY = oneOf(
  'severity',
  { fr: 'Sa gravité.', en: 'How grave it is.' },
  Object.keys(SEVERITY_LABELS),
  'WARNING',
);

/** Findings are of one certification, or of those of one certifying body. */
const ONE_AT_A_TIME = CERTIFICATION_PARAMETERS.filter(
  ({ name }) => name === 'code' || name === 'certifier',
).map((parameter) => ({ ...parameter, many: false }));

export const findings = dataset<number>({
  name: 'findings',
  title: { fr: 'Anomalies', en: 'Findings' },
  description: {
    fr: 'Ce qui ne va pas dans les données ou mérite d’être regardé, le plus grave d’abord\u00a0: les données sont publiées quand même.',
    en: 'What is wrong with the data or worth a look, gravest first: the data are published all the same.',
  },
  grain: { fr: 'une ligne par anomalie', en: 'one row for each finding' },
  key: ['finding_id'],
  parameters: [RULE, SEVERITY, ...ONE_AT_A_TIME, ...YEAR_PARAMETERS, AS_OF],
  items: findingsOf,
  whyEmpty: {
    noRows: (view, values) => explainFindings(view, filtersOf(view, values)),
    noRates: () => done(null),
  },
  columns: findingColumns,
});

function* findingsOf(view: DayView, values: ParameterValues): Work<Iterable<number>> {
  const { snapshot } = view;
  const filter = filterOf(view, values);
  const { certifier } = filter;
  checkKnown(snapshot, 'certifier', 'certifier', certifier == null ? [] : [certifier]);
  yield* view.ready('active');
  const mask = yield* findingMask(view, filter);
  return rowsOfList(yield* findingList(snapshot, mask));
}

function filterOf(view: DayView, values: ParameterValues): FindingFilter {
  const code = values['code'] as string | undefined;
  const certifier = values['certifier'] as string | undefined;
  return {
    rules: values['rule'] as readonly FindingRule[] | undefined,
    severities: values['severity'] as readonly FindingSeverity[] | undefined,
    // It need not be known: findings are also about fiches that were refused.
    certification: code === undefined ? null : parseRegisterCode(code),
    certifier: certifier === undefined ? null : parseSiren(certifier),
    cohortYear: yearRange(view, values),
  };
}

/** What each parameter asks alone, by its name. */
function filtersOf(
  view: DayView,
  values: ParameterValues,
): Readonly<Record<string, FindingFilter>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, filterOf(view, { [name]: value })]),
  );
}
