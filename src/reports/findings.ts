import { FINDING_RULES, type FindingRule, type FindingSeverity } from '../domain/finding.ts';
import { certifierColumns } from './certifier-columns.ts';
import { REGISTER_LABELS, SEVERITY_LABELS } from './code-labels.ts';
import { dimension } from './columns.ts';
import { ReportFindingsDocument, type ReportFindingsQuery } from './documents.ts';
import { AS_OF, asOf, CERTIFICATION_PARAMETERS, YEAR_PARAMETERS } from './filter-parameters.ts';
import { FINDING_RULE_LABELS } from './finding-labels.ts';
import type { Parameter } from './parameter.ts';
import { defineReport } from './report.ts';

type Finding = ReportFindingsQuery['findings']['nodes'][number];

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

export const findings = defineReport({
  name: 'findings',
  title: { fr: 'Anomalies', en: 'Findings' },
  description:
    'What is wrong with the data or worth a look, gravest first: the data are published all the same.',
  grain: 'one row for each finding',
  key: ['finding_id'],
  document: ReportFindingsDocument,
  parameters: [RULE, SEVERITY, ...ONE_AT_A_TIME, ...YEAR_PARAMETERS, AS_OF],
  variablesOf: (values) => ({
    filter: {
      rules: values['rule'] as FindingRule[] | undefined,
      severities: values['severity'] as FindingSeverity[] | undefined,
      certification: values['code'] as string | undefined,
      certifier: values['certifier'] as string | undefined,
      cohortYear: { from: values['year_from'] as number, to: values['year_to'] as number },
    },
    asOf: asOf(values),
  }),
  listOf: (data) => data.findings,
  itemsOf: (data) => data.findings.nodes,
  columns: [
    dimension<Finding>(
      'finding_id',
      'TEXT',
      'Identifiant de l’anomalie',
      'Opaque identifier, the same for the same finding in every publication',
      ({ id }) => id,
    ),
    dimension<Finding>(
      'rule',
      'TEXT',
      'Règle',
      'What is wrong',
      ({ rule }) => rule,
      FINDING_RULE_LABELS,
    ),
    dimension<Finding>(
      'severity',
      'TEXT',
      'Gravité',
      'ERROR: data are lost; WARNING: data are doubtful; INFORMATION: data are worth a look',
      ({ severity }) => severity,
      SEVERITY_LABELS,
    ),
    dimension<Finding>(
      'certification_code',
      'TEXT',
      'Numéro de fiche',
      'Code of the certification as written in the source; absent when the fiche has none',
      ({ certificationCode }) => certificationCode,
    ),
    dimension<Finding>(
      'register',
      'TEXT',
      'Répertoire',
      'Register of the certification; absent when the fiche was refused',
      ({ certification }) => certification?.register,
      REGISTER_LABELS,
    ),
    dimension<Finding>(
      'title',
      'TEXT',
      'Intitulé',
      'Title of the certification; absent when the fiche was refused',
      ({ certification }) => certification?.title,
    ),
    dimension<Finding>(
      'active',
      'BOOLEAN',
      'Active',
      'Whether the certification is active on the day; absent when the fiche was refused',
      ({ certification }) => certification?.active,
    ),
    ...certifierColumns<Finding>(({ certification }) => certification?.certifiers ?? []),
    dimension<Finding>(
      'year',
      'INTEGER',
      'Année d’obtention',
      'Calendar year of the cohort; absent when no cohort is meant',
      ({ cohortYear }) => cohortYear,
    ),
    dimension<Finding>(
      'element',
      'TEXT',
      'Élément de la source',
      'Element or column of the source; absent when the whole fiche is meant',
      ({ element }) => element,
    ),
    dimension<Finding>(
      'given_value',
      'TEXT',
      'Valeur donnée',
      'What the source says, cut to 200 characters; absent when it says nothing',
      ({ given }) => given,
    ),
    dimension<Finding>(
      'message',
      'TEXT',
      'Explication',
      'What is wrong and what would be right, in English',
      ({ message }) => message,
    ),
    dimension<Finding>(
      'first_seen_publication',
      'INTEGER',
      'Première publication',
      'Number of the publication that first had it',
      ({ firstSeenPublication }) => firstSeenPublication.number,
    ),
    dimension<Finding>(
      'first_seen_at',
      'DATETIME',
      'Date de la première publication',
      'When that publication became visible',
      ({ firstSeenPublication }) => firstSeenPublication.publishedAt,
    ),
  ],
});
