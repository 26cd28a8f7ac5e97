import type { Bilingual } from '../bilingual.ts';
import { BadUserInputError } from '../errors.ts';

/** What the ends of a range of publications are called where it is asked for. */
export interface RangeNames {
  readonly since: string;
  readonly until: string;
}

const ARGUMENTS: RangeNames = { since: 'since', until: 'until' };

/** A range of publications that is not accepted, in the names of the arguments of GraphQL. */
export class PublicationRangeError extends BadUserInputError {
  readonly #textBy: (names: RangeNames) => Bilingual;

  constructor(textBy: (names: RangeNames) => Bilingual) {
    super(textBy(ARGUMENTS));
    this.#textBy = textBy;
  }

  /** The same error where the ends have other names. */
  named(names: RangeNames): BadUserInputError {
    return new BadUserInputError(this.#textBy(names));
  }
}
