import { ERRORS, type ErrorKind } from '../src/http/errors.ts';

const INTRODUCTION = `# Errors

An error of GraphQL has a \`message\` in words and a stable \`extensions.code\` for programs. The message says what was given and what is accepted; it may be improved at any time, the codes are only added to. A message repeats little of a long value. This page is generated from \`src/http/errors.ts\`: \`npm run generate\`.

\`\`\`json
{
  "errors": [
    {
      "message": "first: 9999 is not accepted: give 0 to 500, and read on with the cursor of the last row",
      "path": ["certifications"],
      "extensions": { "code": "BAD_USER_INPUT" }
    }
  ],
  "data": null
}
\`\`\`

[Reports](reports.md) have the same codes in a problem (\`application/problem+json\`, RFC 9457): \`type\`, \`title\`, \`status\`, \`code\`, \`detail\`, \`errors\` with one entry for each parameter that is wrong, and \`requestId\` with faults. Of a code that the register lacks, \`extensions\` and that entry also have \`reason\` (\`UNKNOWN_CODE\`, or \`SOURCE_AWAY\` when its export was not imported), the argument, \`given\` and \`nearest\`: [why an answer is empty](empty-answers.md).

## Language

Messages are in English, or in French for a client whose \`Accept-Language\` prefers it; reports look at \`labels\` first. The answer says which in \`Content-Language\`, and \`Vary\` has \`Accept-Language\`; codes, names of fields and values are the same. Answers with errors are kept by nobody. What the library of GraphQL says of a query that it cannot read, or that does not follow the schema, is in English, after a sentence in French; \`PersistedQueryNotSupported\` is read by clients, and is always so. The command line, the log and [health](operations.md) speak English.
`;

/** Statuses that a bad request may have beside its own. */
const BAD_REQUEST = '400, 405 (method), 406 (`accept`) or 415 (`content-type`)';

/** The text of docs/errors.md. */
export function printErrors(): string {
  return [INTRODUCTION, codes(), statuses()].join('\n');
}

function codes(): string {
  const rows = Object.entries(ERRORS).map(
    ([code, { cause, remedy }]) => `| \`${code}\` | ${cause} | ${remedy} |`,
  );
  return `## Codes\n\n| code | cause | remedy |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

function statuses(): string {
  const operations = kindsOf('OPERATION');
  const requests = kindsOf('REQUEST').filter(([code]) => code !== 'BAD_REQUEST');
  return `## HTTP status

An operation that could not be run has the status of its code: ${byStatus(operations)}. Clients that accept \`application/json\` alone get 200 with these codes, as GraphQL over HTTP has it; \`application/graphql-response+json\` is better. Reports, and [persisted operations](operations.md#persisted-operations) that are asked for by GET, have the status of the code whatever is accepted: what could not be run is never 200. An operation that ran, with errors in some fields, is 200.

A request that is refused as such has its status whatever is accepted: ${byStatus(requests)}; \`BAD_REQUEST\` is ${BAD_REQUEST}. An \`Expect\` other than \`100-continue\` is 417. Where the head of a request cannot be read, it is 400, 408 for one that is slow to arrive, or 431 for an address and headers of more than 16 KiB, in the form and the language that its beginning tells; a long operation goes by POST.

Every answer has the header \`x-request-id\`: the caller's own when it sent one (up to 128 letters, digits and \`. _ : -\`), else a new one. The [log](operations.md#logs) has it too.
`;
}

type Entry = readonly [code: string, kind: ErrorKind];

function kindsOf(of: ErrorKind['of']): readonly Entry[] {
  return Object.entries(ERRORS).filter(([, kind]) => kind.of === of);
}

/** \`400 for A and B; 503 for C\` */
function byStatus(kinds: readonly Entry[]): string {
  const groups = Map.groupBy(kinds, ([, { status }]) => status);
  return [...groups]
    .toSorted(([one], [other]) => one - other)
    .map(([status, each]) => `${status} for ${each.map(([code]) => `\`${code}\``).join(', ')}`)
    .join('; ');
}
