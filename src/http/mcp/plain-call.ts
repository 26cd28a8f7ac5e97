import type { FailedCall } from '../tools/call.ts';
import type { Frame } from '../tools/frame.ts';
import { isObject } from '../tools/given-values.ts';
import { failureCode, SERVER_INFO } from './protocol.ts';
import { FORMER, MODERN } from './revisions.ts';

/** A call of a tool as nearly all clients send it. */
export interface PlainCall {
  readonly id: string | number;
  readonly tool: string;
  readonly given: unknown;
  /** Whether it is of the revision in which each message says all that it needs. */
  readonly isModern: boolean;
}

const META = {
  version: 'io.modelcontextprotocol/protocolVersion',
  client: 'io.modelcontextprotocol/clientInfo',
  capabilities: 'io.modelcontextprotocol/clientCapabilities',
} as const;

const MEMBERS: ReadonlySet<string> = new Set(['jsonrpc', 'id', 'method', 'params']);
const PARAMS: ReadonlySet<string> = new Set(['name', 'arguments', '_meta']);
const METAS: ReadonlySet<string> = new Set([...Object.values(META), 'progressToken']);

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Reads a message that is a plain call; null for every other message, which is the library's: a server,
 * a transport and two validations for each message take 170 µs, as much as many answers. What is plain
 * is answered as the library answers it, which a test holds.
 */
export function readPlainCall(message: unknown, headers: Headers): PlainCall | null {
  if (!isObject(message) || !hasOnly(message, MEMBERS)) return null;
  const { jsonrpc, id, method, params } = message;
  if (jsonrpc !== '2.0' || method !== 'tools/call' || !isId(id)) return null;
  if (!isObject(params) || !hasOnly(params, PARAMS)) return null;
  const { name, arguments: given, _meta: meta } = params;
  if (typeof name !== 'string' || (given !== undefined && !isObject(given))) return null;
  if (!acceptsJson(headers['accept']) || headers['content-type'] !== 'application/json')
    return null;
  const version = headers['mcp-protocol-version'];
  if (meta === undefined || (isObject(meta) && !(META.version in meta))) {
    if (version !== undefined && !FORMER.has(String(version))) return null;
    if (meta !== undefined && !hasOnly(meta as object, METAS)) return null;
    return isPlainMeta(meta) ? { id, tool: name, given, isModern: false } : null;
  }
  const isTold =
    version === MODERN && headers['mcp-method'] === method && headers['mcp-name'] === name;
  if (!isTold || !isObject(meta) || !hasOnly(meta, METAS)) return null;
  const isWhole =
    meta[META.version] === MODERN &&
    isClient(meta[META.client]) &&
    isEmpty(meta[META.capabilities]);
  return isWhole && isPlainMeta(meta) ? { id, tool: name, given, isModern: true } : null;
}

/** What stands around the result of a call. */
export function frameOf({ id, isModern }: PlainCall): Frame {
  return { start: '{"result":', end: `${isModern ? MODERN_END : '}'}${endOf(id)}` };
}

/** The message that tells why a call was not tried. */
export function writeFailure({ id }: PlainCall, { status, code, message }: FailedCall): string {
  const error = { code: failureCode(status), message, data: { code } };
  return `{"error":${JSON.stringify(error)}${endOf(id)}`;
}

function endOf(id: PlainCall['id']): string {
  return `,"jsonrpc":"2.0","id":${JSON.stringify(id)}}`;
}

const MODERN_END = `,"resultType":"complete","_meta":${JSON.stringify({
  'io.modelcontextprotocol/serverInfo': SERVER_INFO,
})}}`;

function isId(id: unknown): id is string | number {
  return (typeof id === 'string' && id.length <= 200) || Number.isSafeInteger(id);
}

function hasOnly(value: object, names: ReadonlySet<string>): boolean {
  for (const name in value) if (!names.has(name)) return false;
  return true;
}

/**
 * Whether a client takes JSON, which every answer is: one that says nothing does, and one that takes
 * everything, as curl, though the protocol asks them to name streams beside.
 */
export function acceptsJson(accept: string | string[] | undefined): boolean {
  return accept === undefined || /(?:application|\*)\/(?:json|\*)/i.test(String(accept));
}

function isPlainMeta(meta: unknown): boolean {
  const token = isObject(meta) ? meta['progressToken'] : undefined;
  return token === undefined || typeof token === 'string' || Number.isSafeInteger(token);
}

function isClient(client: unknown): boolean {
  if (!isObject(client)) return false;
  const { name, version, ...rest } = client;
  return typeof name === 'string' && typeof version === 'string' && isEmpty(rest);
}

/** No capability: those that there are have shapes, which the library looks at. */
function isEmpty(value: unknown): boolean {
  return isObject(value) && hasOnly(value, new Set());
}
