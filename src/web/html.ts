import { html, raw } from 'hono/html';

/** HTML whose values were escaped. */
export type Html = ReturnType<typeof html>;

/** HTML of several pieces, one after another. */
export function all(pieces: readonly Html[]): Html {
  return html`${pieces}`;
}

/** Nothing. */
export const NOTHING: Html = html``;

export { html, raw };
