import type { FastifyInstance } from 'fastify';
import { certifications } from '../../datasets/certifications/certifications.ts';
import {
  SearchCodesDocument,
  type SearchCodesQuery,
  type SearchCodesQueryVariables,
} from '../../web/operations.ts';
import type { PageRequest } from '../../web/page.ts';
import { filterOf, readState } from '../../web/search/state.ts';
import { clientSignal } from '../abort.ts';
import { sendProblem } from '../error-response.ts';
import { type FormatName, REPORT_FORMATS } from '../formats/formats.ts';
import type { Execute } from '../graphql/execution.ts';
import { readReportRequest } from '../reports/request.ts';
import { type SendRowsParts, sendRows } from '../reports/send-rows.ts';
import { type AskOperation, operationsOf, publicationOfPage } from './page-operations.ts';
import { pageRequestOf } from './page-request.ts';

/** As logs and metrics name it. */
export const SEARCH_FILE = { name: 'search file' };

export interface SearchFileParts {
  readonly execute: Execute;
  readonly reports: SendRowsParts;
}

/** Parameters of the file that are no part of the search. */
const OF_FILE = [
  ...['labels', 'profile', 'headers', 'limit', 'last_cohorts'],
  ...['publication', 'known_on', 'as_of'],
];

/** Serves what a search finds as a file: the report of certifications, of those that it found. */
export function registerSearchFile(app: FastifyInstance, parts: SearchFileParts): void {
  for (const format of Object.keys(REPORT_FORMATS) as FormatName[]) {
    app.get(`/recherche.${format}`, async (own, reply) => {
      own.record.operation = SEARCH_FILE.name;
      const asked = pageRequestOf(own);
      const filter = filterOf(readState(asked.query));
      const report = { kind: 'ROWS', report: certifications, format, gzipped: false } as const;
      const request = readReportRequest({ headers: own.headers, url: fileUrl(asked) }, report);
      if ('status' in request) {
        sendProblem(reply, request);
        return reply;
      }
      const publication = publicationOfPage(asked, own);
      const signal = clientSignal(reply.raw);
      const ask = operationsOf(parts.execute, own, { publication, signal });
      // All of them need not be named.
      const chosen = Object.keys(filter).length === 0 ? {} : { code: await codesOf(filter, ask) };
      own.record.format = format;
      const { options } = request;
      const values = { ...options.values, ...chosen };
      await sendRows(parts.reports, reply, {
        ...{ ...request, options: { ...options, values } },
        latest: null,
      });
      return reply;
    });
  }
}

/** The address of the report, with what of the search is for the file. */
function fileUrl({ query }: PageRequest): string {
  const own = new URLSearchParams([...query].filter(([name]) => OF_FILE.includes(name)));
  return `/reports/${certifications.name}?${own}`;
}

/** The codes of all that a search finds. */
async function codesOf(
  filter: SearchCodesQueryVariables['filter'],
  ask: AskOperation,
): Promise<readonly string[]> {
  const pageAfter = async (after: string | null): Promise<SearchCodesQuery> =>
    (await ask(SearchCodesDocument, { filter, after })).data;

  let page = await pageAfter(null);
  const codes = page.certifications.nodes.map(({ code }) => code);
  while (page.certifications.pageInfo.hasNextPage) {
    page = await pageAfter(page.certifications.pageInfo.endCursor);
    codes.push(...page.certifications.nodes.map(({ code }) => code));
  }
  return codes;
}
