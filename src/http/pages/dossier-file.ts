import type { FastifyInstance, FastifyRequest } from 'fastify';
import manifest from '../../../package.json' with { type: 'json' };
import type { Row } from '../../datasets/dataset.ts';
import { type LabelledTable, withLabels } from '../../datasets/labels.ts';
import type { Batch } from '../../datasets/read.ts';
import { BadUserInputError } from '../../domain/errors.ts';
import type { AskedPublication } from '../../snapshot/asked-publication.ts';
import { type AskedReport, type Dossier, readDossier, reportOf } from '../../web/dossier/state.ts';
import type { PageContext, PageRequest } from '../../web/page.ts';
import { keepingAddress } from '../../web/pinned.ts';
import { contextOf } from '../../web/render.ts';
import { etagOf, isKnown } from '../cache/etag.ts';
import { partsFor } from '../cache/reader-keys.ts';
import { serverTiming, validityOf, variedBy } from '../cache/send-cached.ts';
import { headerList } from '../common-headers.ts';
import { type Sheet, sheetName } from '../formats/sheet.ts';
import { workbook } from '../formats/workbook.ts';
import { xlsxFormat } from '../formats/xlsx.ts';
import { publicationKey } from '../publication.ts';
import { type Making, type MakingParts, makeReport } from '../reports/making.ts';
import type { RowSource } from '../reports/rows.ts';
import { sendBytes } from '../reports/send-bytes.ts';
import { publicationOfPage } from './page-operations.ts';
import { pageRequestOf } from './page-request.ts';

/** As logs and metrics name it. */
export const DOSSIER_FILE = { name: 'dossier.xlsx' };

export interface DossierFileParts {
  readonly reports: MakingParts;
}

/** Serves a dossier as a workbook: its texts on the first sheet, then one for each report, with all rows. */
export function registerDossierFile(
  app: FastifyInstance,
  { reports: making }: DossierFileParts,
): void {
  app.get('/dossier.xlsx', async (own, reply) => {
    own.record.operation = DOSSIER_FILE.name;
    const request = pageRequestOf(own);
    const asked = publicationOfPage(request, own);
    await makeReport(making, reply, asked, async ({ open, signal: client }) => {
      const dossier = readDossier(request.query);
      const sections = reportsOf(dossier);
      using source = await making.openRows(client, asked, own.record);
      const etag = tagOf(own, request, source);
      const validity = () => validityHeaders(own, request, asked);
      if (isKnown(own.headers, { etag })) {
        await reply
          .code(304)
          .headers({ etag, ...validity() })
          .send();
        return;
      }
      const signal = AbortSignal.any([client, source.signal]);
      const sheets: Sheet[] = [];
      for (const [at, each] of sections.entries()) {
        const name = sheetName(`${at + 1} ${each.report.name}`);
        sheets.push({ name, ...(await rowsOf(each, source, request, { open, signal })) });
      }
      const context = contextOf(request, '/dossier', app.theme);
      const book = bookOf(dossier, sheets, source, context);
      const { raw } = reply.hijack();
      const headers = {
        'content-type': xlsxFormat.mediaType,
        'content-disposition': `attachment; filename="dossier-${source.datedOn}.xlsx"`,
      };
      // The first rows say whether they are for this reader alone.
      const tag = own.record.marks.isForReader ? {} : { etag };
      raw.writeHead(200, headerList(own.id, headers, tag, validity()));
      if (own.method === 'HEAD') raw.end();
      else await sendBytes(raw, { chunks: book, encoding: 'identity', largest: 0 }, signal);
    });
    return reply;
  });
}

/** The reports of a dossier; throws `BadUserInputError` for those that are not accepted, all at once. */
function reportsOf({ sections }: Dossier): readonly AskedReport[] {
  const refused = sections.flatMap(({ asked }, at) =>
    asked && 'en' in asked ? [{ at: at + 1, message: asked }] : [],
  );
  if (refused.length > 0) {
    throw new BadUserInputError({
      en: refused.map(({ at, message }) => `section ${at}: ${message.en}`).join('; '),
      fr: refused.map(({ at, message }) => `section ${at} : ${message.fr}`).join(' ; '),
    });
  }
  return sections.flatMap((section) => reportOf(section) ?? []);
}

function tagOf(
  { record }: FastifyRequest,
  { query, language, origin }: PageRequest,
  { publication, today }: RowSource,
): string {
  return etagOf([
    ...[publicationKey(publication), today, language, origin],
    ...[query.toString(), manifest.version],
    ...partsFor(record.reader),
  ]);
}

function validityHeaders(
  { record }: FastifyRequest,
  { language }: PageRequest,
  asked: AskedPublication | null,
) {
  return {
    'cache-control': validityOf(asked, record),
    'content-language': language,
    vary: variedBy('accept-language', asked),
    'server-timing': serverTiming(record),
  };
}

/** Columns and rows of a report. The first rows are read, with which errors of the values come. */
async function rowsOf(
  { report, values, limit }: AskedReport,
  source: RowSource,
  { language }: PageRequest,
  { open, signal }: Making,
): Promise<Pick<Sheet, 'columns' | 'batches'>> {
  const table = withLabels(report.columns, language);
  const dated = { ...values, as_of: values['as_of'] ?? source.today };
  const batches = source.rows(report, dated, limit, (work) => open.run(work, signal));
  const next = () => open.make(() => batches.next(), signal);
  return { columns: table.columns, batches: labelledRows(await next(), next, table) };
}

async function* labelledRows(
  first: IteratorResult<Batch>,
  next: () => Promise<IteratorResult<Batch>>,
  { rowOf }: LabelledTable,
): AsyncGenerator<readonly Row[]> {
  for (let batch = first; !batch.done; batch = await next()) yield batch.value.rows.map(rowOf);
}

/** The workbook: what it says of itself first. */
function bookOf(
  { title, text, sections }: Dossier,
  sheets: readonly Sheet[],
  source: RowSource,
  context: PageContext,
) {
  const { words, format, language } = context;
  const { workbookNames: names, workbookColumns, workbookSheet } = words.dossier;
  const told = source.source(source.today, language);
  const day = format.day(source.datedOn);
  const rows: Row[] = [
    [names.title, title || words.dossier.title],
    [names.text, text || null],
    [names.publication, words.status.publication(format.count(source.publication.id), day)],
    [names.address, keepingAddress(context, source.publication.id)],
    [names.source, told.citation],
    [names.licence, told.licence],
    [names.notice, told.notice],
  ];
  // Sections without a report have no sheet.
  const named = sheets.values();
  for (const section of sections) {
    const asked = reportOf(section);
    if (asked) {
      const { report, query } = asked;
      const sheet = `${names.sheet} ${named.next().value?.name}`;
      rows.push([sheet, `${report.title[language]} (${query})`]);
    }
    if (section.text) rows.push([names.text, section.text]);
  }
  const column = (name: string) => ({ type: 'TEXT' as const, label: { fr: name, en: name } });
  return workbook({
    title: title || words.dossier.title,
    source: told,
    language,
    sheets: [
      {
        name: workbookSheet,
        columns: [column(workbookColumns.name), column(workbookColumns.value)],
        batches: oneBatch(rows.filter(([, value]) => value !== null)),
      },
      ...sheets,
    ],
  });
}

async function* oneBatch(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
