import {
  ACCESS_ROUTE_LABELS,
  PARTNER_ROLE_LABELS,
  REGISTER_LABELS,
  REGISTRATION_TYPE_LABELS,
} from '../../domain/code-labels.ts';
import { numbers, table } from '../figures.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { PageContext } from '../page.ts';
import type { ShownCertification, ShownTexts } from './shown.ts';

/** Title, state and the facts of the head of the fiche. */
export function summarySection(shown: ShownCertification, context: PageContext): Html {
  const {
    words: { certification: words },
    format,
    language,
    href,
  } = context;
  const current = shown.certifiers.filter(({ active }) => active);
  const former = shown.certifiers.length - current.length;
  const bodies = current.map(({ name, siren, siret }) => {
    const named =
      siren === null ? name : html`<a href="${href(`/certificateurs/${siren}`)}">${name}</a>`;
    return html`<li>${named}${siret === null ? NOTHING : html` <span class="muted">SIRET ${siret}</span>`}</li>`;
  });
  const codes = (
    label: string,
    name: 'nsf' | 'rome' | null,
    list: readonly { readonly code: string; readonly label: string | null }[],
  ) =>
    fact(
      label,
      list.length === 0
        ? null
        : html`<ul class="plain">${list.map(
            ({ code, label: told }) =>
              html`<li>${name === null ? code : html`<a href="${href('/recherche', { [name]: code })}">${code}</a>`} ${told ?? ''}</li>`,
          )}</ul>`,
    );
  const day = (date: string | null) => (date === null ? null : html`${format.day(date)}`);
  return html`<h1>${shown.title}</h1>
<p class="lead">${shown.code} · ${REGISTER_LABELS[shown.register][language]} · <strong>${shown.active ? words.active : words.inactive}</strong>${
    shown.abbreviation === null
      ? NOTHING
      : html` · <abbr${shown.abbreviationLabel === null ? NOTHING : html` title="${shown.abbreviationLabel}"`}>${shown.abbreviation}</abbr>`
  }</p>
${notes(shown, context)}
<section aria-labelledby="summary"><h2 id="summary">${words.summary}</h2>
<dl class="facts">
${fact(words.level, shown.level === null ? null : html`${shown.level}`)}
${fact(words.registrationType, shown.registrationType === null ? null : html`${REGISTRATION_TYPE_LABELS[shown.registrationType][language]}`)}
${fact(words.validFrom, day(shown.validFrom))}
${fact(words.decision, day(shown.decisionOn))}
${fact(words.registrationEnds, day(shown.registrationEndsOn))}
${fact(words.certifiers, bodies.length === 0 ? null : html`<ul class="plain">${bodies}</ul>${former === 0 ? NOTHING : html`<p class="muted">${words.former(format.count(former))}</p>`}`)}
${codes(words.specialities, 'nsf', shown.specialities)}
${codes(words.occupations, 'rome', shown.occupations)}
${codes(words.formacodes, null, shown.formacodes)}
</dl></section>`;
}

function fact(name: string, value: Html | null): Html {
  return value === null ? NOTHING : html`<dt>${name}</dt><dd>${value}</dd>\n`;
}

function notes({ notes: list }: ShownCertification, { words, language }: PageContext): Html {
  if (list.length === 0) return NOTHING;
  const items = list.map((note) => html`<li>${language === 'fr' ? note.text : note.textEn}</li>`);
  return html`<section aria-label="${words.certification.notes}"><ul class="notes">${items}</ul></section>`;
}

/** The texts of the fiche in the order of the public page, its blocks, routes and partners. */
export function ficheSections(
  shown: ShownCertification,
  texts: ShownTexts | null,
  context: PageContext,
): Html {
  const {
    words: { certification: words },
  } = context;
  const text = (title: string, value: string | null | undefined) =>
    value ? html`<h3>${title}</h3><p class="text">${value}</p>` : NOTHING;
  return html`<section aria-labelledby="fiche"><h2 id="fiche">${words.fiche}</h2>
${texts === null ? html`<p class="absent">${words.textsAway}</p>` : NOTHING}
${text(words.objectives, texts?.objectives)}
${text(words.activities, texts?.activities)}
${text(words.attestedSkills, texts?.attestedSkills)}
${text(words.assessmentModes, texts?.assessmentModes)}
${blocks(shown, texts, context)}
${text(words.sectors, texts?.sectors)}
${text(words.jobTypes, texts?.jobTypes)}
${text(words.regulations, texts?.regulations)}
${text(words.entryPrerequisites, texts?.entryPrerequisites)}
${text(words.validationPrerequisites, texts?.validationPrerequisites)}
${text(words.acquisitionByBlocks, texts?.acquisitionByBlocks)}
${routes(shown, context)}
${equivalences(shown, context)}
${partners(shown, context)}
${legal(texts, context)}
</section>`;
}

function blocks(shown: ShownCertification, texts: ShownTexts | null, context: PageContext): Html {
  const {
    words: { certification: words },
  } = context;
  if (shown.blocks.length === 0) return NOTHING;
  // Two blocks of a fiche may have one code: they are alike in their order.
  const items = shown.blocks.map(({ code, title }, at) => {
    const own = texts?.blocks[at];
    const more = own && own.code === code ? own : null;
    const head = html`<strong>${code}</strong> ${title}`;
    if (!more?.skills && !more?.assessmentModes) return html`<li>${head}</li>`;
    return html`<li><details><summary>${head}</summary>${
      more.skills ? html`<h4>${words.blockSkills}</h4><p class="text">${more.skills}</p>` : NOTHING
    }${more.assessmentModes ? html`<h4>${words.assessmentModes}</h4><p class="text">${more.assessmentModes}</p>` : NOTHING}</details></li>`;
  });
  return html`<h3>${words.blocks}</h3><ol class="plain">${items}</ol>`;
}

function routes({ accessRoutes }: ShownCertification, context: PageContext): Html {
  const {
    words: { certification: words },
    language,
  } = context;
  if (accessRoutes.length === 0) return NOTHING;
  return html`<h3>${words.accessRoutes}</h3>${table({
    caption: words.accessRoutes,
    head: [words.route, words.open, words.jury],
    isTitled: true,
    rows: accessRoutes.map(
      ({ route, open, jury }) =>
        html`<tr><th scope="row">${ACCESS_ROUTE_LABELS[route][language]}</th><td>${open === null ? words.unknown : open ? words.yes : words.no}</td><td>${jury ?? ''}</td></tr>`,
    ),
  })}`;
}

function equivalences({ equivalences: list }: ShownCertification, context: PageContext): Html {
  const {
    words: { certification: words },
    href,
  } = context;
  if (list.length === 0) return NOTHING;
  const blocksOf = (codes: readonly string[]) =>
    codes.length === 0 ? words.whole : codes.join(', ');
  return html`<h3>${words.equivalences}</h3><ul>${list.map(
    ({ sourceBlocks, targetCode, target, targetBlocks }) =>
      html`<li>${blocksOf(sourceBlocks)} → ${
        target === null
          ? targetCode
          : html`<a href="${href(`/certifications/${targetCode}`)}">${targetCode}</a> ${target.title}`
      } (${blocksOf(targetBlocks)})</li>`,
  )}</ul>`;
}

function partners({ partnerCounts }: ShownCertification, context: PageContext): Html {
  const {
    words: { certification: words },
    format,
    language,
  } = context;
  if (partnerCounts.length === 0) return NOTHING;
  return html`<h3>${words.partners}</h3>${table({
    caption: words.partners,
    head: [words.role, words.state, numbers(words.establishments), numbers(words.legalUnits)],
    isTitled: true,
    rows: partnerCounts.map(
      ({ role, state, establishments, legalUnits }) =>
        html`<tr><th scope="row">${role === null ? words.unknown : PARTNER_ROLE_LABELS[role][language]}</th><td>${state ?? ''}</td><td class="number">${format.count(establishments)}</td><td class="number">${format.count(legalUnits)}</td></tr>`,
    ),
  })}`;
}

function legal(texts: ShownTexts | null, { words, format }: PageContext): Html {
  const references = texts?.legalReferences ?? [];
  if (references.length === 0) return NOTHING;
  return html`<h3>${words.certification.legal}</h3><ul>${references.map(
    ({ title, publishedOn }) =>
      html`<li>${title ?? ''}${publishedOn === null ? NOTHING : html` (${format.day(publishedOn)})`}</li>`,
  )}</ul>`;
}
