import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Bilingual } from '../domain/bilingual.ts';
import { sendProblem } from './error-response.ts';

/**
 * Makes the hook that answers a method other than reading, before its body is read.
 *
 * - `read`: what is read, as a sentence goes on: `reports are read by GET`.
 */
export function onlyRead(read: Bilingual) {
  return ({ method }: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    if (method === 'GET' || method === 'HEAD') {
      done();
      return;
    }
    sendProblem(reply, {
      ...{ status: 405, code: 'BAD_REQUEST', headers: { allow: 'GET, HEAD, OPTIONS' } },
      detail: {
        en: `${method} is not accepted: ${read.en}`,
        fr: `${method} n’est pas accepté : ${read.fr}`,
      },
    });
  };
}
