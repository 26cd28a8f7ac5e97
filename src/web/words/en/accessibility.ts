import type { ACCESSIBILITY_FR } from '../fr/accessibility.ts';

export const ACCESSIBILITY_EN: typeof ACCESSIBILITY_FR = {
  title: 'Accessibility statement',
  lead: (site) =>
    `This statement is about the pages of ${site}, by the French general accessibility framework (RGAA 4.1), which applies article 47 of the law of 11 February 2005.`,
  toFillIn:
    'Statement to be completed by the operator of this server: what is between brackets is theirs.',
  state: {
    title: 'State of conformity',
    text: '[To be completed by the operator: full, partial or no conformity, after an audit by RGAA 4.1.] No full audit was made yet: without one these pages are to be declared as not conforming, whatever the tests below say.',
  },
  tested: {
    title: 'What is tested',
    text: 'The program comes with tests of its pages in a real browser, run at each change:',
  },
  tests: [
    'axe-core on every page, light and dark, rules of WCAG 2.0, 2.1 and 2.2 at levels A and AA: contrast, names, labels, headings, languages;',
    'the keyboard alone: skip to the content, search, open a result;',
    'zoom: at a width of 320 pixels, which is 400 % on a screen of 1,280, nothing goes beyond the page; wide tables scroll, by the keyboard too;',
    'pages without JavaScript: all can be read, and every form can be sent;',
    'each chart is followed by the same figures in a table.',
  ],
  checkedOn: 'This list was gone through on',
  known: {
    title: 'Contents that are not accessible',
    text: '[To be completed by the operator after the audit.] What is known:',
  },
  limits: [
    'texts of fiches are those that certifying bodies filed: abbreviations, case and layout are not corrected;',
    'GraphiQL, the tool for developers, was not assessed by RGAA;',
    'no screen reader was tried.',
  ],
  made: {
    title: 'How this statement was made',
    text: '[To be completed by the operator: day of the statement, day of its update, technologies and tools of the audit, pages of the sample.] Technologies in use: HTML, CSS, SVG; JavaScript as an addition.',
  },
  contact: {
    title: 'Feedback and contact',
    text: '[To be completed by the operator: e-mail address, form, telephone or postal address of whoever answers for this site.] If you cannot reach some content, write to them: they will give you an equivalent.',
  },
  recourse: {
    title: 'Ways of appeal',
    text: 'If you reported a defect that keeps you from some content and had no satisfying answer, you can:',
  },
  ways: [
    'write to the Defender of Rights (Défenseur des droits, formulaire.defenseurdesdroits.fr);',
    'contact the delegate of the Defender of Rights in your region;',
    'write by post, without a stamp: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07, France.',
  ],
};
