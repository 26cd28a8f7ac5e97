import { serverTiming, validityOf } from '../cache/send-cached.ts';
import type { RequestRecord } from '../request-record.ts';
import type { Moment, ReportRequest } from './request.ts';

/** Headers that say for how long an answer is good, and of what. */
export function validityHeaders(
  { options }: ReportRequest,
  { headers }: Moment,
  record: RequestRecord,
): Readonly<Record<string, string>> {
  return {
    ...headers,
    'cache-control': validityOf(options.asked, record),
    'server-timing': serverTiming(record),
  };
}
