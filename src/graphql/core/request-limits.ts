import type { RequestLimit } from '../../domain/limits.ts';
import { OPERATION_LIMITS } from './operation-limits.ts';

/** What the settings of a server allow. Times are in milliseconds. */
interface SetLimits {
  readonly requestTimeout: number;
  readonly maxGroups: number;
  readonly maxConcurrentReports: number;
  readonly reportQueueLimit: number;
  readonly reportTimeout: number;
}

/** The limits of requests, those that are set and those that are not. */
export function requestLimits(limits: SetLimits): RequestLimit[] {
  const limit = (name: string, value: number, fr: string, en: string) => ({
    ...{ name, value },
    text: { fr, en },
  });
  return [
    limit(
      'REQUEST_TIMEOUT_MS',
      limits.requestTimeout,
      'Millisecondes que peut durer une réponse de GraphQL.',
      'Milliseconds that an answer of GraphQL may take.',
    ),
    limit(
      'MAX_GROUPS',
      limits.maxGroups,
      'Groupes d’une statistique, au plus.',
      'Groups of one statistic, at most.',
    ),
    limit(
      'MAX_CONCURRENT_REPORTS',
      limits.maxConcurrentReports,
      'Rapports envoyés à la fois, au plus.',
      'Reports that are sent at once, at most.',
    ),
    limit(
      'REPORT_QUEUE_LIMIT',
      limits.reportQueueLimit,
      'Rapports qui peuvent attendre leur tour ; les suivants reçoivent 503.',
      'Reports that may wait for their turn; those after them are answered 503.',
    ),
    limit(
      'REPORT_TIMEOUT_MS',
      limits.reportTimeout,
      'Millisecondes que peut durer l’envoi d’un rapport, attente comprise.',
      'Milliseconds that sending a report may take, its wait included.',
    ),
    limit(
      'OPERATION_DEPTH',
      OPERATION_LIMITS.depth,
      'Champs emboîtés d’une opération, au plus.',
      'Nested fields of one operation, at most.',
    ),
    limit(
      'OPERATION_FIELDS',
      OPERATION_LIMITS.breadth,
      'Champs d’une opération, au plus.',
      'Fields of one operation, at most.',
    ),
    limit(
      'OPERATION_COST',
      OPERATION_LIMITS.complexity,
      'Coût d’une opération, au plus : les lignes et les champs qu’elle peut rendre.',
      'Cost of one operation, at most: the rows and fields that it may give.',
    ),
  ];
}
