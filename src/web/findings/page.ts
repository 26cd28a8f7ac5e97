import { SEVERITY_LABELS } from '../../domain/code-labels.ts';
import { FINDING_SEVERITIES } from '../../domain/findings/finding.ts';
import { FINDING_RULE_LABELS } from '../../domain/findings/finding-labels.ts';
import { select } from '../forms.ts';
import { type Html, html } from '../html.ts';
import { keptFields, pageVariables, reportLinks } from '../lists.ts';
import { FindingsPageDocument } from '../operations.ts';
import { type PageContext, page } from '../page.ts';
import { countsSection } from './counts.ts';
import { listSection } from './list.ts';
import { type FindingsState, filtersOf, RULES, readState } from './state.ts';

/** « Anomalies »: what is wrong or doubtful in the data, counted and listed. */
export const findingsPage = page({
  name: 'findings page',
  path: '/anomalies',
  variables: ({ query }) => {
    const state = readState(query);
    return {
      ...filtersOf(state),
      ...pageVariables(query),
    };
  },
  operation: FindingsPageDocument,
  render: (data, context) => {
    const state = readState(context.query);
    const {
      words: { findings: words },
      format,
    } = context;
    const { totalCount } = data.findings;
    return {
      title: words.title,
      section: 'findings',
      body: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${form(state, context)}
<p><strong>${totalCount === 1 ? words.foundOne : words.found(format.count(totalCount))}.</strong></p>
${countsSection(state, data, context)}
${listSection(data, context)}
${files(state, context)}
<p class="screen"><a href="${context.href('/ecarts')}">${context.words.gaps.link}</a></p>`,
    };
  },
});

function form(state: FindingsState, context: PageContext): Html {
  const {
    words: { findings: words },
    language,
    self,
    href,
  } = context;
  const none = ['', words.all] as const;
  const rules = RULES.map((rule) => [rule, FINDING_RULE_LABELS[rule][language]] as const);
  const severities = FINDING_SEVERITIES.map(
    (severity) => [severity, SEVERITY_LABELS[severity][language]] as const,
  );
  return html`<form class="find" action="${self}">
${select('gravite', words.severity, [none, ...severities], state.gravite ?? '')}
${select('regle', words.rule, [none, ...rules], state.regle ?? '')}
<div class="field"><label for="siren">${words.siren}</label><input id="siren" name="siren" inputmode="numeric" autocomplete="off" value="${state.siren ?? ''}"></div>
<div class="field"><label for="code">${words.code}</label><input id="code" name="code" autocomplete="off" value="${state.code ?? ''}"></div>
${keptFields(context)}<button>${words.show}</button> <a href="${href(self)}">${words.clear}</a>
</form>`;
}

function files({ regle, gravite, siren, code }: FindingsState, context: PageContext): Html {
  const asked = { rule: regle, severity: gravite, certifier: siren, code };
  return html`<p class="screen">${context.words.findings.files}${reportLinks('findings', asked, context)}</p>`;
}
