import type { BiDeclaration, DeclaredTable, DeclaredTableColumn } from './bi-declaration.ts';
import type { Difference } from './contract-change.ts';
import { changed, comparedByName, reworded } from './named-parts.ts';

/**
 * Differences of the schema `bi`. The order of columns is none: a database that is brought up to date
 * has the added ones last, a new one has them in the order of the datasets.
 */
export function compareBi(before: BiDeclaration, now: BiDeclaration): readonly Difference[] {
  return [
    ...comparedByName<DeclaredTable>({
      ...{ before: before.tables, now: now.tables, kind: 'table' },
      subjectOf: (name) => `bi.${name}`,
      kept: compareTable,
    }),
    ...comparedByName({
      ...{ before: before.functions, now: now.functions, kind: 'function' },
      subjectOf: (name) => `bi.${name}`,
      kept: (formerly, { name, returns }) =>
        changed('MAJOR', `bi.${name}`, 'result', [formerly.returns, returns]),
    }),
  ];
}

function compareTable(before: DeclaredTable, now: DeclaredTable): readonly Difference[] {
  const subject = `bi.${now.name}`;
  return [
    ...changed('MAJOR', subject, 'key', [before.key, now.key]),
    ...comparedByName<DeclaredTableColumn>({
      ...{ before: before.columns, now: now.columns, kind: 'column' },
      subjectOf: (name) => `${subject}.${name}`,
      kept: (formerly, { name, type, comment }) => [
        ...changed('MAJOR', `${subject}.${name}`, 'type', [formerly.type, type]),
        ...reworded(`${subject}.${name}`, { ...formerly }, { comment }, ['comment']),
      ],
    }),
    ...reworded(subject, { ...before }, { ...now }, ['comment']),
  ];
}
