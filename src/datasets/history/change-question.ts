import type { ChangeQuestion } from '../../db/queries/changes.ts';
import { parseRegisterCode } from '../../domain/certification/register-code.ts';
import { CHANGE_KINDS, type ChangeKind } from '../../domain/changes/change.ts';
import { parseSiren } from '../../domain/nomenclature/siret.ts';
import type { DayView } from '../../snapshot/day-view.ts';
import { certificationMask } from '../../snapshot/filter/certification-filter.ts';
import {
  codesOf,
  type Removed,
  removedWithin,
  withoutGone,
} from '../../snapshot/history/removed.ts';
import type { BatchMaking } from '../dataset.ts';
import { certificationFilter } from '../filter-parameters.ts';
import type { Parameter, ParameterValues } from '../parameter.ts';
import { rangeOf } from './publication-parameters.ts';

export const KINDS: Parameter = {
  ...{
    name: 'kinds',
    description: { fr: 'Ce qui s’est passé.', en: 'What happened.' },
    many: true,
    example: 'RATE_ALTERED',
  },
  kind: { type: 'CHOICE', of: CHANGE_KINDS },
};

/**
 * Which changes the parameters ask for. Certifications that are gone are judged by number, register,
 * level and certifying body as they last were.
 *
 * - Throws `BadUserInputError` for a code that no certification has or had, and for publications as
 *   `publicationRange` does.
 */
export async function changeQuestion(
  view: DayView,
  values: ParameterValues,
  removed: Removed,
  run: BatchMaking['run'],
): Promise<ChangeQuestion> {
  const range = rangeOf(view.snapshot, values);
  const kinds = (values['kinds'] as readonly ChangeKind[] | undefined) ?? null;
  const names = namesOf(values);
  const { codes, certifiers } = withoutGone(names, view.snapshot, removed);
  const filter = certificationFilter(view, { ...values, code: codes, certifier: certifiers });
  const mask = await run(certificationMask(view, filter));
  if (mask === null) return { ...range, kinds, codes: null };
  const gone = removedWithin(removed, { ...filter, ...names });
  return { ...range, kinds, codes: [...codesOf(view.snapshot, mask), ...gone] };
}

/** Whether the parameters name a certification that is gone, or a body that only such ones had. */
export function namesGone(
  { snapshot }: DayView,
  values: ParameterValues,
  removed: Removed,
): boolean {
  const names = namesOf(values);
  const known = withoutGone(names, snapshot, removed);
  return (
    names.codes?.length !== known.codes?.length ||
    names.certifiers?.length !== known.certifiers?.length
  );
}

function namesOf(values: ParameterValues) {
  const list = (name: string) => values[name] as readonly string[] | undefined;
  return {
    codes: list('code')?.map(parseRegisterCode),
    certifiers: list('certifier')?.map(parseSiren),
  };
}
