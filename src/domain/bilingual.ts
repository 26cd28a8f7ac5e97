/** The same text in the two languages of reports. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

/** Labels of codes. */
export type CodeLabels<Code extends string = string> = Readonly<Record<Code, Bilingual>>;

/** A text without words of either language: a formula, a place in the documentation. */
export function alike(text: string): Bilingual {
  return { fr: text, en: text };
}
