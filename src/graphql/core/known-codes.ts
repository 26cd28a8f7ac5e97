import type { CodeNoun } from '../../snapshot/filter/codes.ts';
import { checkKnown } from '../../snapshot/filter/known-codes.ts';
import type { OperationContext } from './context.ts';

/**
 * Checks that the register has each code of an argument, unless codes that it lacks find nothing.
 *
 * - Throws as `checkKnown` does.
 */
export function checkCodes(
  { snapshot, unknownFindsNothing }: Pick<OperationContext, 'snapshot' | 'unknownFindsNothing'>,
  argument: string,
  noun: CodeNoun,
  codes: readonly string[] | null | undefined,
): void {
  if (!unknownFindsNothing) checkKnown(snapshot, argument, noun, codes);
}
