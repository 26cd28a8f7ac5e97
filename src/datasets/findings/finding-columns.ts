import { REGISTER_LABELS, SEVERITY_LABELS } from '../../domain/code-labels.ts';
import { FINDING_RULE_LABELS } from '../../domain/findings/finding-labels.ts';
import { frenchMessage } from '../../domain/findings/french-message.ts';
import { nodeId } from '../../domain/node-id.ts';
import { intOf, NONE } from '../../snapshot/columns.ts';
import { registerOfRow } from '../../snapshot/figures.ts';
import type { Publication, Snapshot } from '../../snapshot/snapshot.ts';
import { certifierColumns } from '../certifier-columns.ts';
import { dimension } from '../columns.ts';
import type { Column } from '../dataset.ts';

/** What a report says of a finding. */
export function findingColumns(): Column<number>[] {
  return [
    dimension<number>(
      'finding_id',
      'TEXT',
      {
        label: 'Identifiant de l’anomalie',
        description: 'Identifiant opaque, le même pour la même anomalie dans chaque publication',
      },
      {
        label: 'Identifier of the finding',
        description: 'Opaque identifier, the same for the same finding in every publication',
      },
      (row, { snapshot }) => nodeId('Finding', snapshot.findings.key[row] ?? ''),
    ),
    dimension<number>(
      'rule',
      'TEXT',
      { label: 'Règle', description: 'Ce qui ne va pas' },
      { label: 'Rule', description: 'What is wrong' },
      (row, { snapshot }) => snapshot.findings.rule[row],
      FINDING_RULE_LABELS,
    ),
    dimension<number>(
      'severity',
      'TEXT',
      {
        label: 'Gravité',
        description:
          'ERROR\u00a0: des données sont perdues\u00a0; WARNING\u00a0: des données sont douteuses\u00a0; INFORMATION\u00a0: des données méritent d’être regardées',
      },
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
      {
        label: 'Numéro de fiche',
        description:
          'Numéro de fiche tel qu’il est écrit dans la source\u00a0; vide quand la fiche n’en a pas',
      },
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
      {
        label: 'Répertoire',
        description: 'Répertoire de la certification\u00a0; vide quand la fiche a été refusée',
      },
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
      {
        label: 'Intitulé',
        description: 'Intitulé de la certification\u00a0; vide quand la fiche a été refusée',
      },
      {
        label: 'Title',
        description: 'Title of the certification; absent when the fiche was refused',
      },
      (row, { snapshot }) => snapshot.certifications.title[certificationOf(row, snapshot)],
    ),
    dimension<number>(
      'active',
      'BOOLEAN',
      {
        label: 'Active',
        description:
          'Si l’on sait que la certification est active à la date de référence\u00a0; vide quand la fiche a été refusée',
      },
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
      {
        label: 'Année d’obtention',
        description:
          'Année civile de la promotion\u00a0; vide quand il ne s’agit pas d’une promotion',
      },
      {
        label: 'Calendar year of the cohort',
        description: 'Calendar year of the cohort; absent when no cohort is meant',
      },
      (row, { snapshot }) => intOf(snapshot.findings.cohortYear[row]),
    ),
    dimension<number>(
      'element',
      'TEXT',
      {
        label: 'Élément de la source',
        description:
          'Élément ou colonne de la source\u00a0; vide quand il s’agit de toute la fiche',
      },
      {
        label: 'Element of the source',
        description: 'Element or column of the source; absent when the whole fiche is meant',
      },
      (row, { snapshot }) => snapshot.findings.element[row],
    ),
    dimension<number>(
      'given_value',
      'TEXT',
      {
        label: 'Valeur donnée',
        description:
          'Ce que dit la source, coupé à 200 caractères\u00a0; vide quand elle ne dit rien',
      },
      {
        label: 'Given value',
        description: 'What the source says, cut to 200 characters; absent when it says nothing',
      },
      (row, { snapshot }) => snapshot.findings.given[row],
    ),
    dimension<number>(
      'message',
      'TEXT',
      {
        label: 'Explication en anglais',
        description: 'Ce qui ne va pas et ce qui conviendrait, en anglais',
      },
      { label: 'Explanation', description: 'What is wrong and what would be right, in English' },
      (row, { snapshot }) => snapshot.findings.message[row],
    ),
    dimension<number>(
      'first_seen_publication',
      'INTEGER',
      {
        label: 'Première publication',
        description: 'Numéro de la première publication qui l’a eue',
      },
      { label: 'First publication', description: 'Number of the publication that first had it' },
      (row, { snapshot }) => snapshot.findings.firstSeenPublicationId[row],
    ),
    dimension<number>(
      'first_seen_at',
      'DATETIME',
      {
        label: 'Date de la première publication',
        description: 'Moment où cette publication est devenue visible',
      },
      {
        label: 'Day of the first publication',
        description: 'When that publication became visible',
      },
      (row, { snapshot }) => firstSeen(row, snapshot)?.publishedAt.toISOString(),
    ),
    dimension<number>(
      'message_fr',
      'TEXT',
      { label: 'Explication en français', description: 'La même chose que message, en français' },
      { label: 'Explanation in French', description: 'The same as message, in French' },
      (row, { snapshot: { findings } }) => {
        const rule = findings.rule[row];
        return rule === undefined ? null : frenchMessage(rule, findings.message[row] ?? '');
      },
    ),
  ];
}

/** Row of the certification; −1 when the fiche was refused. */
function certificationOf(row: number, { findings: { certification } }: Snapshot): number {
  return certification[row] ?? NONE;
}

function firstSeen(row: number, { findings, publications }: Snapshot): Publication | undefined {
  return publications.find(({ id }) => id === findings.firstSeenPublicationId[row]);
}
