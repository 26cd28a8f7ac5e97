import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { ReadDatabase } from '../db/database.ts';
import type { RefreshStatus } from '../domain/refresh-status.ts';
import type { SnapshotStore } from '../snapshot/store.ts';
import type { SurveyService } from '../snapshot/surveys/survey-service.ts';
import type { ApiKey } from './access/api-keys.ts';
import type { OnRestrictedRead } from './access/restricted-reads.ts';
import type { TokenSettings } from './access/tokens.ts';
import type { Allowance } from './clients.ts';
import type { PersistedOperations } from './graphql/persisted-operations.ts';
import type { PublicationFilesParts } from './open-data/publication-files.ts';
import type { Readiness } from './ops/health.ts';
import type { OwnTheme } from './pages/own-theme.ts';
import type { ImportSurvey } from './surveys/survey-imports.ts';

/** What the server is made of. */
export interface ServerParts {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  /** The present instant. */
  readonly clock: () => Date;
  readonly limits: Limits;
  readonly access: Access;
  /** What may be asked by its id. */
  readonly operations: PersistedOperations;
  readonly database: ReadDatabase;
  /** The publication that is served, in memory. */
  readonly store: SnapshotStore;
  readonly checkReadiness: () => Promise<Readiness>;
  /** Where the refresh of the registers stands; null when nothing is known of it. */
  readonly refreshStatus: () => RefreshStatus | null;
  /** Keeps who read restricted figures; absent, lines of the log say so. */
  readonly onRestrictedRead?: OnRestrictedRead;
  /** What surveys are served by; absent or null, they are off. */
  readonly surveys?: SurveyService | null;
  /** Imports files of surveys that are uploaded; absent or null, none are accepted. */
  readonly importSurvey?: ImportSurvey | null;
  /** Where whole files of publications are, and how many bytes; absent, a temporary folder. */
  readonly publicationFiles?: PublicationFilesParts;
  /** What the operator adds to the theme of pages; absent, nothing. */
  readonly ownTheme?: OwnTheme;
  /** How long running requests may take to end when the server closes, in milliseconds. */
  readonly drainMs?: number;
  /** Within how long a request is to be received whole, in milliseconds. */
  readonly receptionMs?: number;
  /** Over how long the least rate of a reader is averaged, in milliseconds. */
  readonly readWindowMs?: number;
}

/** What one answer may cost, and all that are kept. Times are in milliseconds. */
export interface Limits {
  readonly requestTimeout: number;
  readonly maxGroups: number;
  /** Milliseconds of processor. */
  readonly maxCost: number;
  /** Reads of the database at once. */
  readonly maxConcurrentQueries: number;
  readonly maxConcurrentReports: number;
  readonly reportQueueLimit: number;
  readonly reportTimeout: number;
  readonly cacheBytes: number;
  /** Less than that a client may not read while it is waited for. */
  readonly minReadBytesPerSecond: number;
  readonly maxPastPublications: number;
  readonly maxConnections: number;
  readonly maxSubscriptions: number;
}

/** Who may ask what. */
export interface Access {
  readonly persistedOperationsOnly: boolean;
  readonly apiKeys: readonly ApiKey[];
  /** Whose tokens are accepted; null or absent, nobody's. */
  readonly oidc?: TokenSettings | null;
  /** What each client may spend. */
  readonly allowance: Allowance;
  /** Proxies whose `X-Forwarded-For` is believed: how many of them, or their addresses; null = none. */
  readonly trustedProxies: number | readonly string[] | null;
}
