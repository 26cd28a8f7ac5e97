import { compareParameters } from './compare-parameters.ts';
import type { Difference } from './contract-change.ts';
import type {
  DatasetsDeclaration,
  DeclaredColumn,
  DeclaredDataset,
  DeclaredFormat,
} from './dataset-declaration.ts';
import { changed, comparedByName, comparedCodes, reworded } from './named-parts.ts';

/**
 * Differences of what reports and their files are. Files are read by the names of columns: an added
 * one may stand anywhere, but those that were there keep their order.
 */
export function compareDatasets(
  before: DatasetsDeclaration,
  now: DatasetsDeclaration,
): readonly Difference[] {
  return [
    ...comparedByName<DeclaredFormat>({
      ...{ before: before.formats, now: now.formats, kind: 'format' },
      subjectOf: (name) => name,
      kept: compareFormat,
    }),
    ...comparedByName<DeclaredDataset>({
      ...{ before: before.datasets, now: now.datasets, kind: 'report' },
      subjectOf: (name) => name,
      kept: compareDataset,
    }),
  ];
}

function compareFormat(before: DeclaredFormat, now: DeclaredFormat): readonly Difference[] {
  const { name } = now;
  return [
    ...changed('MAJOR', name, 'media type', [before.mediaType, now.mediaType]),
    ...comparedCodes(name, 'member', before.members, now.members),
  ];
}

function compareDataset(before: DeclaredDataset, now: DeclaredDataset): readonly Difference[] {
  const { name } = now;
  return [
    ...changed('MAJOR', name, 'key', [before.key, now.key]),
    ...compareOrder(before, now),
    ...comparedByName<DeclaredColumn>({
      ...{ before: before.columns, now: now.columns, kind: 'column' },
      subjectOf: (column) => `${name}.${column}`,
      kept: (formerly, column) => compareColumn(`${name}.${column.name}`, formerly, column),
    }),
    ...compareParameters(name, before.parameters, now.parameters),
    ...reworded(name, { ...before }, { ...now }, ['title', 'description', 'grain']),
  ];
}

function compareOrder(before: DeclaredDataset, now: DeclaredDataset): readonly Difference[] {
  const subject = now.name;
  const [was, is] = [inBoth(before, now), inBoth(now, before)];
  const moved = is.filter((column, place) => column !== was[place]);
  if (moved.length === 0) return [];
  const text = `${subject}: its columns ${moved.join(', ')} are in another order`;
  return [{ change: 'MAJOR', subject, text }];
}

/** Names of the columns that another declaration has too, in their order. */
function inBoth({ columns }: DeclaredDataset, other: DeclaredDataset): readonly string[] {
  const names = new Set(other.columns.map(({ name }) => name));
  return columns.map(({ name }) => name).filter((name) => names.has(name));
}

function compareColumn(
  subject: string,
  before: DeclaredColumn,
  now: DeclaredColumn,
): readonly Difference[] {
  return [
    ...changed('MAJOR', subject, 'type', [before.type, now.type]),
    ...changed('MAJOR', subject, 'role', [before.role, now.role]),
    ...compareNullable(subject, before, now),
    // A unit that was not told is told: no figure is another one.
    ...changed(before.unit === null ? 'MINOR' : 'MAJOR', subject, 'unit', [before.unit, now.unit]),
    ...compareCodes(subject, before, now),
    ...reworded(subject, { ...before }, { ...now }, ['label', 'description']),
  ];
}

function compareNullable(
  subject: string,
  before: DeclaredColumn,
  now: DeclaredColumn,
): readonly Difference[] {
  if (before.nullable === now.nullable) return [];
  return now.nullable
    ? [{ change: 'MAJOR', subject, text: `${subject}: it may be absent now` }]
    : [{ change: 'MINOR', subject, text: `${subject}: it is never absent any longer` }];
}

function compareCodes(
  subject: string,
  { codes: before }: DeclaredColumn,
  { codes: now }: DeclaredColumn,
): readonly Difference[] {
  if (before === null && now === null) return [];
  if (before === null) {
    return [{ change: 'MINOR', subject, text: `${subject}: its codes have labels now` }];
  }
  if (now === null) {
    return [{ change: 'MAJOR', subject, text: `${subject}: its codes have no labels any longer` }];
  }
  const shared = Object.keys(now).filter((code) => code in before);
  return [
    ...comparedCodes(subject, 'code', Object.keys(before), Object.keys(now)),
    ...shared.flatMap((code) => reworded(`${subject}.${code}`, before, now, [code])),
  ];
}
