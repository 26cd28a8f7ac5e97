import { serverTiming, validityOf } from '../cache/send-cached.ts';
import type { RequestRecord } from '../request-record.ts';
import type { Moment, ReportRequest } from './request.ts';

/**
 * Headers that say for how long an answer is good, and of what. One for a single reader has no tag, by
 * which it would be asked about again.
 */
export function validityHeaders(
  { options }: ReportRequest,
  { headers }: Moment,
  record: RequestRecord,
): Readonly<Record<string, string>> {
  const { etag = '', ...others } = headers;
  return {
    ...others,
    ...(!record.marks.isForReader && { etag }),
    'cache-control': validityOf(options.asked, record),
    'server-timing': serverTiming(record),
  };
}
