import type { CertificationRow } from '../../db/rows/certification-rows.ts';
import { levelOf } from '../../domain/certification/level.ts';
import {
  numberOf,
  REGISTERS,
  type RegisterCode,
  registerOf,
} from '../../domain/certification/register-code.ts';
import { orderedPlaces } from '../../domain/order.ts';
import { foldText } from '../../domain/search/fold-text.ts';
import type { Certifications } from '../snapshot.ts';
import type { Interner } from './interner.ts';
import { inPieces } from './pieces.ts';
import type { ServedSource } from './served-source.ts';
import { ColumnsOf } from './table.ts';

/** How a certification came to the register, in the order of the numbers that columns hold. */
export const REGISTRATION_TYPES = ['BY_LAW', 'ON_REQUEST'] as const;

/** What is known of certifications before their cohorts, certifiers and links are. */
export type CertificationHeads = Omit<
  Certifications,
  | 'abbreviationRow'
  | 'usableCohorts'
  | 'newestCohort'
  | 'oldestMissingCohort'
  | 'bodiesInForce'
  | 'replaced'
  | 'hasEquivalences'
  | 'supplements'
>;

const NO_YEARS: readonly number[] = [];

/** Reads certifications into columns, in code order. */
export async function buildCertifications(
  pages: AsyncIterable<readonly CertificationRow[]>,
  interner: Interner,
  servedSource: ServedSource,
): Promise<CertificationHeads> {
  const table = tableOf(interner, servedSource);
  const ranks: number[] = [];
  for await (const page of pages) {
    for (const row of page) {
      // Numbers have nine digits at most.
      ranks.push(registerPlace(row) * 1e9 + numberOf(row.code as RegisterCode));
      table.add(row);
    }
  }
  return inPieces(
    (function* finish() {
      const values = Float64Array.from(ranks);
      const order = yield* orderedPlaces(table.count, [{ values, direction: 'ASC' }]);
      yield;
      const columns = yield* table.inOrder(order);
      const rowOf = new Map<string, number>();
      for (const [row, code] of columns.code.entries()) rowOf.set(code, row);
      return { count: order.length, rowOf, ...columns };
    })(),
  );
}

function registerPlace({ code }: CertificationRow): number {
  return REGISTERS.indexOf(registerOf(code as RegisterCode));
}

function tableOf(interner: Interner, servedSource: ServedSource) {
  const of = new ColumnsOf<CertificationRow>(interner);
  return of.table({
    code: of.keys(({ code }) => code as RegisterCode),
    register: of.bytes(registerPlace),
    number: of.ints(({ code }) => numberOf(code as RegisterCode)),
    sheetId: of.ints(({ sheetId }) => sheetId),
    sourceId: of.ints(({ sourceId }) => servedSource(sourceId)),
    title: of.texts(({ title }) => title),
    titleKey: of.texts(({ title }) => foldText(title)),
    abbreviation: of.texts(({ abbreviationCode }) => abbreviationCode),
    abbreviationLabel: of.texts(({ abbreviationLabel }) => abbreviationLabel),
    editorialState: of.texts(({ editorialState }) => editorialState),
    levelCode: of.texts(({ levelCode }) => levelCode),
    levelLabel: of.texts(({ levelLabel }) => levelLabel),
    level: of.ints(({ levelCode }) => levelOf(levelCode)),
    activeFlag: of.flags(({ activeFlag }) => activeFlag),
    registrationType: of.flags(({ registrationType }) =>
      (REGISTRATION_TYPES as readonly (string | null)[]).indexOf(registrationType),
    ),
    decisionOn: of.days(({ decisionOn }) => decisionOn),
    effectiveOn: of.days(({ effectiveOn }) => effectiveOn),
    registrationEndsOn: of.days(({ registrationEndsOn }) => registrationEndsOn),
    publishedOn: of.days(({ publishedOn }) => publishedOn),
    lastJournalOn: of.days(({ lastJournalOn }) => lastJournalOn),
    deliveryLimitOn: of.days(({ deliveryLimitOn }) => deliveryLimitOn),
    registrationYears: of.ints(({ registrationYears }) => registrationYears),
    validityYears: of.ints(({ validityYears }) => validityYears),
    partnersMayExist: of.flags(({ partnersMayExist }) => partnersMayExist),
    newCaledonia: of.flags(({ newCaledonia }) => newCaledonia),
    frenchPolynesia: of.flags(({ frenchPolynesia }) => frenchPolynesia),
    descriptionLink: of.texts(({ descriptionLink }) => descriptionLink),
    levelYears: of.things(({ levelYears }): readonly number[] =>
      levelYears.length > 0 ? levelYears : NO_YEARS,
    ),
    partialValidation: of.flags(({ partialValidation }) => partialValidation),
    distinctBlockPrerequisites: of.flags((row) => row.distinctBlockPrerequisites),
  });
}
