import { html, raw } from 'hono/html';

/** HTML whose values were escaped. */
export type Html = ReturnType<typeof html>;

/** Nothing. */
export const NOTHING: Html = html``;

export { html, raw };
