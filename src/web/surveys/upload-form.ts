import { LARGEST_SURVEY_FILE } from '../../domain/survey/upload.ts';
import { addressOf } from '../addresses.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { PageContext } from '../page.ts';

/** Where files of surveys are sent to, and where the template is. */
export const UPLOAD_PATH = '/enquetes/import';
export const TEMPLATE_PATH = '/enquetes/modele.xlsx';

/** Names of the fields of the form. */
export const UPLOAD_FIELDS = {
  files: 'fichiers',
  mapping: 'correspondance',
  action: 'action',
} as const;

/** Values of `action`. */
export const UPLOAD_ACTIONS = { check: 'verifier', import: 'importer' } as const;

/** Sends files of surveys: the form, and what is to be known of it. */
export function uploadSection(
  { isBody, demonstration }: { readonly isBody: boolean; readonly demonstration: boolean },
  { words: { surveys: words }, language }: PageContext,
): Html {
  const { files, mapping, action } = UPLOAD_FIELDS;
  // Always of the newest publication, whichever the page shows.
  const address = addressOf(UPLOAD_PATH, [['lang', language]]);
  const megabytes = String(LARGEST_SURVEY_FILE / 1024 ** 2);
  return html`<section class="screen" aria-labelledby="upload"><h2 id="upload">${words.upload}</h2>
${demonstration ? html`<p><strong>${words.uploadDemonstration}</strong></p>` : NOTHING}
<p>${words.uploadLead}${isBody ? ` ${words.ownOnly}` : ''} <a href="${TEMPLATE_PATH}">${words.template}</a></p>
<form class="stack" method="post" action="${address}" enctype="multipart/form-data">
<div class="field wide"><label for="files">${words.fileField}</label><input id="files" type="file" name="${files}" multiple required accept=".csv,.xlsx,.xml" aria-describedby="files-help"><p class="muted" id="files-help">${words.limit(megabytes)}</p></div>
<div class="field wide"><label for="mapping">${words.mappingField}</label><input id="mapping" type="file" name="${mapping}" accept=".json"${isBody ? html` aria-describedby="mapping-help"` : NOTHING}>${isBody ? html`<p class="muted" id="mapping-help">${words.mappingHelp}</p>` : NOTHING}</div>
<p class="muted" id="action-help">${words.checkHelp}</p>
<div class="actions"><button name="${action}" value="${UPLOAD_ACTIONS.check}" aria-describedby="action-help">${words.check}</button> <button name="${action}" value="${UPLOAD_ACTIONS.import}" aria-describedby="action-help">${words.import}</button></div>
</form></section>`;
}
