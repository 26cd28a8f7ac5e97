import type { FastifyInstance } from 'fastify';
import type { Language } from '../../datasets/labels.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { parseSiren } from '../../domain/nomenclature/siret.ts';
import { type CalendarContent, renderCalendar } from '../../web/ends/ics.ts';
import { CertifierCalendarDocument, type CertifierCalendarQuery } from '../../web/operations.ts';
import { wordsOf } from '../../web/words/words.ts';
import { clientSignal } from '../abort.ts';
import { sendError } from '../error-response.ts';
import type { FairTurns } from '../fair-turns.ts';
import type { Execute } from '../graphql/execution.ts';
import type { SeenMoment } from '../request-record.ts';
import { answerOnce, type KeptAnswerParts } from './kept-answer.ts';
import { type OperationAnswer, operationsOf, publicationOfPage } from './page-operations.ts';
import { pageRequestOf } from './page-request.ts';

/** As logs and metrics name it. */
export const CALENDAR = { name: 'echeances.ics' };

export interface CalendarParts extends KeptAnswerParts {
  readonly execute: Execute;
  readonly turns: FairTurns;
}

type Body = NonNullable<CertifierCalendarQuery['certifier']>;

/** Serves the end dates of a certifying body as a calendar that programs subscribe to. */
export function registerCalendar(app: FastifyInstance, parts: CalendarParts): void {
  const { execute, turns } = parts;

  app.get('/certificateurs/:siren/echeances.ics', async (own, reply) => {
    own.record.operation = CALENDAR.name;
    const request = pageRequestOf(own);
    const { language } = request;
    const siren = parseSiren(request.path['siren'] ?? '');
    const publication = publicationOfPage(request, own);
    const ask = operationsOf(execute, own, { publication, signal: clientSignal(reply.raw) });
    const asked = { publication, request: [CALENDAR.name, siren], form: [language] };
    await answerOnce(parts, asked, own, reply, async () => {
      const found = await bodyOf((after) => ask(CertifierCalendarDocument, { siren, after }));
      if (found === null) {
        sendError(reply, { code: 'NOT_FOUND', message: noSuchCertifier(siren) });
        return null;
      }
      const { content, seen } = found;
      const text = turns.timed(own.record.account, () => renderCalendar(content, language));
      return { text, headers: headersOf(siren, language), seen };
    });
    return reply;
  });
}

function noSuchCertifier(siren: string): Bilingual {
  const message = (language: Language) => wordsOf(language).ends.noSuchCertifier(siren);
  return { en: message('en'), fr: message('fr') };
}

function headersOf(siren: string, language: Language): Readonly<Record<string, string>> {
  return {
    'content-type': 'text/calendar; charset=utf-8',
    'content-language': language,
    'content-disposition': `inline; filename="echeances-${siren}.ics"`,
  };
}

/** A body with all pages of its certifications, and the moment they are of; null = there is none. */
async function bodyOf(
  pageAfter: (after: string | null) => Promise<OperationAnswer<CertifierCalendarQuery>>,
): Promise<{
  readonly content: CalendarContent;
  readonly seen: SeenMoment | undefined;
} | null> {
  const first = await pageAfter(null);
  const { certifier, dataStatus } = first.data;
  if (certifier === null) return null;
  let { seen } = first;
  const certifications = await allOf(certifier, async (after) => {
    const answer = await pageAfter(after);
    if (answer.seen?.publication !== seen?.publication) seen = undefined;
    return answer.data;
  });
  const { datedOn } = dataStatus.publication;
  return { content: { name: certifier.name, certifications, datedOn }, seen };
}

/** All pages of its certifications. */
async function allOf(
  { certifications }: Body,
  pageAfter: (after: string | null) => Promise<CertifierCalendarQuery>,
): Promise<Body['certifications']['nodes']> {
  const all = [...certifications.nodes];
  let { pageInfo } = certifications;
  while (pageInfo.hasNextPage) {
    const { certifier } = await pageAfter(pageInfo.endCursor);
    if (certifier === null) break;
    all.push(...certifier.certifications.nodes);
    pageInfo = certifier.certifications.pageInfo;
  }
  return all;
}
