import { CHANGE_KINDS } from '../../domain/changes/change.ts';
import { CHANGE_KIND_LABELS } from '../../domain/changes/change-text.ts';
import { select } from '../forms.ts';
import { type Html, html, NOTHING } from '../html.ts';
import { keptFields, pageVariables, reportLinks } from '../lists.ts';
import {
  ChangesListDocument,
  type ChangesListQuery,
  type ChangesListQueryVariables,
  ChangesPageDocument,
  type ChangesPageQuery,
  type ChangesPageQueryVariables,
} from '../operations.ts';
import { type PageContext, page } from '../page.ts';
import { listSection } from './list.ts';
import { publicationsSection } from './publications.ts';
import { type ChangesState, choiceOf, filterOf, LEVELS, readState } from './state.ts';

/** Publications that the page lists. */
const PUBLICATIONS = 30;

type Variables = ChangesPageQueryVariables & ChangesListQueryVariables;

/** « Nouveautés »: what changed between two publications, newest first. */
export const changesPage = page<ChangesPageQuery, Variables, ChangesListQuery>({
  name: 'changes page',
  path: '/nouveautes',
  variables: ({ query }) => {
    const state = readState(query);
    return {
      publications: PUBLICATIONS,
      filter: filterOf(state),
      kinds: state.nature.length === 0 ? null : [...state.nature],
      since: choiceOf(state.depuis),
      until: choiceOf(state.jusque),
      ...pageVariables(query),
    };
  },
  operation: ChangesPageDocument,
  texts: ChangesListDocument,
  render: (data, context, texts) => {
    const state = readState(context.query);
    const {
      words: { changes: words },
    } = context;
    const feed = feedOf(state, context);
    return {
      title: words.title,
      section: 'changes',
      links: [{ rel: 'alternate', type: 'application/atom+xml', href: feed, title: words.feed }],
      body: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${shortcuts(state, data, context)}
${form(state, context)}
<p>${range(state, context)}</p>
${listSection(texts, context, data.dataStatus.publication.comparedWith === null)}
<p class="screen"><a href="${feed}">${words.feed}</a></p>
${files(state, context)}
${publicationsSection(state, data, context)}`,
    };
  },
});

/** The usual choices: since the publication before, and all known history. */
function shortcuts(
  state: ChangesState,
  { dataStatus: { publication } }: ChangesPageQuery,
  { words: { changes: words }, format, href, self }: PageContext,
): Html {
  const link = (label: string, depuis: string | null) => {
    const isChosen = state.depuis === depuis && state.jusque === null;
    return html`<li><a href="${href(self, { ...state, depuis, jusque: null })}"${isChosen ? html` aria-current="true"` : NOTHING}>${label}</a></li>`;
  };
  const before = publication.comparedWith;
  return html`<nav class="screen" aria-label="${words.since}"><ul class="tags">${
    before === null
      ? NOTHING
      : link(
          words.sincePrevious(format.count(before.number), format.day(before.datedOn)),
          String(before.number),
        )
  }${link(words.allKnown, null)}</ul></nav>`;
}

function form(state: ChangesState, context: PageContext): Html {
  const {
    words: { changes: words },
    language,
    self,
    href,
  } = context;
  const field = (name: 'depuis' | 'jusque' | 'siren' | 'code', label: string) =>
    html`<div class="field"><label for="${name}">${label}</label><input id="${name}" name="${name}" autocomplete="off" value="${state[name] ?? ''}"></div>`;
  const levels = LEVELS.map((level) => [level, `${words.level} ${level}`] as const);
  const kinds = CHANGE_KINDS.map((kind) => {
    const checked = state.nature.includes(kind) ? html` checked` : NOTHING;
    return html`<label><input type="checkbox" name="nature" value="${kind}"${checked}> ${CHANGE_KIND_LABELS[kind][language]}</label>`;
  });
  return html`<form class="find" action="${self}">
${field('depuis', words.from)}
${field('jusque', words.to)}
${select('niveau', words.level, [['', words.all], ...levels], state.niveau ?? '')}
${field('siren', words.siren)}
${field('code', words.code)}
<fieldset class="field"><legend>${words.kinds}</legend><div class="boxes">${kinds}</div></fieldset>
${keptFields(context)}<button>${words.show}</button> <a href="${href(self)}">${words.clear}</a>
</form>
<p class="muted">${words.hint}</p>`;
}

/** Between which publications, in words. */
function range(
  { depuis, jusque }: ChangesState,
  { words: { changes: words }, format }: PageContext,
): string {
  const named = (text: string) =>
    text.includes('-')
      ? words.knownOn(format.day(text))
      : words.numbered(format.count(Number(text)));
  const from = depuis === null ? words.fromBeginning : words.fromOne(named(depuis));
  const to = jusque === null ? words.toCurrent : words.toOne(named(jusque));
  return `${from} ${to}`;
}

/** The feed of the same certifications and kinds of changes. */
function feedOf({ nature, niveau, siren, code }: ChangesState, { query }: PageContext): string {
  const asked = new URLSearchParams();
  for (const kind of nature) asked.append('kinds', kind);
  const others = { level: niveau, certifier: siren, code, lang: query.get('lang') };
  for (const [name, value] of Object.entries(others)) if (value) asked.set(name, value);
  return asked.size === 0 ? '/changes.atom' : `/changes.atom?${asked}`;
}

/** Before all publications: the report looks twelve months back unless a day is given. */
const EVER = '1990-01-01';

function files(state: ChangesState, context: PageContext): Html {
  const { depuis, jusque, nature, niveau, siren, code } = state;
  const asked = {
    ...{ since: depuis ?? EVER, until: jusque, kinds: nature },
    ...{ level: niveau, certifier: siren, code },
  };
  return html`<p class="screen">${context.words.changes.files}${reportLinks('changes', asked, context)}</p>`;
}
