/** The same text in the two languages of reports. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

/** Labels of codes. */
export type CodeLabels<Code extends string = string> = Readonly<Record<Code, Bilingual>>;
