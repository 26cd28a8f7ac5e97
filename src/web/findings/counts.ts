import { SEVERITY_LABELS } from '../../domain/code-labels.ts';
import { FINDING_RULE_LABELS } from '../../domain/findings/finding-labels.ts';
import { numbers, table } from '../figures.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { FindingsPageQuery } from '../operations.ts';
import type { PageContext } from '../page.ts';
import type { FindingsState } from './state.ts';

interface Counts {
  readonly findings: number;
  readonly certifications: number;
}

function cells({ findings, certifications }: Counts, { format }: PageContext): Html {
  return html`<td class="number" data-value="${findings}">${format.count(findings)}</td><td class="number" data-value="${certifications}">${format.count(certifications)}</td>`;
}

/** How many findings there are by severity, by rule and by certifying body; each is a choice. */
export function countsSection(
  state: FindingsState,
  data: FindingsPageQuery,
  context: PageContext,
): Html {
  const {
    words: { findings: words },
  } = context;
  return html`<section class="wide" aria-labelledby="counts"><h2 id="counts">${words.counts}</h2>
<h3>${words.bySeverity}</h3>${bySeverity(state, data, context)}
<h3>${words.byRule}</h3>${byRule(state, data, context)}</section>
${byCertifier(state, data, context)}`;
}

function current(isChosen: boolean): Html {
  return isChosen ? html` aria-current="true"` : NOTHING;
}

function bySeverity(
  state: FindingsState,
  { bySeverity: { groups }, byRule: total }: FindingsPageQuery,
  context: PageContext,
): Html {
  const {
    words: { findings: words },
    language,
    href,
    self,
  } = context;
  const rows = groups.flatMap(({ severity, ...counts }) => {
    if (severity === null) return [];
    const address = href(self, { ...state, regle: null, gravite: severity });
    return [
      html`<tr><th scope="row"><a href="${address}"${current(severity === state.gravite)}>${SEVERITY_LABELS[severity][language]}</a></th>${cells(counts, context)}</tr>`,
    ];
  });
  const all = href(self, { ...state, regle: null, gravite: null });
  rows.push(
    html`<tr><th scope="row"><a href="${all}"><strong>${words.total}</strong></a></th>${cells(total, context)}</tr>`,
  );
  return table({
    caption: words.bySeverity,
    isTitled: true,
    head: [words.severity, numbers(words.number), numbers(words.certifications)],
    rows,
  });
}

function byRule(
  state: FindingsState,
  { byRule: { groups } }: FindingsPageQuery,
  context: PageContext,
): Html {
  const {
    words: { findings: words },
    language,
    href,
    self,
  } = context;
  const rows = groups.flatMap(({ rule, severity, ...counts }) => {
    if (rule === null || severity === null) return [];
    const address = href(self, { ...state, regle: rule, gravite: null });
    return [
      html`<tr><th scope="row"><a href="${address}"${current(rule === state.regle)}>${FINDING_RULE_LABELS[rule][language]}</a></th><td>${SEVERITY_LABELS[severity][language]}</td>${cells(counts, context)}</tr>`,
    ];
  });
  return table({
    caption: words.byRule,
    isTitled: true,
    sortable: true,
    head: [words.rule, words.severity, numbers(words.number), numbers(words.certifications)],
    rows,
  });
}

function byCertifier(
  state: FindingsState,
  { byCertifier: { groups, groupCount } }: FindingsPageQuery,
  context: PageContext,
): Html {
  const {
    words: { findings: words },
    format,
    href,
    self,
  } = context;
  if (groups.length === 0) return NOTHING;
  const rows = groups.map(({ certifier, ...counts }) => {
    if (certifier === null) {
      return html`<tr><th scope="row">${words.withoutCertifier}</th>${cells(counts, context)}<td></td></tr>`;
    }
    const { siren, name } = certifier;
    const choice =
      siren === state.siren
        ? NOTHING
        : html`<a href="${href(self, { ...state, siren })}" aria-label="${words.only} (${name})">${words.only}</a>`;
    return html`<tr><th scope="row"><a href="${href(`/certificateurs/${siren}`)}">${name}</a> <span class="muted">${siren}</span></th>${cells(counts, context)}<td>${choice}</td></tr>`;
  });
  const told =
    groupCount > groups.length
      ? words.certifiersMore(format.count(groups.length), format.count(groupCount))
      : words.overlapping;
  return html`<section class="wide" aria-labelledby="certifiers"><h2 id="certifiers">${words.byCertifier}</h2><p class="muted">${told}</p>${table(
    {
      caption: words.byCertifier,
      isTitled: true,
      head: [
        ...[words.certifier, numbers(words.number), numbers(words.certifications)],
        words.choose,
      ],
      rows,
    },
  )}</section>`;
}
