import type { ErrorCode } from '../../domain/errors.ts';
import type { RequestLimit } from '../../domain/limits.ts';
import { OPERATION_LIMITS } from './operation-limits.ts';

/** What the settings of a server allow. Times are in milliseconds. */
interface SetLimits {
  readonly requestTimeout: number;
  readonly maxGroups: number;
  readonly maxCost: number;
  readonly allowance: { readonly burst: number; readonly perSecond: number };
  readonly minReadBytesPerSecond: number;
  readonly maxPastPublications: number;
  readonly maxConnections: number;
  readonly maxSubscriptions: number;
  readonly maxConcurrentReports: number;
  readonly reportQueueLimit: number;
  readonly reportTimeout: number;
}

/** The limits of requests, those that are set and those that are not. */
export function requestLimits(limits: SetLimits): RequestLimit[] {
  const limit = (
    name: string,
    value: number,
    fr: string,
    en: string,
    code: ErrorCode | null = null,
  ) => ({ ...{ name, value, code }, text: { fr, en } });
  return [
    limit(
      'REQUEST_TIMEOUT_MS',
      limits.requestTimeout,
      'Millisecondes que peut durer une réponse de GraphQL.',
      'Milliseconds that an answer of GraphQL may take.',
      'TIMEOUT',
    ),
    limit(
      'MAX_GROUPS',
      limits.maxGroups,
      'Groupes d’une statistique, au plus.',
      'Groups of one statistic, at most.',
      'BAD_USER_INPUT',
    ),
    limit(
      'CLIENT_BURST_MS',
      limits.allowance.burst,
      'Millisecondes de processeur qu’un client peut utiliser d’un coup.',
      'Milliseconds of processor that a client may use at once.',
      'TOO_MANY_REQUESTS',
    ),
    limit(
      'CLIENT_MS_PER_SECOND',
      limits.allowance.perSecond,
      'Millisecondes de processeur qu’un client peut utiliser par seconde, au-delà ; 0 : sans limite.',
      'Milliseconds of processor that a client may use in each second from then on; 0 is without a limit.',
      'TOO_MANY_REQUESTS',
    ),
    limit(
      'MAX_CONCURRENT_REPORTS',
      limits.maxConcurrentReports,
      'Rapports préparés à la fois, au plus.',
      'Reports that are made at once, at most.',
    ),
    limit(
      'REPORT_QUEUE_LIMIT',
      limits.reportQueueLimit,
      'Rapports qui peuvent être ouverts en plus, en attente de leur tour ou de leur lecteur ; les suivants reçoivent 503.',
      'Reports that may be open beside them, waiting for their turn or their reader; those after them are answered 503.',
      'TOO_MANY_EXPORTS',
    ),
    limit(
      'REPORT_TIMEOUT_MS',
      limits.reportTimeout,
      'Millisecondes que peut durer l’envoi d’un rapport, attente comprise.',
      'Milliseconds that sending a report may take, its wait included.',
      'TIMEOUT',
    ),
    limit(
      'MIN_READ_BYTES_PER_SECOND',
      limits.minReadBytesPerSecond,
      'Octets par seconde qu’un client lit au moins, sur 30 s d’attente ; en deçà la connexion est fermée.',
      'Bytes a second that a client reads at least, over 30 s of waiting for it; under that its connection is broken.',
      'READ_TOO_SLOWLY',
    ),
    limit(
      'MAX_PAST_PUBLICATIONS',
      limits.maxPastPublications,
      'Publications passées en mémoire, au plus ; huit autres attendent leur tour, et les suivantes reçoivent 503.',
      'Past publications in memory, at most; eight more wait for their turn, and those after them are answered 503.',
      'TOO_MANY_PUBLICATIONS',
    ),
    limit(
      'MAX_CONNECTIONS',
      limits.maxConnections,
      'Connexions ouvertes, au plus ; d’une même adresse un quart.',
      'Open connections, at most; of one address a quarter.',
    ),
    limit(
      'MAX_SUBSCRIPTIONS',
      limits.maxSubscriptions,
      'Abonnements ouverts, au plus ; d’un même client un quart.',
      'Open subscriptions, at most; of one client a quarter.',
      'TOO_MANY_SUBSCRIPTIONS',
    ),
    limit(
      'OPERATION_DEPTH',
      OPERATION_LIMITS.depth,
      'Champs emboîtés d’une opération, au plus.',
      'Nested fields of one operation, at most.',
      'QUERY_TOO_COMPLEX',
    ),
    limit(
      'OPERATION_FIELDS',
      OPERATION_LIMITS.breadth,
      'Champs d’une opération, au plus.',
      'Fields of one operation, at most.',
      'QUERY_TOO_COMPLEX',
    ),
    limit(
      'OPERATION_ANSWER_BYTES',
      OPERATION_LIMITS.answerBytes,
      'Octets d’une réponse, au plus, estimés avant d’exécuter l’opération.',
      'Bytes of an answer, at most, estimated before the operation is executed.',
      'QUERY_TOO_COMPLEX',
    ),
    limit(
      'OPERATION_COST',
      limits.maxCost,
      'Coût d’une opération, au plus, en millisecondes de processeur, estimé avant de l’exécuter.',
      'Cost of one operation, at most, in milliseconds of processor, estimated before it is executed.',
      'QUERY_TOO_COMPLEX',
    ),
  ];
}
