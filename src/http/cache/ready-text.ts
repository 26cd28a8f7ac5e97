import type { FastifyReply } from 'fastify';
import { compress } from './compression.ts';
import { etagOf, isKnown } from './etag.ts';
import { type Encoding, preferredEncoding } from './negotiation.ts';
import type { CachedResponse } from './response-cache.ts';
import { revalidated, sendDirectly, sendNotModified, serverTiming } from './send-cached.ts';

interface ReadyTextOptions {
  /** Media type; JSON when it is not said. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What it depends on beside, as in `Vary`. */
  readonly varied?: string;
}

/** A text that follows from the program or a publication alone, packed once as each client likes it. */
export class ReadyText {
  readonly #text: string;
  readonly #type: string;
  readonly #own: Readonly<Record<string, string>>;
  readonly #varied: string;
  readonly #packed = new Map<Encoding, Promise<CachedResponse>>();

  /** `headers` are of all its answers, 304 included. */
  constructor(
    text: string,
    { type = 'application/json; charset=utf-8', headers = {}, varied }: ReadyTextOptions = {},
  ) {
    this.#text = text;
    this.#type = type;
    this.#own = headers;
    this.#varied = varied === undefined ? '' : `, ${varied}`;
  }

  /** Sends it, or 304 when the client has it already. */
  async send(reply: FastifyReply): Promise<void> {
    const { headers, record } = reply.request;
    const packed = await this.#in(preferredEncoding(headers));
    const validity = {
      ...this.#own,
      etag: packed.etag,
      'cache-control': revalidated(record),
      vary: `accept, accept-encoding${this.#varied}`,
      'server-timing': serverTiming(record),
    };
    if (isKnown(headers, packed)) sendNotModified(reply, validity);
    else sendDirectly(reply, packed, validity);
  }

  #in(wanted: Encoding): Promise<CachedResponse> {
    const known = this.#packed.get(wanted);
    if (known !== undefined) return known;
    const packed = this.#pack(wanted);
    this.#packed.set(wanted, packed);
    // Who comes after a failure tries again.
    packed.catch(() => this.#packed.delete(wanted));
    return packed;
  }

  async #pack(wanted: Encoding): Promise<CachedResponse> {
    const { body, encoding } = await compress(Buffer.from(this.#text), wanted);
    return {
      body,
      etag: etagOf([this.#text, encoding]),
      headers: {
        'content-type': this.#type,
        ...(encoding !== 'identity' && { 'content-encoding': encoding }),
      },
    };
  }
}
