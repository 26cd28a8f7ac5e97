import { DATASETS } from '../../datasets/catalogue.ts';
import { otherFields, select } from '../forms.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { PageContext } from '../page.ts';
import { type Dossier, MOST_SECTIONS, type Section, SHARED, type SharedName } from './state.ts';

const SHARED_NAMES = Object.keys(SHARED) as SharedName[];

/** Shared parameters that are chosen, in place of being written. */
function choicesOf(name: SharedName, { words: { dossier } }: PageContext) {
  if (name === 'registre') return [['RNCP', 'RNCP'] as const, ['RS', 'RS'] as const];
  if (name === 'active') return [['oui', dossier.yes] as const, ['non', dossier.no] as const];
  return null;
}

/** The form in which a dossier is put together; shut where there is one to read. */
export function dossierForm(dossier: Dossier, context: PageContext): Html {
  const {
    words: { dossier: words },
    self,
  } = context;
  const { title, text, sections } = dossier;
  const isBegun = sections.length > 0;
  return html`<details class="screen"${isBegun ? NOTHING : html` open`}><summary>${isBegun ? words.change : words.compose}</summary>
<form action="${self}" class="stack">
<div class="field wide"><label for="titre">${words.titleField}</label><input id="titre" name="titre" value="${title}"></div>
<div class="field wide"><label for="texte">${words.text}</label><textarea id="texte" name="texte" rows="3">${text}</textarea></div>
<fieldset><legend>${words.shared}</legend><p class="muted">${words.sharedHelp}</p><div class="fields">${SHARED_NAMES.map((name) => sharedField(name, dossier, context))}</div></fieldset>
${sections.map((section, at) => sectionFields(section, at, context))}
${sections.length < MOST_SECTIONS ? newSection(sections.length, context) : html`<p>${words.full(String(MOST_SECTIONS))}</p>`}
<datalist id="reports">${DATASETS.map(({ name, title: of }) => html`<option value="${name}">${of[context.language]}</option>`)}</datalist>
${otherFields(context, ['titre', 'texte', 'section', 'note', 'check', ...SHARED_NAMES])}<button>${words.show}</button>
</form></details>`;
}

function sharedField(name: SharedName, { shared }: Dossier, context: PageContext): Html {
  const { dossier: words } = context.words;
  const label = words.sharedNames[name];
  const choices = choicesOf(name, context);
  if (choices) {
    return select(name, label, [['', words.any] as const, ...choices], shared[name][0] ?? '');
  }
  return html`<div class="field"><label for="${name}">${label}</label><input id="${name}" name="${name}" value="${shared[name].join(' ')}"></div>`;
}

function sectionFields({ given, text }: Section, at: number, { words }: PageContext): Html {
  const { dossier } = words;
  return html`<fieldset><legend>${dossier.section(String(at + 1))}</legend>
<div class="field wide"><label for="section-${at}">${dossier.report}</label><input id="section-${at}" name="section" list="reports" value="${given}"></div>
<div class="field wide"><label for="note-${at}">${dossier.note}</label><textarea id="note-${at}" name="note" rows="2">${text}</textarea></div>
</fieldset>`;
}

/** The fields of one section more: a choice, for who does not know the reports by name. */
function newSection(at: number, { words: { dossier: words }, language }: PageContext): Html {
  const options = [
    ['', words.none] as const,
    ...DATASETS.map(({ name, title }) => [name, title[language]] as const),
  ];
  return html`<fieldset><legend>${words.newSection}</legend>
<div class="field wide"><label for="section-${at}">${words.reportChoice}</label><select id="section-${at}" name="section">${options.map(
    ([value, told]) => html`<option value="${value}">${told}</option>`,
  )}</select></div>
<div class="field wide"><label for="note-${at}">${words.note}</label><textarea id="note-${at}" name="note" rows="2"></textarea></div>
</fieldset>`;
}
