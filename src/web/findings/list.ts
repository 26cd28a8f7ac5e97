import { SEVERITY_LABELS } from '../../domain/code-labels.ts';
import { FINDING_RULE_LABELS } from '../../domain/findings/finding-labels.ts';
import { numbers, table } from '../figures.ts';
import { type Html, html } from '../html.ts';
import { paging } from '../lists.ts';
import type { FindingsPageQuery } from '../operations.ts';
import type { PageContext } from '../page.ts';

/** The findings one by one, gravest first. */
export function listSection(
  { findings: { nodes, pageInfo } }: FindingsPageQuery,
  context: PageContext,
): Html {
  const {
    words: { findings: words },
    format,
    language,
  } = context;
  const rows = nodes.map(
    (each) =>
      html`<tr><th scope="row">${fiche(each, context)}</th><td>${SEVERITY_LABELS[each.severity][language]}</td><td>${FINDING_RULE_LABELS[each.rule][language]}</td><td class="number">${each.cohortYear ?? ''}</td><td>${language === 'fr' ? each.messageFr : each.message}</td><td class="text">${each.given ?? ''}</td><td>${format.count(each.firstSeenPublication.number)}, <time datetime="${each.firstSeenPublication.datedOn}">${format.day(each.firstSeenPublication.datedOn)}</time></td></tr>`,
  );
  return html`<section class="wide" aria-labelledby="list"><h2 id="list">${words.list}</h2>${
    rows.length === 0
      ? html`<p>${words.none}</p>`
      : html`${table({
          caption: words.list,
          isTitled: true,
          head: [
            ...[words.certification, words.severity, words.rule, numbers(words.year)],
            ...[words.explanation, words.given, words.since],
          ],
          rows,
        })}${paging(pageInfo, context)}`
  }</section>`;
}

/** The fiche that a finding is on: a page where it is served, else its code as it was written. */
function fiche(
  { certification, certificationCode }: FindingsPageQuery['findings']['nodes'][number],
  { words: { findings: words }, href }: PageContext,
): Html {
  if (certification !== null) {
    const { code, title } = certification;
    return html`<a href="${href(`/certifications/${code}`)}">${code}</a> ${title}`;
  }
  return html`${certificationCode ?? words.withoutCode} <span class="muted">(${words.refused})</span>`;
}
