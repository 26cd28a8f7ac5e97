import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DATASETS } from '../../datasets/catalogue.ts';
import { isKnown } from '../cache/etag.ts';
import { ReadyText } from '../cache/ready-text.ts';
import { memoizeRequests } from '../cache/request-memo.ts';
import { sendDirectly, sendNotModified } from '../cache/send-cached.ts';
import { DATASETS_CONTRACT } from '../common-headers.ts';
import { sendProblem } from '../error-response.ts';
import type { Problem } from '../problem.ts';
import type { MomentOfAsked } from '../publication.ts';
import { onlyRead } from '../read-only.ts';
import { type ReportAddress, reportAddress } from './address.ts';
import { reportList, reportSchema } from './description.ts';
import { openApi } from './open-api.ts';
import { momentOf, type ReportRequest, readReportRequest } from './request.ts';
import { sendKeptFile } from './send-file.ts';
import { type SendRowsParts, sendRows } from './send-rows.ts';
import { validityHeaders } from './validity.ts';

export interface ReportParts extends SendRowsParts {
  /** What an answer is of. */
  readonly momentOfAsked: MomentOfAsked;
  /** What figures are made by, as answers name it. */
  readonly methodVersion: string;
}

export interface ReportRoutes {
  /** Answers a request from memory, or with 304; false when it cannot. */
  readonly sendFromMemory: (request: FastifyRequest, reply: FastifyReply) => boolean;
  readonly register: (app: FastifyInstance) => void;
}

/** The address of a description. */
type Described = Exclude<ReportAddress, { kind: 'ROWS' }>;

type Read =
  | { readonly kind: 'DESCRIPTION'; readonly address: Described }
  | { readonly kind: 'ROWS'; readonly name: string; readonly request: ReportRequest }
  | { readonly kind: 'PROBLEM'; readonly name?: string; readonly problem: Problem };

/**
 * Makes the routes of all addresses below `/reports`. Answers that fit are kept, under the
 * publication and the day that they were really read on.
 */
export function createReportRoutes(parts: ReportParts): ReportRoutes {
  const read = memoizeRequests(readRequest);

  const sendFromMemory = (request: FastifyRequest, reply: FastifyReply): boolean => {
    const asked = read(request);
    if (asked.kind !== 'ROWS' || asked.request.options.checked) return false;
    const of = parts.momentOfAsked(asked.request.options.asked);
    if (!of) return false;
    const { record, headers, method } = request;
    const moment = momentOf(asked.request, of.publication, of.today, record.reader);
    const cached = parts.cache.get(moment.key);
    record.cache = cached ? 'hit' : 'miss';
    const known = isKnown(headers, moment);
    if (!cached && !known) return false;
    record.operation = asked.name;
    record.format = asked.request.name;
    const validity = validityHeaders(asked.request, moment, record);
    if (known || !cached) {
      sendNotModified(reply, validity);
      return true;
    }
    const count = cached.headers['x-row-count'];
    if (method !== 'HEAD' && count !== undefined) record.rows = Number(count);
    sendDirectly(reply, cached, validity);
    return true;
  };

  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { record } = request;
    const asked = read(request);
    if (asked.kind === 'DESCRIPTION') {
      return descriptionAt(asked.address, parts.methodVersion).send(reply);
    }
    if (asked.name !== undefined) record.operation = asked.name;
    if (asked.kind === 'PROBLEM') return sendProblem(reply, asked.problem);
    record.format = asked.request.name;
    const of = parts.momentOfAsked(asked.request.options.asked);
    if (asked.request.format.whole && of && !asked.request.options.checked) {
      if (await sendKeptFile(parts.files, reply, asked.request, of)) return;
    }
    await sendRows(parts, reply, asked.request);
  };

  return {
    sendFromMemory,
    register: (app) => {
      const onRequest = onlyRead({
        en: 'reports are read by GET',
        fr: 'les rapports se lisent par GET',
      });
      for (const path of ['/reports', '/reports/*']) {
        app.all(path, { onRequest }, async (request, reply) => {
          await answer(request, reply);
          return reply;
        });
      }
    },
  };
}

function readRequest(request: FastifyRequest): Read {
  const address = reportAddress(request.url.split('?', 1)[0] ?? '');
  if ('status' in address) return { kind: 'PROBLEM', problem: address };
  if (address.kind !== 'ROWS') return { kind: 'DESCRIPTION', address };
  const { name } = address.report;
  const read = readReportRequest(request, address);
  return 'status' in read
    ? { kind: 'PROBLEM', name, problem: read }
    : { kind: 'ROWS', name, request: read };
}

/** Descriptions follow from the program and the method alone. */
const ready = new Map<string, ReadyText>();

function descriptionAt(address: Described, methodVersion: string): ReadyText {
  const of = address.kind === 'SCHEMA' ? address.report.name : '';
  const key = `${address.kind} ${of} ${methodVersion}`;
  const text =
    ready.get(key) ??
    new ReadyText(JSON.stringify(describe(address, methodVersion)), { headers: DATASETS_CONTRACT });
  ready.set(key, text);
  return text;
}

function describe(address: Described, methodVersion: string) {
  if (address.kind === 'LIST') return reportList(DATASETS);
  if (address.kind === 'OPEN_API') return openApi(DATASETS, methodVersion);
  return reportSchema(address.report, methodVersion);
}
