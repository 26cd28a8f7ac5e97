import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** The media type of events as they come (Server-Sent Events). */
export const EVENT_STREAM = 'text/event-stream';

/** Events as Yoga writes them, with a comment every 12 s so that nobody in between takes them for dead. */
export type EventBytes = ReadableStream<Uint8Array>;

export const EVENT_HEADERS = {
  'content-type': EVENT_STREAM,
  'cache-control': 'no-store',
  // Proxies of nginx hold answers back otherwise.
  'x-accel-buffering': 'no',
} as const;

/** Sends events to a client until there are no more, or it has left. */
export function sendEvents(reply: FastifyReply, events: EventBytes): void {
  const stream = readableOf(events);
  // Whoever left before the first event is known to nobody else.
  reply.raw.on('close', () => stream.destroy());
  reply.headers(EVENT_HEADERS).send(stream);
}

/** A stream of one event, for a client that would know nothing of an answer in another form. */
export function onlyEvent(json: string): string {
  return `event: next\ndata: ${json}\n\nevent: complete\ndata:\n\n`;
}

/** What is read of events as they are wanted; destroyed, it cancels them. */
function readableOf(events: EventBytes): Readable {
  const reader = events.getReader();
  return new Readable({
    read() {
      reader.read().then(
        ({ done, value }) => this.push(done ? null : value),
        (error: unknown) => this.destroy(error instanceof Error ? error : new Error(String(error))),
      );
    },
    destroy(error, callback) {
      reader.cancel().then(
        () => callback(error),
        () => callback(error),
      );
    },
  });
}
