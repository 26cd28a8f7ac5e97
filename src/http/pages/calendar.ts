import type { FastifyInstance } from 'fastify';
import manifest from '../../../package.json' with { type: 'json' };
import { parseSiren } from '../../domain/nomenclature/siret.ts';
import { renderCalendar } from '../../web/ends/ics.ts';
import { CertifierCalendarDocument, type CertifierCalendarQuery } from '../../web/operations.ts';
import { wordsOf } from '../../web/words/words.ts';
import { clientSignal } from '../abort.ts';
import { compress } from '../cache/compression.ts';
import { etagOf, isKnown } from '../cache/etag.ts';
import { preferredEncoding } from '../cache/negotiation.ts';
import { sendDirectly, sendNotModified, serverTiming, validityOf } from '../cache/send-cached.ts';
import { sendError } from '../error-response.ts';
import type { FairTurns } from '../fair-turns.ts';
import type { Execute } from '../graphql/execution.ts';
import { operationsOf, publicationOfPage } from './page-operations.ts';
import { pageRequestOf } from './page-request.ts';

/** As logs and metrics name it. */
export const CALENDAR = { name: 'echeances.ics' };

export interface CalendarParts {
  readonly execute: Execute;
  readonly turns: FairTurns;
}

type Body = NonNullable<CertifierCalendarQuery['certifier']>;

/** Serves the end dates of a certifying body as a calendar that programs subscribe to. */
export function registerCalendar(app: FastifyInstance, { execute, turns }: CalendarParts): void {
  app.get('/certificateurs/:siren/echeances.ics', async (request, reply) => {
    const { headers, record } = request;
    record.operation = CALENDAR.name;
    const asked = pageRequestOf(request);
    const { language } = asked;
    const siren = parseSiren(asked.path['siren'] ?? '');
    const publication = publicationOfPage(asked, request);
    const ask = operationsOf(execute, request, { publication, signal: clientSignal(reply.raw) });
    const pageAfter = async (after: string | null) =>
      (await ask(CertifierCalendarDocument, { siren, after })).data;

    const { certifier, dataStatus } = await pageAfter(null);
    if (certifier === null) {
      const message = {
        en: wordsOf('en').ends.noSuchCertifier(siren),
        fr: wordsOf('fr').ends.noSuchCertifier(siren),
      };
      sendError(reply, { code: 'NOT_FOUND', message });
      return reply;
    }
    const certifications = await allOf(certifier, pageAfter);
    const { name } = certifier;
    const { datedOn } = dataStatus.publication;
    const text = turns.timed(record.account, () =>
      renderCalendar({ name, certifications, datedOn }, language),
    );
    const { body, encoding } = await compress(Buffer.from(text), preferredEncoding(headers));
    const etag = etagOf([text, encoding, manifest.version]);
    const validity = {
      etag,
      'cache-control': validityOf(publication, record),
      vary: 'accept-encoding, accept-language',
      'server-timing': serverTiming(record),
    };
    if (isKnown(headers, { etag })) {
      sendNotModified(reply, validity);
      return reply;
    }
    const own = {
      'content-type': 'text/calendar; charset=utf-8',
      'content-language': language,
      'content-disposition': `inline; filename="echeances-${siren}.ics"`,
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    };
    sendDirectly(reply, { headers: own, body }, validity);
    return reply;
  });
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
