import { type Html, html, NOTHING } from './html.ts';

/** A choice of a form, with its label. */
export function select(
  name: string,
  label: string,
  options: Iterable<readonly [value: string, label: string]>,
  chosen: string,
): Html {
  const items = Array.from(
    options,
    ([value, told]) =>
      html`<option value="${value}"${value === chosen ? html` selected` : NOTHING}>${told}</option>`,
  );
  return html`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${items}</select></div>`;
}
