import type { Dataset } from '../../datasets/dataset.ts';
import type { Language } from '../../datasets/labels.ts';
import {
  type Parameter,
  type ParameterProblem,
  type ParameterValues,
  parseParameters,
} from '../../datasets/parameter.ts';
import { parsePlainDate } from '../../domain/calendar.ts';
import { TOKEN_PATTERN } from '../../domain/publication-token.ts';
import type { AskedPublication, NamedPublication } from '../../snapshot/asked-publication.ts';
import { CHECK } from '../../web/addresses.ts';
import type { Table } from '../formats/format.ts';
import { CSV_PROFILES, type FormatName } from '../formats/formats.ts';

/** What every report may be asked, whatever it is about. */
export const OPTIONS: readonly Parameter[] = [
  {
    name: 'limit',
    description: {
      fr: 'Nombre maximal de lignes, depuis le début\u00a0; toutes sans ce paramètre.',
      en: 'How many rows at most, from the start; all of them when it is not given.',
    },
    kind: { type: 'INTEGER', from: 0, to: 1_000_000_000 },
    ...{ many: false, example: '1000' },
  },
  {
    name: 'labels',
    description: {
      fr: 'Ajoute une colonne avec le libellé de chaque code, en français ou en anglais. Les en-têtes de XLSX, et de CSV avec `profile=fr-excel`, sont aussi des libellés dans cette langue\u00a0; ceux de XLSX sont en français sans ce paramètre.',
      en: 'Adds a column with the label of each code, in French or English. Headers of XLSX, and of CSV with `profile=fr-excel`, are labels in that language too; those of XLSX are French when it is not given.',
    },
    kind: { type: 'CHOICE', of: ['fr', 'en'] },
    ...{ many: false, example: 'fr' },
  },
  {
    name: 'publication',
    description: {
      fr: 'Numéro de la publication, la plus récente ou une passée qui est conservée. L’adresse veut alors toujours dire la même chose\u00a0: le jour de la publication tient lieu d’aujourd’hui, et la réponse peut être gardée un jour.',
      en: 'Number of the publication, the newest or a past one that is kept. The address then always means the same: the day of the publication stands in for today, and the answer may be kept for a day.',
    },
    kind: { type: 'INTEGER', from: 1, to: 2_147_483_647 },
    ...{ many: false, example: '12' },
  },
  {
    name: 'known_on',
    description: {
      fr: 'Un jour\u00a0: les lignes sont celles de la publication qui était la plus récente à la fin de ce jour, le jour de cette publication tenant lieu d’aujourd’hui. Se donne à la place de `publication`.',
      en: 'A day: rows are those of the publication that was the newest at its end, with the day of that publication in place of today. Given instead of `publication`.',
    },
    kind: { type: 'DATE' },
    ...{ many: false, example: '2026-09-30' },
  },
  {
    name: 'publication_token',
    description: {
      fr: 'Ce qui ouvre une publication retenue\u00a0: les lignes sont les siennes, son jour tenant lieu d’aujourd’hui, et personne ne garde la réponse. L’en-tête `X-Publication-Token` dit la même chose. Se donne à la place de `publication`.',
      en: 'What opens a publication that is held: rows are those of it, with its day in place of today, and nobody keeps the answer. The header `X-Publication-Token` says the same. Given instead of `publication`.',
    },
    kind: {
      type: 'TEXT',
      pattern: TOKEN_PATTERN,
      accepted: { en: '43 letters, digits, - and _', fr: '43 lettres, chiffres, - et _' },
    },
    ...{ many: false, example: 'q3Jm0bYx5v8n2LwRkT7cZpHsGdUeXaVfQiOoNrMyBtA' },
  },
  {
    name: CHECK,
    description: {
      fr: 'Avec `publication` ou `known_on`, à la place des lignes\u00a0: si elles sont encore ce que dit la publication la plus récente, au même jour\u00a0; quelles cellules diffèrent, avec l’ancienne et la nouvelle valeur\u00a0; ou que la publication a été retirée. La réponse est en JSON dans tous les formats.',
      en: 'Beside `publication` or `known_on`, in place of the rows: whether they are still what the newest publication says, on the same day; which cells differ, with the old and the new value; or that the publication was withdrawn. The answer is JSON in any format.',
    },
    kind: { type: 'CHOICE', of: ['1'] },
    ...{ many: false, example: '1' },
  },
];

const PROFILE: Parameter = {
  name: 'profile',
  description: {
    fr: 'CSV seulement\u00a0: `fr-excel` a des points-virgules, des virgules décimales, une marque d’ordre des octets, CRLF, et `="…"` autour des textes qui ressemblent à des nombres ou à des jours, pour un double clic dans un Excel français.',
    en: 'CSV alone: `fr-excel` has semicolons, decimal commas, a byte order mark, CRLF, and `="…"` around texts that look like numbers or days, for a double click in a French Excel.',
  },
  kind: { type: 'CHOICE', of: Object.keys(CSV_PROFILES) },
  ...{ many: false, otherwise: 'default', example: 'fr-excel' },
};

const HEADERS: Parameter = {
  name: 'headers',
  description: {
    fr: 'CSV seulement\u00a0: si la première ligne a les noms des colonnes, qui ne changent jamais, ou leurs libellés, dans la langue de `labels` ou sinon en français. Sans ce paramètre\u00a0: libellés pour `profile=fr-excel` avec `labels`, sinon noms.',
    en: 'CSV alone: whether the first line has the names of columns, which never change, or their labels, in the language of `labels` or else in French. When it is not given: labels for `profile=fr-excel` with `labels`, otherwise names.',
  },
  kind: { type: 'CHOICE', of: ['names', 'labels'] },
  ...{ many: false, example: 'labels' },
};

/** What a query string asks of a report. */
export interface ReportOptions {
  readonly values: ParameterValues;
  readonly limit: number | null;
  readonly labels: Language | null;
  /** The publication that is asked for; null = the newest. */
  readonly asked: AskedPublication | null;
  /** The publication whose rows are checked against the newest, in place of being given; null = none. */
  readonly checked: NamedPublication | null;
  readonly profile: keyof typeof CSV_PROFILES;
  readonly headers: Table['headers'];
}

/** The parameters of a report in a format, those of all reports included. */
export function parametersOf(report: Dataset, format: FormatName): readonly Parameter[] {
  return [...report.parameters, ...OPTIONS, ...(format === 'csv' ? [PROFILE, HEADERS] : [])];
}

/** The name under which BI tools send a key, which is no matter of the report. */
const KEY = 'key';

/** Reads a query string, with all that is wrong with it at once. */
export function reportOptions(
  report: Dataset,
  format: FormatName,
  query: URLSearchParams,
  /** The token that a header gives. */
  header: string | null = null,
  parameters: readonly Parameter[] = parametersOf(report, format),
): { readonly options: ReportOptions; readonly problems: readonly ParameterProblem[] } {
  const given = new URLSearchParams([...query].filter(([name]) => name !== KEY));
  const { values, problems } = parseParameters(parameters, given);
  const { limit, labels, publication, known_on: knownOn, profile, headers, ...others } = values;
  const { publication_token: token, check, ...rest } = others;
  const ways = { publication, known_on: knownOn, publication_token: token ?? header ?? undefined };
  const several = severalWays(ways);
  const asked = askedBy(ways);
  const checked = check !== undefined && asked && !('token' in asked) ? asked : null;
  return {
    problems: [
      ...[...problems, ...several],
      ...(check !== undefined && !checked && several.length === 0 ? [CHECK_OF_NOTHING] : []),
    ],
    options: {
      values: rest,
      limit: typeof limit === 'number' ? limit : null,
      labels: labels === 'fr' || labels === 'en' ? labels : null,
      ...{ asked, checked },
      profile: profile === 'fr-excel' ? 'fr-excel' : 'default',
      headers:
        headers === 'labels' || (headers === undefined && profile === 'fr-excel' && labels)
          ? 'labels'
          : 'names',
    },
  };
}

/** A check of an address that is of no past publication. */
export const CHECK_OF_NOTHING: ParameterProblem = {
  parameter: CHECK,
  message: {
    en: 'is given without a published publication: the address of a past answer is checked, with publication or known_on',
    fr: 'est donné sans publication publiée : c’est l’adresse d’une réponse passée qui se vérifie, avec publication ou known_on',
  },
};

/** Ways to ask for a publication, with what is given by each. */
type Ways = Readonly<
  Record<'publication' | 'known_on' | 'publication_token', ParameterValues[string] | undefined>
>;

/** What is wrong when a publication is asked for in several ways. */
function severalWays(ways: Ways): ParameterProblem[] {
  const [first, ...more] = Object.entries(ways).flatMap(([name, given]) =>
    given === undefined ? [] : [name],
  );
  return more.map((parameter) => ({
    parameter,
    message: {
      en: `and ${first} are both given: one of them is accepted`,
      fr: `et ${first} sont donnés tous deux : un seul est accepté`,
    },
  }));
}

function askedBy({
  publication,
  known_on: knownOn,
  publication_token: token,
}: Ways): AskedPublication | null {
  if (typeof token === 'string') return { token };
  if (typeof publication === 'number') return { publication };
  return typeof knownOn === 'string' ? { knownOn: parsePlainDate(knownOn) } : null;
}
