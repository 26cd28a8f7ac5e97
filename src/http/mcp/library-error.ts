import { ProtocolErrorCode } from '@modelcontextprotocol/server';

/** An error as the library of the protocol writes it. */
export interface LibraryError {
  readonly code: number;
  readonly message: string;
}

/** What is told instead of an error of the library that is the caller's and hard to read; else null. */
export function toldInstead(error: LibraryError): LibraryError | null {
  const { code, message } = error;
  if (code === ProtocolErrorCode.InvalidParams) {
    const issues = issuesOf(message.replace(/^Invalid [\w/]+ request: /, ''));
    return issues === null ? null : { ...error, message: issues };
  }
  if (code !== ProtocolErrorCode.InternalError) return null;
  if (message === NO_SUBSCRIPTION) {
    return { code: ProtocolErrorCode.MethodNotFound, message: NOTHING_CHANGES };
  }
  const issues = issuesOf(message);
  return issues === null ? null : { code: ProtocolErrorCode.InvalidParams, message: issues };
}

/** What the library says of a subscription where none is allowed. */
const NO_SUBSCRIPTION = 'Subscription limit reached';
const NOTHING_CHANGES =
  'tools, prompts and resources do not change while this server runs: there is nothing to listen to';

/** Faults of a message that an error lists, at most. */
const MOST_ISSUES = 5;

/** Faults in the parameters of a message, which the library reports as an internal error. */
function issuesOf(message: string): string | null {
  if (!message.startsWith('[')) return null;
  try {
    const issues = JSON.parse(message) as { path?: unknown[]; message?: string }[];
    const told = issues
      .slice(0, MOST_ISSUES)
      .map(({ path = [], message: text = '' }) => `${path.join('.')}: ${text}`);
    return told.join('; ').slice(0, 1_000).toWellFormed();
  } catch {
    return null;
  }
}
