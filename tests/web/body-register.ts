import { parseHTML } from 'linkedom';
import type { Database } from '../../src/db/database.ts';
import type { Fiche } from '../../src/domain/certification/fiche.ts';
import type { Finding } from '../../src/domain/findings/finding.ts';
import { schema } from '../../src/graphql/schema.ts';
import { type QuestionServer, serveQuestions } from '../http/question-server.ts';
import { certifierWith, cohortWith, day, ficheWith, publishFiches } from '../support/factories.ts';

export const ALPHA = '130025265';
export const BETA = '328007786';

const alpha = certifierWith('Alpha', { siret: `${ALPHA}00013` });
const beta = certifierWith('Bêta', { siret: `${BETA}00010` });
const SCRIPT = '<script>alert(1)</script>';
const active = { activeFlag: true } as const;

/** What two bodies certify, as of 2 November 2026; two titles and a value would be scripts. */
const FICHES: readonly Fiche[] = [
  ficheWith({
    ...{ code: 'RNCP1', title: `Boulanger ${SCRIPT}`, level: { code: 'NIV5', label: 'Niveau 5' } },
    ...{ ...active, registrationEndsOn: day('2027-03-15'), certifiers: [alpha, beta] },
    cohorts: [
      cohortWith(2020, 100, { global6: 80, target6: 60 }),
      cohortWith(2021, 50, { global6: 90, target6: 85 }),
      cohortWith(2024, 10),
    ],
  }),
  ficheWith({
    ...{ code: 'RNCP2', title: 'Fleuriste', level: { code: 'NIV6', label: 'Niveau 6' } },
    ...{ ...active, registrationEndsOn: day('2027-09-30'), certifiers: [alpha] },
  }),
  ficheWith({
    ...{ code: 'RNCP3', title: 'Libraire', level: { code: 'NIV6', label: 'Niveau 6' } },
    ...{ ...active, registrationEndsOn: day('2028-06-30'), certifiers: [alpha] },
  }),
  ficheWith({
    ...{ code: 'RNCP4', title: 'Horloger', registrationEndsOn: day('2025-01-01') },
    ...{ activeFlag: false, certifiers: [alpha] },
  }),
  ficheWith({
    ...{ code: 'RNCP5', title: `Sommelier ${SCRIPT}`, level: { code: 'NIV5', label: 'Niveau 5' } },
    ...{ ...active, registrationEndsOn: day('2027-03-20'), certifiers: [beta] },
    cohorts: [cohortWith(2020, 100, { global6: 50, target6: 70 })],
  }),
];

const REFUSED: Finding = {
  ...{ rule: 'REFUSED_FICHE', certificationCode: 'RNCP77', cohortYear: null, element: 'FICHE' },
  ...{ given: SCRIPT, message: 'this fiche is given more than once' },
};

/** Serves the register of two bodies on 2 November 2026. */
export async function serveBodies(database: Database): Promise<QuestionServer> {
  await publishFiches(database, FICHES, { datedOn: day('2026-11-01'), findings: [REFUSED] });
  return serveQuestions(database, schema);
}

/** What the elements of a page say that a selector finds. */
export function textsOf(page: string, selector: string): string[] {
  const { document } = parseHTML(page);
  return [...document.querySelectorAll(selector)].map((element) => element.textContent ?? '');
}

/** A page without its tags, in one line. */
export function textOf(page: string): string {
  return page.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ');
}

/** Sentences of a catalogue of words, but for those that another catalogue has as well. */
export function ownSentences(words: object, others: object): string[] {
  const texts = (of: object) => Object.values(of).filter((each) => typeof each === 'string');
  const shared = new Set(texts(others));
  return texts(words).filter((text) => text.length > 4 && !shared.has(text));
}
