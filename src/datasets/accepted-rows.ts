import { BadUserInputError, UnknownCodeError } from '../domain/errors.ts';
import { withoutUnknown } from './filter-parameters.ts';
import type { ParameterValues } from './parameter.ts';
import type { Batch } from './read.ts';

/**
 * Rows by values that another publication accepts: codes that this one lacks are left out. It has no
 * rows where no code of a parameter is left, nor for a range that ends before it begins in it.
 *
 * - `read`: begins a reading, which throws with its first batch what is not accepted.
 */
export async function* rowsAsAccepted(
  read: (values: ParameterValues) => AsyncGenerator<Batch>,
  values: ParameterValues,
): AsyncGenerator<Batch> {
  let accepted: ParameterValues | null = values;
  while (accepted) {
    try {
      yield* read(accepted);
      return;
    } catch (error) {
      if (!(error instanceof BadUserInputError)) throw error;
      accepted = error instanceof UnknownCodeError ? withoutUnknown(accepted, error) : null;
    }
  }
  yield { rows: [], last: true };
}
