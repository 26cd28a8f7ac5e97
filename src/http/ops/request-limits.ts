import { maxHeaderSize } from 'node:http';
import { MAX_LAST_COHORTS } from '../../domain/insertion/pooling.ts';
import type { RequestLimit } from '../../domain/limits.ts';
import { MAX_MONTHS } from '../../domain/range.ts';
import { QUESTION_LIMITS } from '../../domain/search/question.ts';
import { LARGEST_SURVEY_FILE, MOST_UPLOADED_FILES } from '../../domain/survey/upload.ts';
import { MOST_COMPARED } from '../../graphql/certification/comparison.ts';
import { requestLimits } from '../../graphql/core/request-limits.ts';
import { MOST_ROWS } from '../../graphql/report/report-rows.ts';
import { MAX_PAGE_SIZE } from '../../snapshot/list/page.ts';
import { MOST_SECTIONS, MOST_TEXT } from '../../web/dossier/state.ts';
import { TEXT_LIMITS } from '../documents/document-size.ts';
import { MOST_ERRORS } from '../documents/documents.ts';
import { INTROSPECTION_COST } from '../documents/introspection.ts';
import { CELL_CHARACTERS, SHEET_ROWS } from '../formats/sheet.ts';
import { PARAMETER_LIMITS } from '../graphql/parameter-limits.ts';
import { MOST_COLLECTED, PAGE_ROWS } from '../odata/select-rows.ts';
import { EXPRESSION_LIMITS } from '../odata-grammar/limits.ts';
import { FILES_BYTES } from '../reports/whole-files.ts';
import { MOST_ECHO } from '../shorten.ts';

/** Limits of a request as it arrives, and of its connection. Times are in milliseconds. */
export const TRANSPORT = {
  bodyBytes: 1_048_576,
  receptionMs: 30_000,
  keepAliveMs: 72_000,
} as const;

/** All limits of requests, by every door: those that are set and those that are not. */
export function allRequestLimits(limits: Parameters<typeof requestLimits>[0]): RequestLimit[] {
  return [
    ...ANY_REQUEST,
    ...requestLimits(limits),
    ...OPERATIONS,
    ...REPORTS,
    ...ODATA,
    ...UPLOADS,
  ];
}

const ANY_REQUEST: readonly RequestLimit[] = [
  {
    ...{ name: 'HEADER_BYTES', value: maxHeaderSize, code: null },
    text: {
      fr: 'Octets de l’adresse et des en-têtes d’une requête, au plus ; au-delà 431.',
      en: 'Bytes of the address and the headers of a request, at most; 431 past it.',
    },
  },
  {
    ...{ name: 'BODY_BYTES', value: TRANSPORT.bodyBytes, code: 'REQUEST_ENTITY_TOO_LARGE' },
    text: {
      fr: 'Octets du corps d’une requête, au plus.',
      en: 'Bytes of the body of a request, at most.',
    },
  },
  {
    ...{ name: 'RECEPTION_MS', value: TRANSPORT.receptionMs, code: null },
    text: {
      fr: 'Millisecondes que peut mettre une requête à arriver ; au-delà 408.',
      en: 'Milliseconds that a request may take to arrive; 408 past it.',
    },
  },
  {
    ...{ name: 'KEEP_ALIVE_MS', value: TRANSPORT.keepAliveMs, code: null },
    text: {
      fr: 'Millisecondes pendant lesquelles une connexion sans requête reste ouverte.',
      en: 'Milliseconds for which a connection without a request stays open.',
    },
  },
  {
    ...{ name: 'ECHO_BYTES', value: MOST_ECHO, code: null },
    text: {
      fr: 'Octets de ce qui a été reçu qu’une erreur répète, au plus : le milieu est omis.',
      en: 'Bytes of what was received that an error repeats, at most: the middle is left out.',
    },
  },
];

const ODATA: readonly RequestLimit[] = [
  {
    ...{ name: 'ODATA_TOKENS', value: EXPRESSION_LIMITS.tokens, code: 'QUERY_TOO_COMPLEX' },
    text: {
      fr: 'Mots et signes de `$filter`, `$orderby` ou `$apply` d’OData, au plus.',
      en: 'Words and signs of `$filter`, `$orderby` or `$apply` of OData, at most.',
    },
  },
  {
    ...{ name: 'ODATA_NESTING', value: EXPRESSION_LIMITS.nesting, code: 'QUERY_TOO_COMPLEX' },
    text: {
      fr: 'Opérations et parenthèses emboîtées de ces options, au plus.',
      en: 'Operations and brackets one within the other in these options, at most.',
    },
  },
  {
    ...{ name: 'ODATA_PAGE_ROWS', value: PAGE_ROWS, code: null },
    text: {
      fr: 'Lignes d’une page d’OData, au plus : un lien mène à la suivante.',
      en: 'Rows of a page of OData, at most: a link leads to the next.',
    },
  },
  {
    ...{ name: 'ODATA_READ_ROWS', value: MOST_COLLECTED, code: 'QUERY_TOO_COMPLEX' },
    text: {
      fr: 'Lignes lues dans la base de données pour être ordonnées ou groupées par OData, au plus.',
      en: 'Rows that are read from the database to be ordered or grouped by OData, at most.',
    },
  },
];

const UPLOADS: readonly RequestLimit[] = [
  {
    ...{ name: 'UPLOAD_BYTES', value: LARGEST_SURVEY_FILE, code: 'REQUEST_ENTITY_TOO_LARGE' },
    text: {
      fr: 'Octets des fichiers d’enquêtes envoyés en une fois, au plus.',
      en: 'Bytes of files of surveys that are uploaded at once, at most.',
    },
  },
  {
    ...{ name: 'UPLOAD_FILES', value: MOST_UPLOADED_FILES, code: 'BAD_USER_INPUT' },
    text: {
      fr: 'Fichiers d’enquêtes envoyés en une fois, au plus.',
      en: 'Files of surveys that are uploaded at once, at most.',
    },
  },
  {
    ...{ name: 'UPLOADS_AT_ONCE', value: 1, code: 'SURVEY_IMPORT_UNAVAILABLE' },
    text: {
      fr: 'Envois de fichiers d’enquêtes à la fois.',
      en: 'Uploads of files of surveys at a time.',
    },
  },
];

const OPERATIONS: readonly RequestLimit[] = [
  {
    ...{ name: 'OPERATIONS_IN_REQUEST', value: 1, code: 'BAD_REQUEST' },
    text: {
      fr: 'Opérations d’une requête : une liste n’est pas acceptée.',
      en: 'Operations of one request: a list is not accepted.',
    },
  },
  {
    ...{ name: 'QUERY_CHARACTERS', value: TEXT_LIMITS.characters, code: 'QUERY_TOO_COMPLEX' },
    text: {
      fr: 'Caractères du texte d’une opération, au plus.',
      en: 'Characters of the text of an operation, at most.',
    },
  },
  {
    ...{ name: 'QUERY_TOKENS', value: TEXT_LIMITS.tokens, code: 'QUERY_TOO_COMPLEX' },
    text: {
      fr: 'Mots, signes, nombres et commentaires de ce texte, au plus ; les directives en sont.',
      en: 'Words, signs, numbers and comments of that text, at most; directives are such.',
    },
  },
  {
    ...{ name: 'QUERY_NESTING', value: TEXT_LIMITS.nesting, code: 'QUERY_TOO_COMPLEX' },
    text: {
      fr: 'Parenthèses, crochets et accolades emboîtés de ce texte, au plus.',
      en: 'Nested brackets of that text, of all three kinds, at most.',
    },
  },
  {
    ...{ name: 'NAME_CHARACTERS', value: TEXT_LIMITS.name, code: 'QUERY_TOO_COMPLEX' },
    text: {
      fr: 'Caractères d’un nom de ce texte, au plus.',
      en: 'Characters of a name in that text, at most.',
    },
  },
  {
    ...{ name: 'INTROSPECTION_COST', value: INTROSPECTION_COST, code: 'QUERY_TOO_COMPLEX' },
    text: {
      fr: 'Coût d’une introspection, au plus : trois fois ce que demandent les outils.',
      en: 'Cost of introspection, at most: three times what tools ask.',
    },
  },
  {
    ...{ name: 'VARIABLES_NESTING', value: PARAMETER_LIMITS.levels, code: 'BAD_REQUEST' },
    text: {
      fr: 'Objets et listes emboîtés des paramètres d’une opération, au plus.',
      en: 'Nested objects and lists in the parameters of an operation, at most.',
    },
  },
  {
    ...{ name: 'VARIABLES_VALUES', value: PARAMETER_LIMITS.values, code: 'BAD_REQUEST' },
    text: {
      fr: 'Valeurs des paramètres d’une opération, celles des listes comprises, au plus.',
      en: 'Values in the parameters of an operation, those of lists included, at most.',
    },
  },
  {
    ...{ name: 'VALIDATION_ERRORS', value: MOST_ERRORS, code: null },
    text: {
      fr: 'Erreurs qui sont cherchées dans une opération invalide, au plus.',
      en: 'Errors that are looked for in an invalid operation, at most.',
    },
  },
  {
    ...{ name: 'PAGE_ROWS', value: MAX_PAGE_SIZE, code: 'BAD_USER_INPUT' },
    text: { fr: 'Lignes d’une page, au plus.', en: 'Rows of one page, at most.' },
  },
  {
    ...{ name: 'REPORT_PAGE_ROWS', value: MOST_ROWS, code: 'BAD_USER_INPUT' },
    text: {
      fr: 'Lignes d’une page du champ `report`, au plus.',
      en: 'Rows of one page of the field `report`, at most.',
    },
  },
  {
    ...{ name: 'SEARCH_CHARACTERS', value: QUESTION_LIMITS.characters, code: 'BAD_USER_INPUT' },
    text: {
      fr: 'Caractères d’une recherche, au plus.',
      en: 'Characters of a search, at most.',
    },
  },
  {
    ...{ name: 'SEARCH_WORDS', value: QUESTION_LIMITS.words, code: 'BAD_USER_INPUT' },
    text: { fr: 'Mots d’une recherche, au plus.', en: 'Words of a search, at most.' },
  },
  {
    ...{ name: 'COMPARED', value: MOST_COMPARED, code: 'BAD_USER_INPUT' },
    text: {
      fr: 'Certifications que `compareCertifications` met côte à côte, au plus.',
      en: 'Certifications that `compareCertifications` puts side by side, at most.',
    },
  },
  {
    ...{ name: 'LAST_COHORTS', value: MAX_LAST_COHORTS, code: 'BAD_USER_INPUT' },
    text: {
      fr: 'Promotions réunies en un taux, au plus ; des rapports aussi.',
      en: 'Cohorts that are pooled, at most; of reports too.',
    },
  },
  {
    ...{ name: 'MONTHS', value: MAX_MONTHS, code: 'BAD_USER_INPUT' },
    text: {
      fr: 'Mois à venir d’une échéance, au plus ; des rapports aussi.',
      en: 'Months ahead of an end, at most; of reports too.',
    },
  },
];

const REPORTS: readonly RequestLimit[] = [
  {
    ...{ name: 'DOSSIER_SECTIONS', value: MOST_SECTIONS, code: 'BAD_USER_INPUT' },
    text: { fr: 'Sections d’un dossier, au plus.', en: 'Sections of a file of reports, at most.' },
  },
  {
    ...{ name: 'DOSSIER_CHARACTERS', value: MOST_TEXT, code: 'BAD_USER_INPUT' },
    text: {
      fr: 'Caractères de chaque texte d’un dossier, au plus.',
      en: 'Characters of each text of a file of reports, at most.',
    },
  },
  {
    ...{ name: 'SHEET_ROWS', value: SHEET_ROWS, code: 'BAD_USER_INPUT' },
    text: {
      fr: 'Lignes d’un rapport en XLSX, au plus.',
      en: 'Rows of a report in XLSX, at most.',
    },
  },
  {
    ...{ name: 'CELL_CHARACTERS', value: CELL_CHARACTERS, code: null },
    text: {
      fr: 'Caractères d’une cellule de XLSX, au plus : un texte plus long est coupé, et le dit.',
      en: 'Characters of a cell of XLSX, at most: a longer text is cut, and says so.',
    },
  },
  {
    ...{ name: 'REPORT_FILES_BYTES', value: FILES_BYTES, code: null },
    text: {
      fr: 'Octets sur disque des rapports écrits avant leur envoi (Parquet, XLSX), au plus : les plus anciens laissent la place.',
      en: 'Bytes on disk of reports that are written before they are sent (Parquet, XLSX), at most: the oldest make room.',
    },
  },
];
