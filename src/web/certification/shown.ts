import type { CertificationPageQuery, CertificationTextsQuery } from '../operations.ts';

/** A certification, as its page has it. */
export type ShownCertification = NonNullable<CertificationPageQuery['certification']>;

/** Its texts. */
export type ShownTexts = NonNullable<CertificationTextsQuery['certification']>;
