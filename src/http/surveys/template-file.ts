import { buffer } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import { TEMPLATE_PATH } from '../../web/surveys/upload-form.ts';
import { etagOf, isKnown } from '../cache/etag.ts';
import { surveyTemplate } from './template.ts';

/** As logs and metrics name it. */
export const SURVEY_TEMPLATE = { name: 'survey template' };

/** Serves the workbook that bodies fill, written once. */
export function registerSurveyTemplate(app: FastifyInstance): void {
  let written: ReturnType<typeof writeTemplate> | null = null;
  app.get(TEMPLATE_PATH, async ({ headers, record }, reply) => {
    record.operation = SURVEY_TEMPLATE.name;
    written ??= writeTemplate();
    const { body, etag } = await written;
    const validity = { etag, 'cache-control': 'public, max-age=0, must-revalidate' };
    if (isKnown(headers, { etag })) return reply.code(304).headers(validity).send();
    return reply
      .headers({
        ...validity,
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-disposition': 'attachment; filename="enquete-titulaires.xlsx"',
      })
      .send(body);
  });
}

async function writeTemplate() {
  const body = await buffer(surveyTemplate());
  return { body, etag: etagOf([body.toString('base64')]) };
}
