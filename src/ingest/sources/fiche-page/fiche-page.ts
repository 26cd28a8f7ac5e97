import type { FicheTexts } from '../../../domain/certification/fiche.ts';
import {
  exactRegisterCode,
  type RegisterCode,
  registerOf,
} from '../../../domain/certification/register-code.ts';
import { RefusedFileError } from '../../../domain/errors.ts';
import type { ReadFiche } from '../export/export-fiche.ts';
import { parseDay, parseDescriptionLink, parseYesNo } from '../values.ts';
import { blocksOf } from './fiche-page-blocks.ts';
import { routesOf } from './fiche-page-routes.ts';
import {
  linesText,
  looksLikeFichePage,
  type PageSections,
  pageSections,
  type SectionName,
} from './fiche-page-sections.ts';
import {
  certifiersOf,
  cohortsOf,
  formacodesOf,
  levelOf,
  lineageOf,
  occupationsOf,
  specialitiesOf,
} from './fiche-page-tables.ts';
import { PageFindings } from './page-findings.ts';

const CODE = /\b(RNCP|RS)\s?(\d{1,9})(?=BC\d|\D|$)/i;
const HEAD_LINE = /^\s*(?:RNCP|RS)\s?\d{1,9}\s*[-–—:]\s*(\S.*)$/i;
const DAY = /^\s*\d{1,2}[-/]\d{1,2}[-/]\d{4}\s*$/;
/** « La certification "Chargé de communication cross-média" vise à… » */
const QUOTED_TITLE =
  /\b(?:certification|titre|diplôme) (?:" ?([^"]{3,300}?) ?"|« ?([^«»]{3,300}?) ?»|“ ?([^“”]{3,300}?) ?”)/i;

/** Sections whose codes are those of other certifications. */
const FOREIGN: readonly SectionName[] = ['predecessors', 'successors'];

function codeOf(sections: PageSections): RegisterCode {
  const order: readonly SectionName[] = ['blocks', 'summary', ...sections.keys()];
  for (const name of order.filter((section) => !FOREIGN.includes(section))) {
    for (const line of sections.get(name) ?? []) {
      const [, register = '', digits = ''] = CODE.exec(line) ?? [];
      const code = exactRegisterCode(`${register.toUpperCase()}${digits}`);
      if (code) return code;
    }
  }
  throw new RefusedFileError(
    'the fiche page holds no number: its blocks (RNCP35746BC01) or a line with RNCP or RS and the number give it; copy the whole page, or add the line',
  );
}

function titleOf(sections: PageSections, given: string | undefined, code: RegisterCode): string {
  const title = given?.trim().normalize('NFC') || titleInText(sections);
  if (title) return title;
  throw new RefusedFileError(
    `the fiche page of ${code} does not say its title: add --title "the title as published"`,
  );
}

function titleInText(sections: PageSections): string | null {
  for (const line of sections.get('summary') ?? []) {
    const title = HEAD_LINE.exec(line)?.[1];
    if (title) return title.trim();
  }
  for (const name of ['objectives', 'activities', 'attestedSkills'] as const) {
    const text = (sections.get(name) ?? []).join(' ').replace(/\s+/g, ' ');
    const match = QUOTED_TITLE.exec(text);
    const title = match?.[1] ?? match?.[2] ?? match?.[3];
    if (title) return title;
  }
  return null;
}

function textsOf(
  text: (name: SectionName) => string | null,
  componentsValidity: string | null,
): FicheTexts {
  return {
    objectives: text('objectives'),
    activities: text('activities'),
    attestedSkills: text('attestedSkills'),
    assessmentModes: text('assessmentModes'),
    acquisitionByBlocks: text('acquisitionByBlocks'),
    sectors: text('sectors'),
    jobTypes: text('jobTypes'),
    regulations: text('regulations'),
    entryPrerequisites: text('entryPrerequisites'),
    validationPrerequisites: text('validationPrerequisites'),
    masteryLevels: null,
    renewalTerms: null,
    partialValidationScope: null,
    componentsValidity,
    preparingBodies: text('preparingBodies'),
    referenceFramework: text('referenceFramework'),
  };
}

/**
 * Reads the text of a public fiche page, as a person copies it. What the page does not say (status,
 * dates but the end, partners…) is null or empty; a cell that cannot be read is a finding.
 * Source: docs/sources.md#fiche-page.
 *
 * - `title`: of the certification; without it, the one quoted after « certification » in the text.
 * - Throws `RefusedFileError` for a text that is not a page, and when the number or the title is
 *   nowhere.
 */
export function readFichePage(text: string, options: { title?: string } = {}): ReadFiche {
  if (!looksLikeFichePage(text)) {
    throw new RefusedFileError(
      'the text is not a fiche page: the text of a public page with its headings ("Objectifs et contexte de la certification :", "Activités visées :"…) is accepted',
    );
  }
  const sections = pageSections(text);
  const lines = (name: SectionName) => sections.get(name) ?? [];
  const textOf = (name: SectionName) => linesText(lines(name));
  const summary = lines('summary');
  const code = codeOf(sections);
  const title = titleOf(sections, options.title, code);
  const findings = new PageFindings(code);
  const routes = routesOf(lines('componentsValidity'), registerOf(code), findings);
  return {
    fiche: {
      code,
      sheetId: null,
      title,
      abbreviation: null,
      editorialState: null,
      level: levelOf(summary),
      activeFlag: null,
      registrationType: null,
      decisionOn: null,
      effectiveOn: null,
      registrationEndsOn: parseDay(
        summary.find((line) => DAY.test(line))?.trim() ?? null,
        findings.at('Date d’échéance de l’enregistrement'),
      ),
      publishedOn: null,
      lastJournalOn: null,
      deliveryLimitOn: null,
      registrationYears: null,
      validityYears: null,
      partnersMayExist: null,
      newCaledonia: routes.newCaledonia,
      frenchPolynesia: routes.frenchPolynesia,
      descriptionLink: parseDescriptionLink(textOf('descriptionLink')),
      levelYears: [],
      partialValidation: null,
      distinctBlockPrerequisites: parseYesNo(
        textOf('distinctBlockPrerequisites'),
        findings.at('Pré-requis distincts pour les blocs de compétences'),
      ),
      texts: textsOf(textOf, routes.componentsValidity),
      formacodes: formacodesOf(summary),
      specialities: specialitiesOf(summary),
      occupations: occupationsOf(lines('occupations'), findings),
      certifiers: certifiersOf(summary, findings),
      partners: [],
      accessRoutes: routes.accessRoutes,
      legalReferences: [],
      collectiveAgreements: [],
      blocks: blocksOf(lines('blocks')),
      cohorts: cohortsOf(lines('statistics'), findings),
      predecessors: lineageOf(lines('predecessors'), 'Certification(s) antérieure(s)', findings),
      successors: lineageOf(lines('successors'), 'Nouvelle(s) certification(s)', findings),
      equivalences: [],
    },
    findings: findings.list,
  };
}
