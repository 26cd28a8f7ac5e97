import type { FastifyInstance } from 'fastify';
import type { ExecutionResult } from 'graphql';
import manifest from '../../../package.json' with { type: 'json' };
import { BadUserInputError } from '../../domain/errors.ts';
import { parseSiren } from '../../domain/nomenclature/siret.ts';
import { renderCalendar } from '../../web/ends/ics.ts';
import { CertifierCalendarDocument, type CertifierCalendarQuery } from '../../web/operations.ts';
import { languageOf } from '../../web/render.ts';
import { wordsOf } from '../../web/words/words.ts';
import { clientSignal } from '../abort.ts';
import { compress } from '../cache/compression.ts';
import { etagOf, isKnown } from '../cache/etag.ts';
import { preferredEncoding, preferredLanguage } from '../cache/negotiation.ts';
import { sendDirectly, sendNotModified, serverTiming, validityOf } from '../cache/send-cached.ts';
import { sendError } from '../error-response.ts';
import type { FairTurns } from '../fair-turns.ts';
import type { Execute } from '../graphql/execution.ts';
import { askedBeside } from '../graphql/persisted-request.ts';
import { tokenOf } from '../publication.ts';

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
    const { url, headers, record } = request;
    record.operation = CALENDAR.name;
    const query = new URLSearchParams(url.split('?', 2)[1]);
    const siren = parseSiren((request.params as Readonly<Record<string, string>>)['siren'] ?? '');
    const language = languageOf(query, preferredLanguage(headers['accept-language'], 'fr'));
    const beside = askedBeside(query, tokenOf(request));
    if ('en' in beside) throw new BadUserInputError(beside);
    const { asked } = beside;
    const signal = clientSignal(reply.raw);

    const pageAfter = async (after: string | null): Promise<CertifierCalendarQuery> => {
      const own = { ...record, ...(asked && { asked }) };
      const operation = {
        document: CertifierCalendarDocument,
        variableValues: { siren, after },
      };
      return dataOf(await execute(operation, { record: own, signal })) as CertifierCalendarQuery;
    };

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
      'cache-control': validityOf(asked, record),
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

/** The data of an answer; throws the error of one that has any. */
function dataOf({ data, errors }: ExecutionResult): unknown {
  const [error] = errors ?? [];
  if (!error) return data;
  throw error.originalError ?? error;
}
