import { parseRegisterCode } from '../domain/certification/register-code.ts';
import { REGISTER_LABELS, SEVERITY_LABELS } from '../domain/code-labels.ts';
import {
  FINDING_RULES,
  type FindingRule,
  type FindingSeverity,
} from '../domain/findings/finding.ts';
import { FINDING_RULE_LABELS } from '../domain/findings/finding-labels.ts';
import { frenchMessage } from '../domain/findings/french-message.ts';
import { nodeId } from '../domain/node-id.ts';
import { parseSiren } from '../domain/nomenclature/siret.ts';
import { done, type Work } from '../domain/work.ts';
import { intOf, NONE } from '../snapshot/columns.ts';
import type { DayView } from '../snapshot/day-view.ts';
import { explainFindings } from '../snapshot/empty/findings.ts';
import { registerOfRow } from '../snapshot/figures.ts';
import { checkKnown } from '../snapshot/filter/known-codes.ts';
import { type FindingFilter, findingMask } from '../snapshot/findings.ts';
import { findingList } from '../snapshot/list/lists.ts';
import { rowsOfList } from '../snapshot/list/page.ts';
import type { Publication, Snapshot } from '../snapshot/snapshot.ts';
import { certifierColumns } from './certifier-columns.ts';
import { dimension } from './columns.ts';
import { dataset } from './dataset.ts';
import {
  AS_OF,
  CERTIFICATION_PARAMETERS,
  YEAR_PARAMETERS,
  yearRange,
} from './filter-parameters.ts';
import type { Parameter, ParameterValues } from './parameter.ts';

const oneOf = (name: string, description: string, of: readonly string[], example: string) =>
  ({
    ...{ name, description, example, many: true },
    kind: { type: 'CHOICE', of },
  }) satisfies Parameter;

const RULE = oneOf(
  'rule',
  'What is wrong.',
  Object.keys(FINDING_RULES),
  'PUBLISHED_BEFORE_OBSERVABLE',
);
const SEVERITY = oneOf('severity', 'How grave it is.', Object.keys(SEVERITY_LABELS), 'WARNING');

/** Findings are of one certification, or of those of one certifying body. */
const ONE_AT_A_TIME = CERTIFICATION_PARAMETERS.filter(
  ({ name }) => name === 'code' || name === 'certifier',
).map((parameter) => ({ ...parameter, many: false }));

export const findings = dataset<number>({
  name: 'findings',
  title: { fr: 'Anomalies', en: 'Findings' },
  description:
    'What is wrong with the data or worth a look, gravest first: the data are published all the same.',
  grain: 'one row for each finding',
  key: ['finding_id'],
  parameters: [RULE, SEVERITY, ...ONE_AT_A_TIME, ...YEAR_PARAMETERS, AS_OF],
  items: findingsOf,
  whyEmpty: {
    noRows: (view, values) => explainFindings(view, filtersOf(values)),
    noRates: () => done(null),
  },
  columns: () => [
    dimension<number>(
      'finding_id',
      'TEXT',
      'Identifiant de l’anomalie',
      {
        label: 'Identifier of the finding',
        description: 'Opaque identifier, the same for the same finding in every publication',
      },
      (row, { snapshot }) => nodeId('Finding', snapshot.findings.key[row] ?? ''),
    ),
    dimension<number>(
      'rule',
      'TEXT',
      'Règle',
      { label: 'Rule', description: 'What is wrong' },
      (row, { snapshot }) => snapshot.findings.rule[row],
      FINDING_RULE_LABELS,
    ),
    dimension<number>(
      'severity',
      'TEXT',
      'Gravité',
      {
        label: 'Severity',
        description:
          'ERROR: data are lost; WARNING: data are doubtful; INFORMATION: data are worth a look',
      },
      (row, { snapshot }) => snapshot.findings.severity[row],
      SEVERITY_LABELS,
    ),
    dimension<number>(
      'certification_code',
      'TEXT',
      'Numéro de fiche',
      {
        label: 'Code of the certification',
        description:
          'Code of the certification as written in the source; absent when the fiche has none',
      },
      (row, { snapshot }) => snapshot.findings.certificationCode[row],
    ),
    dimension<number>(
      'register',
      'TEXT',
      'Répertoire',
      {
        label: 'Register',
        description: 'Register of the certification; absent when the fiche was refused',
      },
      (row, { snapshot }) => {
        const of = certificationOf(row, snapshot);
        return of === NONE ? null : registerOfRow(snapshot, of);
      },
      REGISTER_LABELS,
    ),
    dimension<number>(
      'title',
      'TEXT',
      'Intitulé',
      {
        label: 'Title',
        description: 'Title of the certification; absent when the fiche was refused',
      },
      (row, { snapshot }) => snapshot.certifications.title[certificationOf(row, snapshot)],
    ),
    dimension<number>(
      'active',
      'BOOLEAN',
      'Active',
      {
        label: 'Active',
        description:
          'Whether the certification is known to be active on the day; absent when the fiche was refused',
      },
      (row, view) => {
        const of = certificationOf(row, view.snapshot);
        return of === NONE ? null : view.active[of] === 1;
      },
    ),
    ...certifierColumns<number>((row, { snapshot }) => certificationOf(row, snapshot)),
    dimension<number>(
      'year',
      'INTEGER',
      'Année d’obtention',
      {
        label: 'Calendar year of the cohort',
        description: 'Calendar year of the cohort; absent when no cohort is meant',
      },
      (row, { snapshot }) => intOf(snapshot.findings.cohortYear[row]),
    ),
    dimension<number>(
      'element',
      'TEXT',
      'Élément de la source',
      {
        label: 'Element of the source',
        description: 'Element or column of the source; absent when the whole fiche is meant',
      },
      (row, { snapshot }) => snapshot.findings.element[row],
    ),
    dimension<number>(
      'given_value',
      'TEXT',
      'Valeur donnée',
      {
        label: 'Given value',
        description: 'What the source says, cut to 200 characters; absent when it says nothing',
      },
      (row, { snapshot }) => snapshot.findings.given[row],
    ),
    dimension<number>(
      'message',
      'TEXT',
      'Explication en anglais',
      { label: 'Explanation', description: 'What is wrong and what would be right, in English' },
      (row, { snapshot }) => snapshot.findings.message[row],
    ),
    dimension<number>(
      'first_seen_publication',
      'INTEGER',
      'Première publication',
      { label: 'First publication', description: 'Number of the publication that first had it' },
      (row, { snapshot }) => snapshot.findings.firstSeenPublicationId[row],
    ),
    dimension<number>(
      'first_seen_at',
      'DATETIME',
      'Date de la première publication',
      {
        label: 'Day of the first publication',
        description: 'When that publication became visible',
      },
      (row, { snapshot }) => firstSeen(row, snapshot)?.publishedAt.toISOString(),
    ),
    dimension<number>(
      'message_fr',
      'TEXT',
      'Explication en français',
      { label: 'Explanation in French', description: 'The same as message, in French' },
      (row, { snapshot: { findings } }) => {
        const rule = findings.rule[row];
        return rule === undefined ? null : frenchMessage(rule, findings.message[row] ?? '');
      },
    ),
  ],
});

function* findingsOf(view: DayView, values: ParameterValues): Work<Iterable<number>> {
  const { snapshot } = view;
  const filter = filterOf(values);
  const { certifier } = filter;
  checkKnown(snapshot, 'certifier', 'certifier', certifier == null ? [] : [certifier]);
  yield* view.ready('active');
  const mask = yield* findingMask(view, filter);
  return rowsOfList(yield* findingList(snapshot, mask));
}

function filterOf(values: ParameterValues): FindingFilter {
  const code = values['code'] as string | undefined;
  const certifier = values['certifier'] as string | undefined;
  return {
    rules: values['rule'] as readonly FindingRule[] | undefined,
    severities: values['severity'] as readonly FindingSeverity[] | undefined,
    // It need not be known: findings are also about fiches that were refused.
    certification: code === undefined ? null : parseRegisterCode(code),
    certifier: certifier === undefined ? null : parseSiren(certifier),
    cohortYear: yearRange(values),
  };
}

/** What each parameter asks alone, by its name. */
function filtersOf(values: ParameterValues): Readonly<Record<string, FindingFilter>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, filterOf({ [name]: value })]),
  );
}

/** Row of the certification; −1 when the fiche was refused. */
function certificationOf(row: number, { findings: { certification } }: Snapshot): number {
  return certification[row] ?? NONE;
}

function firstSeen(row: number, { findings, publications }: Snapshot): Publication | undefined {
  return publications.find(({ id }) => id === findings.firstSeenPublicationId[row]);
}
