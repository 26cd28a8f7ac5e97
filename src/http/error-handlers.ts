import type { FastifyError, FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { ClientClosedRequestError, type DomainError } from '../domain/errors.ts';
import { notFound, sendError, toErrorResponse } from './error-response.ts';

/** Has every error answered, and every address that nothing is at. */
export function handleErrors(app: FastifyInstance, logger: Logger): void {
  app.setErrorHandler((error: FastifyError | DomainError, request, reply) => {
    const told = toErrorResponse(error, request);
    if (told.code === 'INTERNAL_SERVER_ERROR' && !isOfGone(error)) {
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

/** Whether an error is that of a client that left while it was sent a long answer, which is no fault. */
function isOfGone(error: FastifyError | DomainError): boolean {
  if (error.cause instanceof ClientClosedRequestError) return true;
  return 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
