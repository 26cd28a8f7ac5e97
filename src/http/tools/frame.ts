/** What stands around a result in the message that answers a call. */
export interface Frame {
  readonly start: string;
  /** Begins with the rest of the result, which is an object: its last brace at least. */
  readonly end: string;
}

/** A result alone. */
export const ALONE: Frame = { start: '', end: '}' };

/** A result without its last brace, in a frame. */
export function framed(result: Buffer, { start, end }: Frame): Buffer {
  return Buffer.concat([Buffer.from(start), result, Buffer.from(end)]);
}

/** What stands in a frame; of the same memory. */
export function unframed(body: Buffer, { start, end }: Frame): Buffer {
  return body.subarray(Buffer.byteLength(start), body.length - Buffer.byteLength(end));
}
