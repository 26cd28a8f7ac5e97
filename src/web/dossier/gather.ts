import type { Bilingual } from '../../domain/bilingual.ts';
import { BadUserInputError, DatabaseUnavailableError } from '../../domain/errors.ts';
import { DossierSectionDocument, type DossierSectionQuery } from '../operations.ts';
import type { PageOperation, PageRequest, RowsHeld, Sources, WithStatus } from '../page.ts';
import { type ChartAnswer, chartOf, type SectionChart } from './charts.ts';
import { type AskedReport, readDossier, type Section } from './state.ts';

/** Rows of a section that a page shows. */
export const ROWS_SHOWN = 100;

export type SectionRow = DossierSectionQuery['report']['rows'][number];

/** What a section shows. */
export type SectionAnswer =
  | { readonly kind: 'TEXT' }
  | { readonly kind: 'REFUSED'; readonly message: Bilingual }
  /** The database, which has it, does not answer. */
  | { readonly kind: 'AWAY' }
  | {
      readonly kind: 'ROWS';
      readonly asked: AskedReport;
      readonly rows: readonly SectionRow[];
      /** Whether there are more. */
      readonly more: boolean;
      readonly chart: ChartAnswer | null;
      /** null = not asked. */
      readonly held: RowsHeld | null;
    };

/** Reads all sections of a dossier, one after the other. */
export async function gatherSections(
  request: PageRequest,
  sources: Sources,
): Promise<readonly SectionAnswer[]> {
  const answers: SectionAnswer[] = [];
  const once = { ...sources, ask: askedOnce(sources.ask) };
  for (const { asked } of readDossier(request.query).sections) {
    answers.push(await answerOf(asked, request, once));
  }
  return answers;
}

/** Asks each question once: two charts of a certification are drawn from one answer. */
function askedOnce(ask: Sources['ask']): Sources['ask'] {
  const known = new Map<unknown, Map<string, unknown>>();
  return async <Data, Variables>(
    operation: PageOperation<Data, Variables>,
    variables: Variables,
  ) => {
    const answers = known.get(operation) ?? new Map<string, unknown>();
    known.set(operation, answers);
    const key = JSON.stringify(variables);
    const answer = answers.get(key) ?? (await ask(operation, variables));
    answers.set(key, answer);
    return answer as Data;
  };
}

async function answerOf(
  asked: Section['asked'],
  request: PageRequest,
  sources: Sources,
): Promise<SectionAnswer> {
  if (asked === null) return { kind: 'TEXT' };
  if ('en' in asked) return { kind: 'REFUSED', message: asked };
  try {
    return await rowsOf(asked, request, sources);
  } catch (error) {
    // The other sections are shown, and so is the form in which it is mended.
    if (error instanceof BadUserInputError) return { kind: 'REFUSED', message: error.text };
    if (error instanceof DatabaseUnavailableError) return { kind: 'AWAY' };
    throw error;
  }
}

async function rowsOf(
  asked: AskedReport,
  request: PageRequest,
  { ask, check }: Sources,
): Promise<SectionAnswer> {
  const { report, values, query, limit } = asked;
  const parameters = [...new Set(query.keys())]
    .filter((name) => name !== 'as_of')
    .map((name) => ({ name, values: query.getAll(name) }));
  const first = Math.min(limit ?? ROWS_SHOWN, ROWS_SHOWN);
  const { report: page } = await ask(DossierSectionDocument, {
    ...{ name: report.name, parameters, first, asOf: query.get('as_of') },
  });
  const chart = chartOf(asked, request);
  return {
    ...{ kind: 'ROWS', asked, rows: page.rows },
    more: page.hasNextPage && first < (limit ?? Number.POSITIVE_INFINITY),
    chart: chart && { ...chart, data: await dataOf(chart, ask) },
    held: check && (await check(report, values, limit)),
  };
}

function dataOf(
  { chart: { page }, request }: SectionChart,
  ask: Sources['ask'],
): Promise<WithStatus> {
  return ask<WithStatus, unknown>(page.operation, page.variables(request));
}
