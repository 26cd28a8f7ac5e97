import type { Difference } from './contract-change.ts';
import type { DeclaredParameter, ValueSchema } from './dataset-declaration.ts';
import { changed, comparedByName, comparedCodes, reworded } from './named-parts.ts';

/** Differences of what a report may be asked. What was accepted has to be, and to mean the same. */
export function compareParameters(
  report: string,
  before: readonly DeclaredParameter[],
  now: readonly DeclaredParameter[],
): readonly Difference[] {
  return comparedByName<DeclaredParameter>({
    ...{ before, now, kind: 'parameter' },
    subjectOf: (name) => `${report}?${name}`,
    added: ({ required }) => (required ? 'MAJOR' : 'MINOR'),
    kept: (formerly, parameter) =>
      compareParameter(`${report}?${parameter.name}`, formerly, parameter),
  });
}

function compareParameter(
  subject: string,
  before: DeclaredParameter,
  now: DeclaredParameter,
): readonly Difference[] {
  const flags = (name: 'required' | 'many') => [before[name], now[name]] as const;
  return [
    ...changed('MAJOR', subject, 'default', [before.default, now.default]),
    ...changed(now.required ? 'MAJOR' : 'MINOR', subject, 'being required', flags('required')),
    ...changed(now.many ? 'MINOR' : 'MAJOR', subject, 'taking several values', flags('many')),
    ...compareValues(subject, before.schema, now.schema),
    ...reworded(subject, { ...before }, { ...now }, ['description', 'example']),
  ];
}

/** Differences of what one value may be: fewer values break who gives another one. */
function compareValues(
  subject: string,
  before: ValueSchema,
  now: ValueSchema,
): readonly Difference[] {
  const bound = (which: 'minimum' | 'maximum', isNarrower: boolean) =>
    changed(isNarrower ? 'MAJOR' : 'MINOR', subject, which, [before[which], now[which]]);
  return [
    ...changed('MAJOR', subject, 'type', [
      [before.type, before.format],
      [now.type, now.format],
    ]),
    // Whether a pattern accepts what another did is not to be computed.
    ...changed('MAJOR', subject, 'pattern', [before.pattern, now.pattern]),
    ...bound('minimum', (now.minimum ?? -Infinity) > (before.minimum ?? -Infinity)),
    ...bound('maximum', (now.maximum ?? Infinity) < (before.maximum ?? Infinity)),
    ...comparedCodes(subject, 'value', before.enum ?? [], now.enum ?? []),
  ];
}
