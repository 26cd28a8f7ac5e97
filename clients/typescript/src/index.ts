export {
  type Client,
  type Connection,
  createClient,
  type ReportRow,
  type Verdict,
} from './client.ts';
export { DebouchesError, type ErrorDetail } from './errors.ts';
export type { ClientOptions } from './http.ts';
export type { Operation, RequestOptions } from './operation.ts';
export type {
  ReportLabels,
  ReportName,
  ReportParameters,
  ReportRows,
} from './report-types.ts';
export { VERSIONS } from './versions.ts';
