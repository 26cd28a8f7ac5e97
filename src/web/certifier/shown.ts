import type { CertifierPageQuery } from '../operations.ts';

/** A certifying body, as its page has it. */
export type ShownCertifier = NonNullable<CertifierPageQuery['certifier']>;
