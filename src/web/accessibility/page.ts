import { html } from '../html.ts';
import { AccessibilityPageDocument } from '../operations.ts';
import { page } from '../page.ts';

/** The day that the tests named here were last gone through by hand. */
const CHECKED_ON = '2026-12-01';

/** « Accessibilité »: the statement that RGAA 4.1 asks for; the operator fills in what is theirs. */
export const accessibilityPage = page({
  name: 'accessibility page',
  path: '/accessibilite',
  variables: () => ({}),
  operation: AccessibilityPageDocument,
  render: (_, { words: { accessibility: words }, format, siteName }) => {
    const items = (texts: readonly string[]) =>
      html`<ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>`;
    const section = (name: 'state' | 'tested' | 'known' | 'made' | 'contact' | 'recourse') =>
      html`<h2 id="${name}">${words[name].title}</h2><p>${words[name].text}</p>`;
    return {
      title: words.title,
      body: html`<h1>${words.title}</h1>
<p class="lead">${words.lead(siteName)}</p>
<p><strong>${words.toFillIn}</strong></p>
${section('state')}
${section('tested')}
${items(words.tests)}
<p>${words.checkedOn} <time datetime="${CHECKED_ON}">${format.day(CHECKED_ON)}</time>.</p>
${section('known')}
${items(words.limits)}
${section('made')}
${section('contact')}
${section('recourse')}
${items(words.ways)}`,
    };
  },
});
