import type { FastifyError, FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { DomainError } from '../domain/errors.ts';
import { notFound, sendError, toErrorResponse } from './error-response.ts';

/** Has every error answered, and every address that nothing is at. */
export function handleErrors(app: FastifyInstance, logger: Logger): void {
  app.setErrorHandler((error: FastifyError | DomainError, request, reply) => {
    const told = toErrorResponse(error, request);
    // A client that leaves while it is sent a long answer is no fault.
    const isGone = 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
    if (told.code === 'INTERNAL_SERVER_ERROR' && !isGone) {
      logger.error({ err: error, requestId: request.id }, 'unexpected error');
    }
    sendError(reply, told);
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    if (app.hasRoute({ method: 'GET', url: path })) {
      const message = {
        en: `${request.method} ${JSON.stringify(path)} is not accepted: it is read by GET`,
        fr: `${request.method} ${JSON.stringify(path)} n’est pas accepté : cela se lit par GET`,
      };
      const headers = { allow: 'GET, HEAD, OPTIONS' };
      sendError(reply, { code: 'BAD_REQUEST', status: 405, message, headers });
      return;
    }
    sendError(reply, { code: 'NOT_FOUND', message: notFound(request.url) });
  });
}
