import type { Language } from '../../datasets/labels.ts';

/** What answers and lists say of themselves; names and cautions of figures are the catalogue's. */
interface McpWords {
  readonly instructions: string;
  readonly languageArgument: string;
  readonly publicationArgument: string;
  readonly knownOnArgument: string;
  readonly figures: (names: string) => string;
  readonly ratesHave: string;
  readonly rowsAtMost: (most: number) => string;
  readonly paged: string;
  readonly headings: Readonly<
    Record<
      | 'cautions'
      | 'labels'
      | 'rows'
      | 'publication'
      | 'source'
      | 'method'
      | 'filters'
      | 'period'
      | 'empty'
      | 'repeat'
      | 'data',
      string
    >
  >;
  readonly origins: Readonly<Record<'GIVEN' | 'DEFAULT' | 'FIXED', string>>;
  readonly none: string;
  /** What stands after a heading. */
  readonly colon: string;
  readonly rowsOf: (list: string, rows: number, total: number | null) => string;
  readonly truncated: string;
  readonly complete: string;
  readonly restBy: (argument: string, cursor: string) => string;
  readonly restByAddress: string;
  readonly day: (day: string) => string;
  readonly years: (asked: string, covered: string) => string;
  readonly allYears: string;
  readonly noYear: string;
}

export const WORDS: Readonly<Record<Language, McpWords>> = {
  fr: {
    instructions:
      'Chiffres des répertoires RNCP et RS de France compétences\u00a0: certifications, promotions, taux d’insertion, enregistrements. Chaque réponse commence par les précautions de ses chiffres. Ne donnez aucun taux sans son statut, sa base et sa période, et citez la source. Un taux absent n’est pas un taux nul\u00a0: son statut dit pourquoi. N’inventez aucun chiffre\u00a0: ceux qui ne sont dans aucune réponse ne sont pas connus.',
    languageArgument:
      'Langue de la réponse\u00a0; sans elle celle d’Accept-Language, et sinon le français.',
    publicationArgument: 'Numéro d’une publication passée\u00a0; sans lui la plus récente.',
    knownOnArgument: 'Ce qui était publié ce jour-là, à la place de publication.',
    figures: (names) => `Chiffres\u00a0: ${names}.`,
    ratesHave: 'Chaque taux a son statut, sa base, son intervalle et sa période.',
    rowsAtMost: (most) =>
      `${most} lignes au plus par liste\u00a0; truncated et totalRows disent le reste.`,
    paged: 'La suite s’obtient par le curseur que la réponse donne.',
    headings: {
      cautions: 'Précautions',
      labels: 'Libellés des codes',
      rows: 'Lignes',
      publication: 'Publication',
      source: 'Source',
      method: 'Version de la méthode',
      filters: 'Filtres appliqués',
      period: 'Période',
      empty: 'Pourquoi c’est vide',
      repeat: 'Pour refaire cette requête',
      data: 'Données',
    },
    origins: { GIVEN: 'donné', DEFAULT: 'par défaut', FIXED: 'toujours' },
    none: 'aucun',
    colon: '\u00a0:',
    rowsOf: (list, rows, total) => `${list}\u00a0: ${rows} sur ${total ?? 'un total non connu'}`,
    truncated: 'tronqué',
    complete: 'complet',
    restBy: (argument, cursor) => `la suite avec ${argument}=${JSON.stringify(cursor)}`,
    restByAddress: 'le reste à l’adresse ci-dessous',
    day: (day) => `au ${day}`,
    years: (asked, covered) =>
      `demandée\u00a0: ${asked}\u00a0; années de promotions avec des chiffres\u00a0: ${covered}`,
    allYears: 'toutes les années',
    noYear: 'aucune',
  },
  en: {
    instructions:
      'Figures of the registers RNCP and RS of France compétences: certifications, cohorts, insertion rates, registrations. Each answer begins with the cautions of its figures. Tell no rate without its status, its base and its period, and cite the source. A missing rate is not a rate of zero: its status says why. Make up no figure: those that are in no answer are not known.',
    languageArgument: 'Language of the answer; without it that of Accept-Language, else French.',
    publicationArgument: 'Number of a past publication; without it the newest.',
    knownOnArgument: 'What was published on that day, in place of publication.',
    figures: (names) => `Figures: ${names}.`,
    ratesHave: 'Each rate has its status, its base, its interval and its period.',
    rowsAtMost: (most) => `${most} rows of a list at most; truncated and totalRows tell the rest.`,
    paged: 'What follows is asked for by the cursor that the answer gives.',
    headings: {
      cautions: 'Cautions',
      labels: 'Labels of codes',
      rows: 'Rows',
      publication: 'Publication',
      source: 'Source',
      method: 'Version of the method',
      filters: 'Filters applied',
      period: 'Period',
      empty: 'Why it is empty',
      repeat: 'To ask the same again',
      data: 'Data',
    },
    origins: { GIVEN: 'given', DEFAULT: 'by default', FIXED: 'always' },
    none: 'none',
    colon: ':',
    rowsOf: (list, rows, total) => `${list}: ${rows} of ${total ?? 'a number that is not known'}`,
    truncated: 'truncated',
    complete: 'complete',
    restBy: (argument, cursor) => `what follows by ${argument}=${JSON.stringify(cursor)}`,
    restByAddress: 'the rest at the address below',
    day: (day) => `on ${day}`,
    years: (asked, covered) => `asked: ${asked}; years of cohorts with figures: ${covered}`,
    allYears: 'all years',
    noYear: 'none',
  },
};
