import { ERRORS, TITLES } from '../errors.ts';

const ref = (name: string) => ({ $ref: `#/components/${name}` });

const problem = { 'application/problem+json': { schema: ref('schemas/Problem') } };

const RETRY_AFTER = {
  'Retry-After': {
    description: 'Seconds after which to ask again',
    schema: { type: 'integer' },
  },
};

/** Statuses of answers that are no rows, and why they are given. */
const PROBLEMS = {
  400: ERRORS.BAD_USER_INPUT.cause,
  401: ERRORS.UNAUTHENTICATED.cause,
  404: 'Nothing is served at this address.',
  405: 'Another method than GET and HEAD.',
  406: 'No format that is served here is accepted by the client.',
  410: 'Another publication is served than the one that `publication` names.',
  416: 'The file has no such part as `Range` names.',
  500: ERRORS.INTERNAL_SERVER_ERROR.cause,
  503: `${ERRORS.TOO_MANY_EXPORTS.cause} ${ERRORS.TIMEOUT.cause} ${ERRORS.NO_PUBLICATION.cause}`,
} as const satisfies Record<number, string>;

type Status = keyof typeof PROBLEMS;

/** A link within a cause is of no use outside the pages that it is written for. */
const plain = (text: string) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');

/** Answers that are no rows, by the name that operations refer to them by. */
export function problemResponses() {
  const statuses = Object.keys(PROBLEMS).map(Number) as Status[];
  return Object.fromEntries([
    ...statuses.map((status) => [
      `Problem${status}`,
      {
        description: `${TITLES[status]?.en}. ${plain(PROBLEMS[status])}`,
        ...(status === 503 && { headers: RETRY_AFTER }),
        content: problem,
      },
    ]),
    ['Problem', { description: 'Why there is no report', content: problem }],
  ]);
}

const answers = (...statuses: readonly Status[]) => ({
  ...Object.fromEntries(statuses.map((status) => [status, ref(`responses/Problem${status}`)])),
  default: ref('responses/Problem'),
});

/** What a description may be answered with instead. */
export const DESCRIPTION_PROBLEMS = answers(401, 405, 500);

/** What a report may be answered with instead. */
export const ROWS_PROBLEMS = answers(400, 401, 405, 406, 410, 416, 500, 503);

/** How a key is given, where the server has any: callers without one are answered too. */
export const SECURITY_SCHEMES = {
  bearer: {
    ...{ type: 'http', scheme: 'bearer' },
    description: 'A key of the server, or a token (JWT) of the issuer that it trusts.',
  },
  basic: {
    ...{ type: 'http', scheme: 'basic' },
    description: 'A key as the password, whatever the user.',
  },
  header: { type: 'apiKey', in: 'header', name: 'x-api-key', description: 'A key.' },
  query: {
    ...{ type: 'apiKey', in: 'query', name: 'key' },
    description: 'The same, for tools that cannot send a header.',
  },
};

export const SECURITY = [{}, ...Object.keys(SECURITY_SCHEMES).map((name) => ({ [name]: [] }))];
